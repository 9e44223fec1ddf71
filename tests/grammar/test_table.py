"""Tables of formulas: which of their entries may stand in a sentence, and where."""

import pytest

from plainreply.grammar.lookup import read_on, reads
from plainreply.grammar.table import Table, by_first_word, entries, openings
from tests.grammar.parsing import parsed

Words = tuple[str, ...]
PHRASES = "в срок", "в полный срок", "в случай|связь", "IMP", "о * сообщать"
TABLE: Table[Words] = Table((tuple(phrase.split()) for phrase in PHRASES), lambda words: words)


def _found(text: str) -> list[tuple[int, str]]:
    return [(at, " ".join(entry)) for at, entry in entries(parsed(text), TABLE)]


def test_long_entries_come_first() -> None:
    found = by_first_word([("в",), ("в", "срок"), ("о",)], lambda words: words)
    assert found == {"в": [("в", "срок"), ("в",)], "о": [("о",)]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ответ придёт в срок.", [(2, "в срок"), (2, "в случай|связь")]),
        ("Ответ в срок и в полный рост.", [
            (1, "в полный срок"), (1, "в срок"), (1, "в случай|связь"),
            (4, "в полный срок"), (4, "в срок"), (4, "в случай|связь"),
        ]),
        ("Об этом вам сообщают.", [(0, "о * сообщать")]),
        ("Позвоните нам.", [(0, "IMP")]),
        ("Вы позвоните нам.", []),
        ("Ответа нет.", []),
    ],
)  # fmt: skip
def test_only_entries_whose_words_are_all_said_are_looked_for(
    text: str, found: list[tuple[int, str]]
) -> None:
    assert _found(text) == found


def test_a_choice_is_read_either_way() -> None:
    sentence = parsed("Пишем в связи с жалобой.")
    assert reads(("в", "случай|связь"), sentence.tokens[1:3])
    assert len(read_on(("писать", "случай|связь"), sentence)) == 3


def test_openings_are_lemmas_forms_and_short_prepositions() -> None:
    words = frozenset({"о", "ответ"})
    assert [token.text for token in openings(parsed("Об ответе и ответах."), words)] == [
        "Об", "ответе", "ответах",
    ]  # fmt: skip
