"""Positions of the protocol and offsets in code points, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from plainreply.server.positions import CODECS, Lines
from plainreply.spans import Span

PIECES = [
    "а",
    "е\u0301",
    "😀",
    "👨‍👩‍👧",
    "𝐀",
    "\n",
    "\r\n",
    "\r",
    "\v",
    "\u2028",
    "\u00ad",
    "\x00",
    " ",
]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=20).map("".join)
encodings = st.sampled_from(sorted(CODECS))


@given(texts, encodings, st.data())
def test_every_offset_comes_back(text: str, encoding: str, data: st.DataObject) -> None:
    lines = Lines(text, encoding)
    at = data.draw(st.integers(0, len(text)))
    inside_break = text[at - 1 : at + 1] == "\r\n" and at > 0
    assert lines.offset(lines.position(at)) == at - inside_break


@given(texts, texts, encodings, st.data())
def test_changes_give_the_text_that_the_editor_has(
    text: str, new: str, encoding: str, data: st.DataObject
) -> None:
    lines = Lines(text, encoding)
    ends = st.integers(0, len(text)).filter(lambda at: text[max(at - 1, 0) : at + 1] != "\r\n")
    start, stop = sorted((data.draw(ends), data.draw(ends)))
    change = types.TextDocumentContentChangePartial(lines.range(Span(start, stop)), new)
    changed = lines.changed([change])
    assert changed.text == text[:start] + new + text[stop:]
    assert changed.encoding == encoding


@pytest.mark.parametrize(
    ("encoding", "character"), [("utf-8", 4 + 2), ("utf-16", 2 + 1), ("utf-32", 1 + 1)]
)
def test_units_are_those_of_the_encoding(encoding: str, character: int) -> None:
    assert Lines("\v\n😀б", encoding).position(4) == types.Position(1, character)


def test_positions_outside_are_moved_back() -> None:
    lines = Lines("а😀\r\nб")
    assert lines.offset(types.Position(0, 99)) == 2
    assert lines.offset(types.Position(0, 2)) == 1
    assert lines.offset(types.Position(9, 0)) == len(lines.text)
    whole = types.TextDocumentContentChangeWholeDocument("новый")
    assert lines.changed([whole]).text == "новый"
