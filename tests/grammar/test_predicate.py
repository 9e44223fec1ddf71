"""The predicate around a passive form, and the same predicate in the active."""

import pytest
from parsing import parsed, word

from plainreply.grammar.predicate import (
    THEY,
    US,
    Actor,
    activated,
    actor_of,
    predicate_of,
    same_aspect,
)

SHE = Actor("3", "Sing", "Fem")
YOU = Actor("2")


@pytest.mark.parametrize(
    ("text", "verb", "words", "tense"),
    [
        ("Заявление рассмотрено.", "рассмотрено", "рассмотрено", "Past"),
        ("Заявление было рассмотрено.", "рассмотрено", "было рассмотрено", "Past"),
        ("Заявление будет рассмотрено.", "рассмотрено", "будет рассмотрено", "Fut"),
        ("Заявление не было рассмотрено.", "рассмотрено", "не было рассмотрено", "Past"),
        ("Заявление рассматривается.", "рассматривается", "рассматривается", "Pres"),
        ("Заявление рассматривалось.", "рассматривалось", "рассматривалось", "Past"),
        ("Заявление может быть рассмотрено.", "рассмотрено", "может быть рассмотрено", None),
        ("Заявление не может быть подано.", "подано", "не может быть подано", None),
        ("Заявление должно быть подано.", "подано", "должно быть подано", None),
    ],
)
def test_predicate_is_gathered(text: str, verb: str, words: str, tense: str | None) -> None:
    sentence = parsed(text)
    predicate = predicate_of(sentence, word(sentence, verb))
    assert " ".join(token.text for token in predicate.tokens) == words
    if tense is not None:
        assert predicate.tense == tense


@pytest.mark.parametrize(
    ("text", "passive", "verb", "actor", "result"),
    [
        ("Заявление рассмотрено.", "рассмотрено", "рассмотреть", SHE, "рассмотрела"),
        ("Заявление рассмотрено.", "рассмотрено", "рассмотреть", US, "рассмотрели"),
        ("Заявление будет рассмотрено.", "рассмотрено", "рассмотреть", US, "рассмотрим"),
        ("Заявление будет рассмотрено.", "рассмотрено", "рассмотреть", SHE, "рассмотрит"),
        ("Заявление было рассмотрено.", "рассмотрено", "рассмотреть", SHE, "рассмотрела"),
        ("Заявление не было подано.", "подано", "подать", YOU, "не подали"),
        ("Заявление рассматривается.", "рассматривается", "рассматривать", SHE, "рассматривает"),
        ("Заявление может быть подано.", "подано", "подать", THEY, "можно подать"),
        ("Заявление может быть подано.", "подано", "подать", YOU, "можете подать"),
        ("Заявление может быть подано.", "подано", "подать", SHE, "может подать"),
        ("Заявление должно быть подано.", "подано", "подать", THEY, "нужно подать"),
        ("Заявление должно быть подано.", "подано", "подать", SHE, "должна подать"),
        ("Заявление должно быть подано.", "подано", "подать", YOU, "должны подать"),
    ],
)
def test_active_forms(text: str, passive: str, verb: str, actor: Actor, result: str) -> None:
    sentence = parsed(text)
    predicate = predicate_of(sentence, word(sentence, passive))
    forms = activated(predicate, verb, actor)
    assert forms is not None
    told = [forms.get(token.index, token.text) for token in predicate.tokens]
    assert " ".join(filter(None, told)) == result


def test_a_verb_the_dictionary_lacks_is_not_told() -> None:
    sentence = parsed("Заявление рассмотрено.")
    predicate = predicate_of(sentence, word(sentence, "рассмотрено"))
    assert activated(predicate, "бздынькнуть", SHE) is None


@pytest.mark.parametrize(
    ("text", "noun", "actor"),
    [
        ("Комиссией принят план.", "Комиссией", Actor("3", "Sing", "Fem")),
        ("Жителями принят план.", "Жителями", Actor("3", "Plur", "Masc")),
        ("Вами принят план.", "Вами", Actor("2")),
        ("Нами принят план.", "Нами", Actor("1")),
        ("Судом и прокуратурой принят план.", "Судом", Actor("3", "Plur", "Masc")),
    ],
)
def test_actor_of(text: str, noun: str, actor: Actor) -> None:
    sentence = parsed(text)
    assert actor_of(sentence, word(sentence, noun)) == actor


def test_same_aspect() -> None:
    sentence = parsed("Отдел проверил план.")
    assert same_aspect(word(sentence, "проверил"), "ipf", "pf") == "pf"
    sentence = parsed("Отдел проверяет план.")
    assert same_aspect(word(sentence, "проверяет"), "ipf", "pf") == "ipf"
