"""Numbers, people, moments, days of the week, spelt numbers and acts are found by their form."""

import pytest

from plainreply.facts import (
    contacts,
    moments,
    named_days,
    numbers,
    people,
    same_name,
    spelt,
    states,
)


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


@pytest.mark.parametrize(
    "text",
    [
        "Кооперативная улица, 15",
        "ждём Вас на Лесной, 7.",
        "Морская, дом 2",
        "проезд Строителей, 9; синие ворота",
        "мкр Южный, дом 7",
    ],
)
def test_an_address_needs_no_word_street(text: str) -> None:
    assert [contact.way for contact in contacts(text)] == ["address"]


@pytest.mark.parametrize("text", ["В пятницу, 5 мая", "Анна, 5 рублей", "Пенза, 5,5 тысячи"])
def test_a_name_before_a_number_is_no_address(text: str) -> None:
    assert contacts(text) == ()


@pytest.mark.parametrize(
    "text", ["в 10 ч 30 мин", "к 14 часам", "в десять утра", "в половине девятого", "в полдень"]
)
def test_the_time_of_day_in_figures_and_words(text: str) -> None:
    assert states({"clock"}, text)


@pytest.mark.parametrize("text", ["за пять дней", "12 мая", "к половине"])
def test_no_time_of_day(text: str) -> None:
    assert not states({"clock"}, text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Льву", "Лев", True),
        ("Софии", "София", True),
        ("Марине", "Мария", False),
        ("Наталье", "Наталия", False),
        ("Алёна", "Елена", False),
    ],
)
def test_forms_of_one_given_name(one: str, other: str, same: bool) -> None:
    assert same_name(one, other, "Name") is same


@pytest.mark.parametrize(
    ("text", "until", "on"),
    [
        ("Пришлите справку до 5 мая.", True, False),
        ("Последний день – 30 мая.", True, False),
        ("Подпишите за 10 дней.", True, False),
        ("Ответят в месячный срок.", True, False),
        ("Ждём справку до пятницы.", True, False),
        ("Нужна справка о доходах за 12 месяцев.", False, False),
        ("Приём с понедельника по четверг, с 8 до 17 часов.", False, False),
        ("Письмо, поступившее 17 июля, передали в депо.", False, False),
        ("Вашу жалобу отвезли 8 октября.", False, True),
        ("Передали в среду.", False, True),
    ],
)
def test_by_when_is_not_on_what_day(text: str, until: bool, on: bool) -> None:
    assert (states({"until"}, text), states({"on"}, text)) == (until, on)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("к пяти часам вечера", True),
        ("в полдень 11 марта", True),
        ("9-30", True),
        ("телефон 55-10-10", False),
        ("в течение дня", False),
        ("приходите утром", False),
    ],
)
def test_an_hour_of_the_day(text: str, stated: bool) -> None:
    assert states({"clock"}, text) is stated


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Обращение № 1402 принято.", True),
        ("Ваше письмо от 3 мая 2025 года № 7 получено.", True),
        ("Поступило 20 июня, номер 415.", True),
        ("Заявка на пандус: № 74.", True),
        ("Её номер 33-КО.", True),
        ("Жалоба на дом № 5 получена.", False),
        ("Звоните по номеру 8 (4922) 33-10-58.", False),
        ("Его номер 8 (4112) 42-15-60.", False),
    ],
)
def test_the_number_of_the_letter_is_not_that_of_a_house(text: str, stated: bool) -> None:
    assert states({"registered"}, text) is stated


def test_an_office_that_has_no_name_is_none() -> None:
    assert not states({"body"}, "Письмо передано в соответствующую организацию.")
    assert states({"body"}, "Письмо передано в соответствующий отдел министерства.")
