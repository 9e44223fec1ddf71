"""One reading a token, chosen in its sentence."""

import pytest

from plainreply.analysis import analyse
from plainreply.analysis.morphology import read
from plainreply.document import Need, Token
from plainreply.readers import read_text
from plainreply.words import Feats


def tokens(text: str, need: Need = Need.SYNTAX) -> tuple[Token, ...]:
    return tuple(t for s in analyse(read_text(text), need).sentences for t in s.tokens)


def token(text: str, form: str) -> Token:
    return next(t for t in tokens(text) if t.text == form)


@pytest.mark.parametrize(
    ("text", "form", "lemma", "pos"),
    [
        ("Мы рассмотрели ваше обращение.", "рассмотрели", "рассмотреть", "VERB"),
        ("Мы рассмотрели ваше обращение.", "обращение", "обращение", "NOUN"),
        ("Балки сделаны из стали.", "стали", "сталь", "NOUN"),
        ("Мы стали ждать ответа.", "стали", "стать", "VERB"),
        ("Мы направляем вам ответ.", "направляем", "направлять", "VERB"),
        ("Ответ получен вчера.", "получен", "получить", "VERB"),
        ("Отдел находится рядом.", "находится", "находиться", "VERB"),
        ("Дом стоит у дороги.", "дороги", "дорога", "NOUN"),
    ],
)
def test_lemma_and_part_of_speech_in_context(text: str, form: str, lemma: str, pos: str) -> None:
    found = token(text, form)
    assert (found.lemma, found.pos) == (lemma, pos)


@pytest.mark.parametrize(
    ("text", "form", "feats"),
    [
        ("Изменения проводятся летом.", "Изменения", {"Case": "Nom", "Number": "Plur"}),
        ("Мы ждём изменения срока.", "срока", {"Case": "Gen", "Number": "Sing"}),
        ("Комиссией принят план.", "Комиссией", {"Case": "Ins"}),
        ("Ответ готовит новая комиссия.", "новая", {"Case": "Nom", "Gender": "Fem"}),
        ("Ответ получен вчера.", "получен", {"Variant": "Short", "Voice": "Pass"}),
    ],
)
def test_features_in_context(text: str, form: str, feats: dict[str, str]) -> None:
    assert feats.items() <= token(text, form).feats.items()


@pytest.mark.parametrize("form", ["5", "№", "12.05.2025", "😀", "—"])
def test_what_has_no_letter_is_its_own_lemma(form: str) -> None:
    assert read(form, "SYM", Feats()).lemma == form


def test_an_unknown_word_is_read_as_the_tagger_says() -> None:
    feats = Feats({"Case": "Gen", "Number": "Sing"})
    assert read("бздыньк", "NOUN", feats)[1:] == ("NOUN", feats)


def test_a_present_in_sya_is_no_future() -> None:
    assert token("Мусор вывозится ежедневно.", "вывозится").feats.get("Tense") == "Pres"


def test_only_what_is_needed_is_filled_in() -> None:
    text = "Мы рассмотрели письмо."
    assert all(t.pos == "" and t.head == -1 for t in tokens(text, Need.TOKENS))
    tagged = tokens(text, Need.MORPHOLOGY)
    assert all(t.pos and t.rel == "" for t in tagged)
    assert analyse(read_text(text), Need.TEXT).sentences == ()


@pytest.mark.parametrize("text", ["", " \n ", "...", "😀", "\u0301"])
def test_text_without_words_is_analysed(text: str) -> None:
    assert all(t.span.of(text) == t.text for t in tokens(text))
