"""What was changed in a text, told word by word."""

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from plainreply.grammar.difference import PIECE, difference
from plainreply.spans import apply

WORDS = st.lists(st.sampled_from("дом дома , . « » 5 😀 и".split()), max_size=8).map(" ".join)


@given(WORDS, WORDS, st.integers(0, 9))
def test_difference_turns_old_into_new(old: str, new: str, offset: int) -> None:
    edits = difference(old, new, offset)
    assert apply("-" * offset + old, edits) == "-" * offset + new
    assert (edits == ()) is (old == new)


def test_difference_never_cuts_a_word() -> None:
    (edit,) = difference("проверка дома", "проверку дома", 0)
    assert (edit.span.of("проверка дома"), edit.text) == ("проверка", "проверку")


@given(WORDS, WORDS)
def test_difference_leaves_the_stretches_that_difflib_leaves(old: str, new: str) -> None:
    a, b = PIECE.findall(old), PIECE.findall(new)
    told = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    changed = [("".join(a[i1:i2]), "".join(b[j1:j2])) for t, i1, i2, j1, j2 in told if t != "equal"]
    assert [(edit.span.of(old), edit.text) for edit in difference(old, new, 0)] == changed
