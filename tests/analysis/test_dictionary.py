"""Readings of the dictionary, the one that fits a tag, and their names in UD."""

from pickle import dumps, loads

import pytest

from plainreply.analysis.dictionary import analyzer, fit, known, reading, readings
from plainreply.analysis.ud import coarse, feats_of, pos_of
from plainreply.words import Feats

SUBJECT = Feats({"Case": "Nom", "Number": "Plur"})
GENITIVE = Feats({"Case": "Gen", "Number": "Sing"})


@pytest.mark.parametrize(
    ("word", "pos", "feats", "case", "number"),
    [
        ("изменения", "NOUN", SUBJECT, "nomn", "plur"),
        ("изменения", "NOUN", GENITIVE, "gent", "sing"),
        ("Изменения", "NOUN", GENITIVE, "gent", "sing"),
        ("дома", "NOUN", GENITIVE, "gent", "sing"),
        ("дома", "NOUN", SUBJECT, "nomn", "plur"),
    ],
)
def test_the_reading_that_fits_wins(
    word: str, pos: str, feats: Feats, case: str, number: str
) -> None:
    tag = reading(word, pos, feats).tag
    assert (tag.case, tag.number) == (case, number)


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [("дома", "ADV", "ADVB"), ("дома", "NOUN", "NOUN"), ("стали", "VERB", "VERB"),
     ("стали", "NOUN", "NOUN"), ("что", "PRON", "NPRO"), ("что", "SCONJ", "CONJ")],
)  # fmt: skip
def test_the_part_of_speech_decides(word: str, pos: str, expected: str) -> None:
    assert expected == reading(word, pos, Feats()).tag.POS


@pytest.mark.parametrize(
    ("word", "is_known"),
    [("проверка", True), ("Проверка", True), ("бздынькать", False), ("ёлка", True), ("елка", True)],
)
def test_known(word: str, is_known: bool) -> None:
    assert known(word) is is_known


def test_a_clash_counts_more_than_an_agreement() -> None:
    plural = next(p for p in readings("изменения") if "plur" in p.tag and "nomn" in p.tag)
    assert fit(plural, "NOUN", SUBJECT) > fit(plural, "NOUN", GENITIVE)
    assert fit(plural, "NOUN", SUBJECT) > fit(plural, "VERB", SUBJECT)


@pytest.mark.parametrize(
    ("word", "features"),
    [
        ("рассмотрено", {"VerbForm": "Part", "Variant": "Short", "Gender": "Neut"}),
        ("рассмотреть", {"VerbForm": "Inf", "Aspect": "Perf"}),
        ("рассматривает", {"VerbForm": "Fin", "Mood": "Ind", "Tense": "Pres", "Person": "3"}),
        ("проверьте", {"VerbForm": "Fin", "Mood": "Imp"}),
        ("проверив", {"VerbForm": "Conv"}),
        ("комиссией", {"Case": "Ins", "Gender": "Fem", "Number": "Sing", "Animacy": "Inan"}),
    ],
)
def test_feats_of(word: str, features: dict[str, str]) -> None:
    found = feats_of(readings(word)[0].tag)
    assert {name: found.get(name) for name in features} == features
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("word", "pos"), [("проверив", "VERB"), ("пять", "NUM"), ("мы", "PRON"), ("быстро", "ADV")]
)
def test_pos_of(word: str, pos: str) -> None:
    assert pos in {pos_of(parse.tag) for parse in readings(word)}


@pytest.mark.parametrize(("pos", "near"), [("PROPN", "NOUN"), ("AUX", "VERB"), ("NOUN", "NOUN")])
def test_coarse(pos: str, near: str) -> None:
    assert coarse(pos) == near


def test_feats_are_equal_and_hash_alike() -> None:
    assert hash(Feats({"Case": "Nom"})) == hash(Feats({"Case": "Nom"}))
    assert len({Feats({"Case": "Nom"}), Feats({"Case": "Nom"}), Feats()}) == 2


def test_feats_do_not_take_their_hash_to_another_process() -> None:
    feats = Feats({"Case": "Nom"})
    assert hash(feats)
    other = loads(dumps(feats))
    assert type(other) is Feats
    assert other == feats
    assert not hasattr(other, "_hash")


def test_a_word_written_small_is_no_name() -> None:
    genitive = Feats({"Case": "Gen", "Gender": "Fem", "Number": "Sing"})
    assert reading("течи", "NOUN", genitive).normal_form == "течь"


def test_a_word_of_both_animacies_is_read_the_same_in_every_run() -> None:
    both = [t for t in analyzer().dictionary.gramtab if {"anim", "inan"} <= t.grammemes]
    assert len(both) > 2
    for tag in both:
        last = max(("anim", "inan"), key=str(tag).rfind)
        assert feats_of(tag)["Animacy"].lower() == last, tag
