"""Split predicates: a light verb and its noun in any order, distance and form.

In «marked» sentences the two words stand in brackets.
"""

import pytest
from parsing import parsed, word

from plainreply.grammar.pairs import pair_of
from plainreply.grammar.split import is_term, split_of, splits

MARKED = """
Комиссия [осуществила] [проверку] документов.
[Проверку] документов комиссия [осуществила] вчера.
[Проверку] документов вчера [провели] специалисты.
Комиссия [осуществила] вчера повторную [проверку] документов.
Отдел [осуществляет] ежедневный тщательный [контроль] за работами.
[Проводится] [проверка] документов.
[Проверка] документов будет [проведена] комиссией.
[Проверка] специалистами вчера была [проведена].
Комиссией не была [проведена] [проверка] документов.
[Осуществляя] [контроль] за работами, отдел нашёл ошибку.
[Осуществив] [проверку] счётчика, инспектор ушёл.
[Осуществите] [оплату] счёта до 10 мая.
Компания, [осуществляющая] [вывоз] мусора, ответит.
Вам необходимо [осуществить] [оплату] счёта.
Администрация не [осуществляет] [контроль] за работами.
Управляющая компания должна [проводить] [осмотр] крыши.
Жители [оказали] [помощь] пострадавшим.
Отдел [ведёт] [учёт] заявлений.
Комиссия [приняла] [решение] отказать.
Оператор [несёт] [ответственность] за вывоз.
Сотрудники [принимают] [участие] в конкурсе.
Заявление [находится] на [рассмотрении] в отделе.
"""

SILENT = """
Комиссия осуществила свою мечту.
Врач провёл операцию.
Проведите карту через терминал.
Министерство осуществляет государственный контроль.
Мы приняли ваше заявление.
Обратите внимание на срок.
Школа проводит судебную экспертизу.
Врачи оказывают медицинскую помощь.
Завод производит мебель.
Он вёл машину на работу.
Решение суда вступило в силу.
Проверка документов закончилась.
Мы дали ему книгу.
Он принял лекарство.
"""


@pytest.mark.parametrize("marked", MARKED.strip().splitlines())
def test_split_predicates_are_found(marked: str) -> None:
    expected = {part.split("]")[0] for part in marked.split("[")[1:]}
    sentence = parsed(marked.replace("[", "").replace("]", ""))
    found = [{split.light.text, split.noun.text} for split in splits(sentence)]
    assert found == [expected]


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_terms_and_full_verbs_are_silent(text: str) -> None:
    assert [(s.light.text, s.noun.text) for s in splits(parsed(text))] == []


def test_the_passive_of_vesti_is_found() -> None:
    (split,) = splits(parsed("Учёт граждан ведётся администрацией."))
    assert (split.light.text, split.noun.text, split.passive) == ("ведётся", "Учёт", True)


@pytest.mark.parametrize(
    ("text", "noun", "passive"),
    [
        ("Комиссия провела проверку домов.", "проверку", False),
        ("Проверка домов проводится комиссией.", "Проверка", True),
        ("Проверка домов проведена комиссией.", "Проверка", True),
    ],
)
def test_passive(text: str, noun: str, passive: bool) -> None:
    sentence = parsed(text)
    found = split_of(sentence, word(sentence, noun))
    assert found is not None
    assert found.passive is passive


def test_a_noun_without_a_light_verb_stands_in_no_split() -> None:
    sentence = parsed("Мы ждём проверку домов.")
    assert split_of(sentence, word(sentence, "проверку")) is None


@pytest.mark.parametrize(
    ("verb", "noun", "verbs"),
    [
        ("осуществить", "проверка", ("проверять", "проверить")),
        ("осуществлять", "учёт", ("учитывать", "учесть")),
        ("осуществлять", "учет", ("учитывать", "учесть")),
        ("оказать", "помощь", ("помогать", "помочь")),
        ("нести", "ответственность", ("отвечать", "ответить")),
    ],
)
def test_pair_of(verb: str, noun: str, verbs: tuple[str, str]) -> None:
    pair = pair_of(verb, noun)
    assert pair is not None
    assert pair.ipf == verbs[0]
    assert pair.pf in {verbs[1], ""}


@pytest.mark.parametrize(
    ("verb", "noun"), [("осуществить", "мечта"), ("видеть", "проверка"), ("провести", "карта")]
)
def test_no_pair(verb: str, noun: str) -> None:
    assert pair_of(verb, noun) is None


@pytest.mark.parametrize(
    ("text", "noun", "term"),
    [
        ("Ведётся государственный контроль.", "контроль", True),
        ("Ведётся строгий контроль.", "контроль", False),
        ("Оказана медицинская помощь.", "помощь", True),
    ],
)
def test_is_term(text: str, noun: str, term: bool) -> None:
    sentence = parsed(text)
    assert is_term(sentence, word(sentence, noun)) is term


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Проведены осмотр и ремонт кровли.", ["ремонт"]),
        (
            "Доступ закрыт: отсутствует обоснование потребности в закупке приборов, не произведён "
            "расчёт расхода воды.",
            [],
        ),
    ],
)
def test_a_row_stands_on_one_side_of_its_verb(text: str, others: list[str]) -> None:
    (split,) = splits(parsed(text))
    assert [noun.text for noun in split.others] == others
