"""Reads web pages and HTML letters: the prose in them, how it looks, and where it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainreply.document import PLAIN, Document, Face, Source
from plainreply.readers.flow import OBJECT, Flow
from plainreply.readers.front_matter import front_matter
from plainreply.readers.html_css import Sheet, colour_of, declared, is_hidden, styled
from plainreply.readers.html_tokens import Comment, Tag, Tokens, Words, characters
from plainreply.sourcemap import Gap
from plainreply.spans import Span

ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "list"),
    **dict.fromkeys(("td", "th", "caption"), "cell"),
    **dict.fromkeys(
        "address article aside blockquote body center details dialog dir div dl fieldset "
        "figcaption figure footer form header hr html legend main menu nav ol p pre search "
        "section summary table tbody tfoot thead tr ul button option select".split(),
        "",
    ),
}
"""Elements that stand apart from the text around them; an empty role is that of the outer one."""
VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr param keygen".split()
)
HIDDEN = frozenset(
    "head script style template noscript svg math object iframe audio video canvas textarea title "
    "noembed noframes xmp datalist applet".split()
)
CODE = frozenset("code kbd samp".split())
LOOKS = {
    **dict.fromkeys("b strong th h1 h2 h3 h4 h5 h6".split(), "font-weight:bold"),
    **dict.fromkeys("i em cite var dfn address".split(), "font-style:italic"),
    **dict.fromkeys("u ins".split(), "text-decoration:underline"),
    **dict.fromkeys("s strike del".split(), "text-decoration:line-through"),
    "mark": "background:#FFFF00",
}
"""Elements that make words look in some way of themselves, as a style."""
FRAMES = "Вставленные страницы и картинки не проверены: в них может быть текст."
SHEETS = "Внешние стили страницы не прочитаны: о виде текста сказано не всё."
DEEPEST = 512
"""How deep elements may lie in each other before the outer ones are taken as closed."""
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_INLINE = re.compile(
    r"(?:</?(?:b|strong|i|em|u|ins|span|font|small|big|mark|s|wbr)(?:\s[^<>]*)?>|\s)*", re.I
)
_EMPTY = re.compile(r"<(\w+)(?:\s[^<>]*)?></\1\s*>", re.IGNORECASE)


class HtmlMarkup:
    """How words are written into a page."""

    def escape(self, text: str) -> str:
        """Return plain words with references for the characters that markup is made of."""
        plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return plain.replace("\n", "<br>\n")

    def around(self, gaps: Sequence[Gap]) -> tuple[str, str] | None:
        """Keep the tags of looks that are not emptied; what else stands there is not lost."""
        if not all(_INLINE.fullmatch(gap.markup) for gap in gaps):
            return None
        left, before = "".join(gap.markup.strip() for gap in gaps), ""
        while left != before:
            left, before = _EMPTY.sub("", left), left
        return ("", left) if left.startswith("</") else (left, "")


@dataclass(slots=True)
class _Open:
    """An element that is open."""

    name: str
    face: Face
    role: str
    hidden: bool
    kept: bool
    code: bool


def html_document(text: str, source: Source) -> Document:
    """Return the prose of a page as a document whose places lead back to ``text``."""
    meta, start = front_matter(text)
    flow = Flow(text)
    flow.lead(start)
    reader = HtmlReader(flow, text)
    reader.read(start)
    notes = (*source.notes, *reader.notes)
    document = flow.document(replace(source, notes=notes), HtmlMarkup())
    return replace(document, meta=meta)


class HtmlReader:
    """Puts the prose of ``text``, which stands at the offset ``base`` of the source, into ``flow``;
    ``notes`` tell what was not read."""

    def __init__(self, flow: Flow, text: str, base: int = 0) -> None:
        self.notes: dict[str, None] = {}
        self._flow = flow
        self._text = text
        self._base = base
        self._sheet = Sheet()
        self._stack = [_Open("", PLAIN, "body", False, False, False)]
        self._blank: Span | None = None  # a blank that counts once a word follows

    def read(self, start: int = 0) -> None:
        """Read the text from ``start`` on."""
        for token in Tokens(self._text, start):
            if isinstance(token, Words):
                self._words(token)
            elif isinstance(token, Comment):
                if not token.text.lstrip().startswith("["):  # «<!--[if mso]>»
                    self._flow.remark(token.text)
            elif token.closes:
                self._close(token.name)
            else:
                self._open(token)
        self._end()

    def _words(self, token: Words) -> None:
        top = self._stack[-1]
        if token.raw == "style":
            self._sheet.read(token.span.of(self._text))
        if top.hidden or token.raw:
            return
        if top.code:
            self._put(OBJECT, token.span, top, fixed=True)
            return
        for text, span in characters(self._text, token.span):
            self._plain(text, span, top)

    def _plain(self, text: str, span: Span, top: _Open) -> None:
        """Add text, its blanks joined as a browser does."""
        if len(text) != span.stop - span.start:
            self._put(text, span, top)
            return
        at = 0
        for match in _BLANKS.finditer(text):
            self._put(text[at : match.start()], Span(at, match.start()).shift(span.start), top)
            where = Span(*match.span()).shift(span.start)
            if top.kept:
                self._put(match[0], where, top)
            else:
                self._blank = self._blank or where
            at = match.end()
        self._put(text[at:], Span(at, len(text)).shift(span.start), top)

    def _put(self, text: str, span: Span, top: _Open, *, fixed: bool = False) -> None:
        if not text:
            return
        if self._blank and not self._flow.bare:
            self._flow.put(" ", self._blank.shift(self._base), top.face)
        self._blank = None
        self._flow.put(text, span.shift(self._base), top.face, fixed=fixed)

    def _open(self, tag: Tag) -> None:
        if tag.name in VOID:
            self._void(tag)
            return
        if tag.name in ROLES:
            self._end()
        if tag.name in ("iframe", "object", "svg"):
            self.notes[FRAMES] = None
        self._stack.append(self._opened(tag, self._stack[-1]))
        if len(self._stack) > DEEPEST:
            del self._stack[1]

    def _opened(self, tag: Tag, outer: _Open) -> _Open:
        attributes = tag.attributes()
        style = self._sheet.style(tag.name, attributes)
        face = styled(outer.face, declared(LOOKS.get(tag.name, "")))
        if tag.name == "a" and "href" in attributes:
            face = replace(face, link=True, underline=True)
        if tag.name == "font":
            face = _font(face, attributes)
        hidden = outer.hidden or tag.name in HIDDEN or "hidden" in attributes or is_hidden(style)
        return _Open(
            tag.name,
            styled(face, style),
            ROLES.get(tag.name, "") or outer.role,
            hidden,
            outer.kept or tag.name == "pre" or style.get("white-space", "").startswith("pre"),
            outer.code or tag.name in CODE,
        )

    def _void(self, tag: Tag) -> None:
        top = self._stack[-1]
        if tag.name == "br" and not top.hidden:
            self._blank = None
            if not self._flow.bare:
                self._flow.put("\n", tag.span.shift(self._base), top.face, fixed=True)
        elif tag.name == "hr":
            self._end()
        elif tag.name == "link" and "stylesheet" in tag.rest.lower():
            self.notes[SHEETS] = None
        elif tag.name == "img":
            self.notes[FRAMES] = None

    def _close(self, name: str) -> None:
        if name in ROLES:
            self._end()
        at = next((n for n in range(len(self._stack) - 1, 0, -1) if self._stack[n].name == name), 0)
        if at:
            del self._stack[at:]

    def _end(self) -> None:
        self._blank = None
        self._flow.end(self._stack[-1].role)


def _font(face: Face, attributes: dict[str, str]) -> Face:
    """Return how ``<font>`` makes words look."""
    family, colour = attributes.get("face"), colour_of(attributes.get("color", ""))
    family = family.split(",")[0].strip() if family else face.family
    return replace(face, family=family, colour=colour or face.colour)
