"""Reads Markdown: the prose in it, its looks by emphasis, and where every character stands.

Headings, list items, quoted lines and table cells are paragraphs of their own; code, images,
addresses of links and tags are no prose. A line break within a block is weighed as in plain text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from markdown_it.token import Token

from plainreply.document import PLAIN, Document, Face, Source
from plainreply.readers.flow import OBJECT, Flow
from plainreply.readers.front_matter import front_matter
from plainreply.readers.html import LOOKS, HtmlReader
from plainreply.readers.html_css import declared, styled
from plainreply.readers.html_tokens import Comment, Tag, Tokens
from plainreply.readers.markdown_tokens import AT, DEEPEST, STOP, Located, line_starts, parse
from plainreply.readers.text import with_headings
from plainreply.sourcemap import Gap
from plainreply.spans import Span

NO_CODE = "Блоки кода не проверены."
TOO_DEEP = "Списки вложены друг в друга слишком глубоко: самые глубокие не проверены."
FACES = {
    "strong": {"bold": True},
    "em": {"italic": True},
    "s": {"strike": True},
    "link": {"link": True, "underline": True},
}
_ROLES = {"heading": "heading", "list_item": "list", "th": "cell", "td": "cell"}
_TASK = re.compile(r"\[[ xX]\]\s+")
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\](?P<is_text>:\s*)?")
_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)")
_LOOK = re.compile(r"[*_~]*")


class MarkdownMarkup(NamedTuple):
    """How words are written into a Markdown text; ``line`` is how it ends its lines."""

    line: str = "\n"

    def escape(self, text: str) -> str:
        """Return plain words with backslashes before the characters that markup is made of."""
        return _SPECIAL.sub(r"\\\g<0>", text).replace("\n", self.line)

    def around(self, gaps: Sequence[Gap]) -> tuple[str, str] | None:
        """Drop the marks of a look that is emptied, and leave a half outside the words."""
        opened: list[str] = []
        closed: list[str] = []
        for gap in gaps:
            if not _LOOK.fullmatch(gap.markup):
                return None
            if gap.markup and not gap.before.strip():
                opened.append(gap.markup)
            elif opened and opened[-1] == gap.markup:
                opened.pop()
            elif gap.markup:
                closed.append(gap.markup)
        return None if opened and closed else ("".join(opened), "".join(closed))


def markdown_document(text: str, source: Source) -> Document:
    """Return the prose of ``text`` as a document whose places lead back to it."""
    meta, start = front_matter(text)
    reader = _Reader(text, start)
    reader.read()
    markup = MarkdownMarkup("\r\n" if "\r\n" in text else "\n")
    notes = (*source.notes, *reader.notes)
    document = reader.flow.document(replace(source, notes=notes), markup)
    paragraphs = tuple(with_headings(document.text, document.paragraphs))
    return replace(document, paragraphs=paragraphs, meta=meta)


class _Reader:
    def __init__(self, text: str, start: int) -> None:
        self.flow = Flow(text)
        self.flow.lead(start)
        self.notes: dict[str, None] = {}
        self._text = text
        self._body = "\n" * text.count("\n", 0, start) + text[start:]  # lines are those of the text
        self._starts = line_starts(text)
        self._roles = ["body"]
        self._after = 0

    def read(self) -> None:
        for token in parse(self._body):
            name = token.type.removesuffix("_open").removesuffix("_close")
            if token.level >= DEEPEST - 2:
                self.notes[TOO_DEEP] = None
            if name in _ROLES:
                if token.nesting > 0:
                    self._roles.append(_ROLES[name])
                else:
                    self._roles.pop()
            elif token.type == "fence":
                self.notes[NO_CODE] = None
            elif token.type == "html_block" and token.map:
                self._page(*token.map)
            elif token.type == "inline":
                self._block(token)

    def _page(self, first: int, last: int) -> None:
        start, stop = self._starts[first], min(self._starts[last], len(self._text))
        page = HtmlReader(self.flow, self._text[start:stop], start)
        page.read()
        self.notes |= page.notes

    def _block(self, token: Token) -> None:
        role = self._roles[-1]
        after = self._after if role == "cell" else None
        located = Located(self._text, self._starts, token, after)
        self._after = located.offsets[-1]
        words = list(_words(token.children or (), located))
        if role == "list" and words and (task := _TASK.match(words[0].text)):
            words[0] = words[0].cut(task.end())
        if words and (note := _NOTE.match(words[0].text)) and note["is_text"]:
            words[0], role = words[0].cut(note.end()), "note"
        row = words[:1] and words[0].text.startswith("|")
        for word in words:
            self._put(word, "cell" if row else "")
        self.flow.end("cell" if row else role)

    def _put(self, word: "_Word", row: str) -> None:
        """Add words without references to notes; in a row without its table, bars part cells."""
        if word.comment:
            self.flow.remark(word.text)
            return
        if word.fixed:
            self.flow.put(word.text, word.source, word.face, fixed=True)
            return
        at = 0
        for match in (re.compile(r"\s*\|\s*") if row else _NOTE).finditer(word.text):
            self._run(word, at, match.start())
            at = match.end()
            if row:
                self.flow.end(row)
        self._run(word, at, len(word.text))

    def _run(self, word: "_Word", start: int, stop: int) -> None:
        """Add a part of some words, in pieces that stand together in the source."""
        numbers = range(start, stop)
        for _, group in groupby(numbers, key=lambda n: word.offsets[n] - n if word.offsets else 0):
            run = list(group)
            part = word.text[run[0] : run[-1] + 1]
            if word.offsets:
                place = Span(word.offsets[run[0]], word.offsets[run[-1]] + 1)
                self.flow.put(part, place, word.face)
            else:
                self.flow.put(part, word.source, word.face)


class _Word(NamedTuple):
    """Some words of a block: ``offsets`` has the place of each character, none where they stand for
    ``source`` as a whole. ``fixed`` ones are never changed; a ``comment`` is no prose."""

    text: str
    source: Span
    face: Face
    offsets: Sequence[int] = ()
    fixed: bool = False
    comment: bool = False

    def cut(self, start: int) -> "_Word":
        """Return the words without the first ``start`` characters."""
        return self._replace(text=self.text[start:], offsets=self.offsets[start:])


def _words(tokens: Sequence[Token], located: Located) -> Iterator[_Word]:
    """Yield the prose of a block in order."""
    faces, at = [PLAIN], 0
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        start = max(token.meta.get(AT, at), at)
        if name in FACES:
            faces = _turned(faces, token.nesting, FACES[name])
        elif token.type == "text" and token.content:
            start = _start(token, located.content, at)
            at = start + len(token.content)
            offsets = located.offsets[start:at]
            yield _Word(token.content, Span(offsets[0], offsets[-1] + 1), faces[-1], offsets)
        elif token.type == "text_special":
            at = start + len(token.markup)
            yield _Word(token.content, _place(located, start, at), faces[-1])
        elif token.type in ("softbreak", "hardbreak"):
            at = start + 1
            yield _Word("\n", _place(located, start, at), faces[-1], fixed=True)
        elif token.type == "code_inline":
            at = _code_end(located.content, start, token.markup)
            yield _Word(OBJECT, _place(located, start, at), faces[-1], fixed=True)
        elif token.type == "html_inline":
            at = start + len(token.content)
            place = _place(located, start, at)
            faces, word = _tag(token.content, faces, place)
            if word:
                yield word


def _turned(faces: list[Face], nesting: int, look: dict[str, bool]) -> list[Face]:
    """Return the open faces when a look begins or ends."""
    if nesting > 0:
        return [*faces, replace(faces[-1], **look)]  # type: ignore[arg-type]
    return faces[:-1] if len(faces) > 1 else faces


def _start(token: Token, content: str, at: int) -> int:
    """Return where the text of a token stands in its block."""
    if STOP in token.meta:
        found = content.rfind(token.content, at, token.meta[STOP])
    else:
        found = content.find(token.content, max(token.meta.get(AT, at), at))
    return max(found, min(at, len(content) - len(token.content)), 0)


def _place(located: Located, start: int, stop: int) -> Span:
    offsets = located.offsets
    last = len(offsets) - 1
    first = offsets[min(start, last)]
    return Span(first, max(offsets[min(stop - 1, last)] + 1, first))


def _code_end(content: str, start: int, marks: str) -> int:
    match = re.compile(rf"(?<!`){marks}(?!`)").search(content, start + len(marks))
    return match.end() if match else start + len(marks)


def _tag(content: str, faces: list[Face], place: Span) -> tuple[list[Face], _Word | None]:
    """Return the open faces behind an inline tag, and what it shows, if anything."""
    token = next(iter(Tokens(content)), None)
    if isinstance(token, Comment):
        return faces, _Word(token.text, place, PLAIN, comment=True)
    if not isinstance(token, Tag):
        return faces, None
    if token.name == "br":
        return faces, _Word("\n", place, faces[-1], fixed=True)
    if token.name in LOOKS:
        look = styled(faces[-1], declared(LOOKS[token.name]))
        return (faces[:-1] or [PLAIN]) if token.closes else [*faces, look], None
    return faces, None
