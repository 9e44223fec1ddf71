"""Government: the complements of a noun become those of its verb."""

import pytest
from parsing import applied, parsed, word

from plainreply.grammar.derivation import families
from plainreply.grammar.govern import complement_key, govern, put, short
from plainreply.grammar.redraft import Redraft


def governed(text: str, form: str) -> str | None:
    """Return the sentence with the noun ``form`` made an infinitive, None when unsure."""
    sentence = parsed(text)
    noun = word(sentence, form)
    family = families()[noun.lemma]
    redraft = Redraft(sentence, text)
    redraft.replace({noun.index: family.pf or family.ipf})
    return applied(text, redraft) if govern(redraft, noun, family.government) else None


@pytest.mark.parametrize(
    ("text", "noun", "result"),
    [
        ("Нужна проверка документов.", "проверка", "Нужна проверить документы."),
        ("Нужна проверка вашего дома.", "проверка", "Нужна проверить ваш дом."),
        ("Нужна повторная проверка дома.", "проверка", "Нужна повторно проверить дом."),
        ("Нужна выдача справок гражданам.", "выдача", "Нужна выдать справки гражданам."),
        ("Нужно управление домом.", "управление", "Нужно управлять домом."),
        ("Нужен контроль за работами.", "контроль", "Нужен проконтролировать работы."),
        ("Нужна проверка.", "проверка", "Нужна проверить."),
        ("Нужна железная проверка дома.", "проверка", None),
    ],
)
def test_govern(text: str, noun: str, result: str | None) -> None:
    assert governed(text, noun) == result


@pytest.mark.parametrize(
    ("preposition", "plain"),
    [("во", "в"), ("со", "с"), ("об", "о"), ("обо", "о"), ("ко", "к"), ("по", "по")],
)
def test_short(preposition: str, plain: str) -> None:
    assert short(preposition) == plain


def test_complement_key() -> None:
    sentence = parsed("Контроль за работами и сдача дома закончены.")
    assert complement_key(sentence, word(sentence, "работами")) == "за+ins"
    assert complement_key(sentence, word(sentence, "дома")) == "gen"


@pytest.mark.parametrize(
    ("target", "result"),
    [
        ("acc", "Мы ждём контроль работы."),
        ("gen", "Мы ждём контроль работ."),
        ("над+ins", "Мы ждём контроль над работами."),
        ("inf|в+prep", "Мы ждём контроль в работах."),
    ],
)
def test_put(target: str, result: str) -> None:
    text = "Мы ждём контроль за работами."
    sentence = parsed(text)
    redraft = Redraft(sentence, text)
    assert put(redraft, word(sentence, "за"), word(sentence, "работами"), target)
    assert applied(text, redraft) == result


def test_put_adds_a_preposition_before_the_whole_phrase() -> None:
    text = "Мы ждём решения нового вопроса."
    sentence = parsed(text)
    redraft = Redraft(sentence, text)
    assert put(redraft, None, word(sentence, "вопроса"), "о+prep")
    assert applied(text, redraft) == "Мы ждём решения о новом вопросе."


def test_put_refuses_a_case_that_does_not_exist() -> None:
    text = "Мы ждём контроль за работами."
    sentence = parsed(text)
    assert not put(Redraft(sentence, text), None, word(sentence, "работами"), "inf")
