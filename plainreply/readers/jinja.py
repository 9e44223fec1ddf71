"""The tags of templates: «{{ имя }}» stands for words, «{% if … %}» and «{# … #}» are no prose.

Jinja's own lexer stops at the first fault and tells lines, not places; docxtpl adds tags of its
own («{%p if … %}»). Here every tag is found with its place, whatever stands around it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plainreply.document import Document, Remark
from plainreply.patterns import pattern
from plainreply.sourcemap import SourceMap
from plainreply.spans import Span

SLOT, CONTROL = "\ue000", "\ue001"
"""Characters of no meaning, with which tags are masked while the markup around them is read."""
LONGEST = 2000
"""How long a tag may be, in code points."""
_OPENS = pattern(r"\{[{%#]")
_CLOSES = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WORD = pattern(r"[-+]?(?:(?:p|tr|tc|r)(?=\s))?\s*(\w*)")
_ENDRAW = pattern(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_MASKED = pattern(f"[{SLOT}{CONTROL}]+")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag: ``opens`` is «{{», «{%» or «{#», ``word`` what a control tag does: if, for, endif."""

    span: Span
    opens: str
    word: str = ""


def tags(text: str, start: int = 0) -> Iterator[Tag]:
    """Yield the tags of ``text`` from ``start`` on, in order; one that never closes is none."""
    at = start
    for match in _OPENS.finditer(text, start):
        if match.start() < at:
            continue
        opens = match[0]
        stop = text.find(_CLOSES[opens], match.end(), match.end() + LONGEST)
        if stop < 0:
            continue
        at = stop + len(_CLOSES[opens])
        word = _WORD.match(text, match.end()) if opens == "{%" else None
        yield Tag(Span(match.start(), at), opens, word[1] if word else "")
        if word and word[1] == "raw":
            end = _ENDRAW.search(text, at)
            at = end.start() if end else len(text)


def has_control(text: str) -> bool:
    """Tell whether there is a tag that only a template can have."""
    return any(tag.opens == "{%" and tag.word for tag in tags(text)) if "{%" in text else False


def masked(text: str, start: int, *, lines: bool) -> str:
    """Return a text of the same length without tags; words of no meaning stand for slots. With
    ``lines`` a line of nothing but control tags is blank."""
    parts: list[str] = []
    at = 0
    for tag in tags(text, start):
        parts += text[at : tag.span.start], _mask(text, tag, lines)
        at = tag.span.stop
    return "".join((*parts, text[at:]))


def _mask(text: str, tag: Tag, lines: bool) -> str:
    length = tag.span.stop - tag.span.start
    if tag.opens == "{{":
        return SLOT * length
    return (" " if lines and _alone(text, tag.span) else CONTROL) * length


def _alone(text: str, span: Span) -> bool:
    """Tell whether a tag has its line to itself; other control tags may share it."""
    start, stop = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.stop)
    line = Span(start, len(text) if stop < 0 else stop)
    if line.stop - line.start > LONGEST:
        return False
    return _bare(line.of(text))


def _bare(line: str) -> bool:
    """Tell whether a line has nothing but control tags and blanks."""
    at = 0
    for tag in tags(line):
        if tag.opens == "{{" or line[at : tag.span.start].strip():
            return False
        at = tag.span.stop
    return not line[at:].strip()


def unmasked(document: Document, text: str) -> Document:
    """Return a document that was read from a masked text with the tags of ``text`` back in it, and
    the comments among them as remarks."""
    source = document.source
    if source.map is None:
        return _remarked(replace(document, text=text), text)
    parts: list[str] = []
    at = 0
    for match in _MASKED.finditer(document.text):
        place = source.map.place(Span(*match.span()))
        if place.stop - place.start == match.end() - match.start():
            parts += document.text[at : match.start()], place.of(text)
            at = match.end()
    restored = "".join((*parts, document.text[at:]))
    tied = SourceMap(text, source.map.pieces, source.map.markup)
    return _remarked(replace(document, text=restored, source=replace(source, map=tied)), text)


def _remarked(document: Document, text: str) -> Document:
    """Return the document with the comments «{# … #}» of its source among its remarks."""
    found = list(document.remarks)
    tied = document.source.map
    for tag in tags(text):
        if tag.opens == "{#":
            at = tied.shown(tag.span).start if tied else tag.span.start
            words = tag.span.of(text)[2:-2].strip("-+ \t\r\n")
            found.append(Remark(Span(at, at), words, ""))
    ordered = sorted(found, key=lambda remark: remark.span)
    return replace(document, remarks=tuple(ordered))
