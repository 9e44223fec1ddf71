"""Cuts the source of a web page into tags, comments and text, each with its place.

The steps are those of the HTML standard, one pass and linear in the source. Of the parsers at
hand, that of the standard library takes minutes for a page of unclosed tags in the older versions
of Python, lxml and selectolax tell no places, and tree-sitter loses the blanks between words.
"""

import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from typing import Final, NamedTuple

from plainreply.spans import Span

RAW: Final = frozenset("script style xmp iframe noembed noframes textarea title".split())
"""Elements whose content is taken as it stands up to their end tag."""
_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<rest>(?:[^\"'>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+|[\"'])*+)>"
)
_ATTRIBUTE = re.compile(
    r"(?P<key>[^\s\"'>/=]++)(?:\s*+=\s*+(?:\"(?P<two>[^\"]*+)\"|'(?P<one>[^']*+)'|(?P<bare>[^\s>]++)))?+"
)
_ENTITY = re.compile(r"&(?:#\d{1,8};?|#[xX][0-9a-fA-F]{1,7};?|[A-Za-z][A-Za-z0-9]{0,31};?)")
_LETTER = re.compile(r"[A-Za-z]")


class Tag(NamedTuple):
    """A start or end tag; ``rest`` is what stands between its name and «>»."""

    span: Span
    name: str
    closes: bool
    rest: str

    def attributes(self) -> dict[str, str]:
        """Return its attributes, names in lower case; of two with one name the first counts."""
        found: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(self.rest):
            value = next((v for v in match.group("two", "one", "bare") if v is not None), "")
            found.setdefault(match["key"].lower(), unescape(value))
        return found


class Comment(NamedTuple):
    """A comment, without its marks."""

    span: Span
    text: str


class Words(NamedTuple):
    """Characters between tags; ``raw`` is the element that holds them as they stand, or empty."""

    span: Span
    raw: str = ""


Token = Tag | Comment | Words


class Tokens:
    """The tokens of ``source`` from ``start`` on."""

    def __init__(self, source: str, start: int = 0) -> None:
        self._source = source
        self._start = start

    def __iter__(self) -> Iterator[Token]:
        source, at, words = self._source, self._start, self._start
        while (open_ := source.find("<", at)) >= 0:
            token, stop = self._token(open_)
            if stop == open_:  # a mere «<»
                at = open_ + 1
                continue
            if words < open_:
                yield Words(Span(words, open_))
            if token:
                yield token
            if isinstance(token, Tag) and token.name in RAW and not token.closes:
                end = self._raw_end(token.name, stop)
                yield Words(Span(stop, end), token.name)
                stop = end
            at = words = stop
        if words < len(source):
            yield Words(Span(words, len(source)))

    def _token(self, at: int) -> tuple[Token | None, int]:
        """Return what a «<» opens and where it ends; what never ends takes all the rest."""
        source = self._source
        if source.startswith("<!--", at):
            return self._comment(at)
        match = _TAG.match(source, at)
        if match:
            name = match["name"].lower()
            return Tag(Span(*match.span()), name, bool(match["slash"]), match["rest"]), match.end()
        following = source[at + 1 : at + 2]
        if following in ("!", "?", "/"):  # a declaration or a fault
            end = source.find(">", at)
            return None, end + 1 if end >= 0 else len(source)
        return None, len(source) if _LETTER.match(following) else at

    def _comment(self, at: int) -> tuple[Comment, int]:
        source = self._source
        stop = source.find("-->", at + 2)
        end = stop + 3 if stop >= 0 else len(source)
        text = source[at + 4 : max(stop, at + 4) if stop >= 0 else end]
        return Comment(Span(at, end), text), end

    def _raw_end(self, name: str, start: int) -> int:
        match = self._raw_ends[name].search(self._source, start)
        return match.start() if match else len(self._source)

    @cached_property
    def _raw_ends(self) -> dict[str, re.Pattern[str]]:
        return {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


def characters(source: str, span: Span) -> Iterator[tuple[str, Span]]:
    """Yield the text of ``span`` with character references resolved, and where each part stands."""
    at = span.start
    for match in _ENTITY.finditer(source, span.start, span.stop):
        if match.start() > at:
            yield source[at : match.start()], Span(at, match.start())
        yield unescape(match[0]), Span(*match.span())
        at = match.end()
    if at < span.stop:
        yield source[at : span.stop], Span(at, span.stop)
