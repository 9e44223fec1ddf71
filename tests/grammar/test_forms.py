"""Word forms: a verb in any form, a token in another case, capitals carried over."""

import pytest
from parsing import parsed, word

from plainreply.grammar.forms import (
    capital,
    case_of,
    finite,
    in_capitals_of,
    infinitive,
    inflect,
    is_perfective,
    verb_form,
)


@pytest.mark.parametrize(
    ("verb", "grammemes", "form"),
    [
        ("рассмотреть", "past plur", "рассмотрели"),
        ("рассмотреть", "past femn sing", "рассмотрела"),
        ("рассмотреть", "futr 1per plur", "рассмотрим"),
        ("рассматривать", "pres 3per sing", "рассматривает"),
        ("прийти", "past masc sing", "пришёл"),
        ("принять", "futr 3per plur", "примут"),
        ("проверить", "impr plur excl", "проверьте"),
        ("проверять", "GRND pres", "проверяя"),
        ("проверить", "GRND past", "проверив"),
        ("обратиться", "past neut sing", "обратилось"),
        ("ёлкать", "past plur", None),
        ("рассмотреть", "pres 3per plur", None),
    ],
)
def test_verb_form(verb: str, grammemes: str, form: str | None) -> None:
    assert verb_form(verb, *grammemes.split()) == form


@pytest.mark.parametrize(
    ("verb", "tense", "agreement", "form"),
    [
        ("проверить", "Past", {}, "проверили"),
        ("проверить", "Past", {"number": "Sing", "gender": "Fem"}, "проверила"),
        ("проверить", "Past", {"number": "Sing", "gender": "Neut"}, "проверило"),
        ("проверить", "Past", {"number": "Sing"}, "проверил"),
        ("проверить", "Fut", {}, "проверят"),
        ("проверить", "Fut", {"person": "1"}, "проверим"),
        ("проверять", "Fut", {}, "будут проверять"),
        ("проверять", "Fut", {"person": "1"}, "будем проверять"),
        ("проверять", "Fut", {"person": "2"}, "будете проверять"),
        ("проверять", "Fut", {"number": "Sing"}, "будет проверять"),
        ("проверять", "Pres", {"person": "1"}, "проверяем"),
        ("проверять", "Pres", {"number": "Sing"}, "проверяет"),
        ("вести", "Pres", {}, "ведут"),
        ("дать", "Fut", {"person": "2"}, "дадите"),
        ("проверить", "Pres", {}, None),
    ],
)
def test_finite(verb: str, tense: str, agreement: dict[str, str], form: str | None) -> None:
    assert finite(verb, tense, **agreement) == form


@pytest.mark.parametrize(
    ("model", "given", "result"),
    [
        ("Проверка", "комиссия", "Комиссия"),
        ("проверка", "комиссия", "комиссия"),
        ("ПРОВЕРКА", "комиссия", "КОМИССИЯ"),
        ("В", "по", "По"),
        ("«", "по", "по"),
        ("МинСтрой", "по", "По"),
    ],
)
def test_in_capitals_of(model: str, given: str, result: str) -> None:
    assert in_capitals_of(model, given) == result


def test_capital_keeps_the_rest() -> None:
    assert capital("мЧС") == "МЧС"
    assert capital("") == ""


@pytest.mark.parametrize(
    ("verb", "perfective"), [("проверить", True), ("проверять", False), ("стол", False)]
)
def test_aspect(verb: str, perfective: bool) -> None:
    assert is_perfective(verb) is perfective


def test_infinitive_takes_only_words_of_the_dictionary() -> None:
    assert infinitive("рассмотреть").tag.POS == "INFN"
    assert infinitive("рассмотрение") is None
    assert infinitive("бздынькать") is None


@pytest.mark.parametrize(
    ("text", "form", "grammemes", "result"),
    [
        ("Комиссией рассмотрен вопрос.", "Комиссией", "nomn sing", "Комиссия"),
        ("Ответ подготовил отдел.", "отдел", "gent", "отдела"),
        ("Мы видели стол.", "стол", "plur ablt", "столами"),
        ("Жителями подано заявление.", "Жителями", "nomn", "Жители"),
    ],
)
def test_inflect(text: str, form: str, grammemes: str, result: str) -> None:
    assert inflect(word(parsed(text), form), *grammemes.split()) == result


def test_inflect_has_no_form_to_give() -> None:
    assert inflect(word(parsed("Мы пришли быстро."), "быстро"), "gent") is None


def test_case_of() -> None:
    sentence = parsed("Комиссией рассмотрен вопрос о доме.")
    assert [case_of(word(sentence, w)) for w in ("Комиссией", "вопрос", "доме", "о")] == [
        "ins",
        "nom",
        "prep",
        "",
    ]
