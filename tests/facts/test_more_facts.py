"""Numbers, people, moments, days of the week, spelt numbers and acts are found by their form."""

import pytest

from plainreply.facts import moments, named_days, numbers, people, spelt, states


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("зарегистрировали под номером 812.", "812"),
        ("внесли в журнал за № 18-О/5", "18-О/5"),
        ("Номер Вашего обращения: 4456", "4456"),
        ("входящий № В-1187/26", "В-1187/26"),
    ],
)
def test_numbers(text: str, written: str) -> None:
    assert [number.written for number in numbers(text)] == [written]


@pytest.mark.parametrize("text", ["номер кабинета 5", "дом 5", "№ ________"])
def test_no_numbers(text: str) -> None:
    assert numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "father"),
    [
        ("Здравствуйте, Мария Петровна!", "мария", "петрович"),
        ("исп. Громова Д.Б., тел. 55-10-10", "д", "б"),
        ("Позвоните Павлу Снегову", "павел", ""),
        ("Е.Ю. Громова", "е", "ю"),
    ],
)
def test_people(text: str, first: str, father: str) -> None:
    assert [(who.first, who.father) for who in people(text)] == [(first, father)]


@pytest.mark.parametrize("text", ["Министерство Обороны", "на улице Ленина", "Мы ждём Вас"])
def test_no_people(text: str) -> None:
    assert people(text) == ()


@pytest.mark.parametrize(
    "text",
    ["завтра", "в мае", "до конца июня", "к пятнице", "в III квартале", "летом 2027 года"],
)
def test_moments(text: str) -> None:
    assert len(moments(f"Починим {text} фонарь")) == 1


@pytest.mark.parametrize("text", ["в майке", "на маршрут", "до средства", "летом"])
def test_no_moments(text: str) -> None:
    assert moments(text) == ()


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("в понедельник, 5 мая 2026 года", 0),
        ("6 мая 2026 года (четверг)", 3),
        ("7 мая 2026 года, в среду", 2),
        ("во вторник 5 мая", 1),
    ],
)
def test_named_days(text: str, weekday: int) -> None:
    assert [named.weekday for named in named_days(text)] == [weekday]


@pytest.mark.parametrize(
    ("text", "number", "worth"),
    [
        ("14 (четырнадцать) мест", 14, 14),
        ("в течение 3 (трёх) дней", 3, 3),
        ("1 250,00 руб. (одна тысяча двести пятьдесят рублей 00 копеек)", 1250, 1250),
        ("2 (двух) человек", 2, 2),
        ("2 000 000 (два миллиона) рублей", 2_000_000, 2_000_000),
        ("5 (шесть)", 5, 6),
    ],
)
def test_spelt(text: str, number: int, worth: int) -> None:
    assert [(found.number, found.worth) for found in spelt(text)] == [(number, worth)]


@pytest.mark.parametrize("text", ["дом 5 (далее – Дом)", "9 (в том числе двое)", "№ 5-3 (три)"])
def test_not_spelt(text: str) -> None:
    assert spelt(text) == ()


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Ваше обращение от 5 мая взято на контроль", False),
        ("поступило 02.03.2026 и взято на контроль", False),
        ("закончим до 5 мая", True),
        ("закончим за три дня", True),
        ("Вы получите ответ до 8 июля", True),
        ("закончим скоро", False),
    ],
)
def test_the_date_of_a_paper_does_not_say_when(text: str, stated: bool) -> None:
    assert states(frozenset({"when"}), text) is stated


def test_facts_joined_by_plus_must_all_stand() -> None:
    both = frozenset({"sum+phone"})
    assert not states(both, "700 рублей")
    assert states(both, "700 рублей, вопросы по телефону 55-10-10")
