"""Where the walker of an ODT puts what it finds: text, atoms, stretches, paragraphs, in step."""

from plainreply.document import PLAIN, Face, Paragraph, Stretch
from plainreply.errors import UnreadableDocument
from plainreply.readers.docx_package import HUGE, MAX_PARAGRAPHS, Node
from plainreply.readers.odt_anchors import Atom, Part
from plainreply.readers.text import is_item
from plainreply.spans import Span

MAX_TEXT = 10_000_000  # code points; a short element may stand for many spaces


class Sink:
    """Collects the text of a document. The line breaks that separate paragraphs are stretches
    of their own with a plain face."""

    def __init__(self) -> None:
        self.at = 0
        self.texts: list[str] = []
        self.atoms: list[Atom] = []
        self.stretches: list[Stretch] = []
        self.paragraphs: list[Paragraph] = []
        self._begun = 0  # paragraphs, empty ones too
        self._start = (0, 0)  # of the paragraph begun last: offset, len(texts)

    def begin(self) -> None:
        """Begin a paragraph."""
        if self._begun:
            self._start = self.at + 1, len(self.texts) + 1
            self._write("\n", PLAIN)
        self._begun += 1
        if self._begun > MAX_PARAGRAPHS:
            raise UnreadableDocument(HUGE)

    def end(self, role: str, style: str) -> None:
        """End the paragraph; blank ones are not listed."""
        start, index = self._start
        text = "".join(self.texts[index:])
        if role == "body" and is_item(text.lstrip()):
            role = "list"
        if text.strip():
            self.paragraphs.append(Paragraph(Span(start, self.at), role, style or None))

    def add(self, text: str, node: Node, part: Part, index: int, face: Face) -> None:
        """Add a visible piece of the XML."""
        self.atoms.append(Atom(self.at, text, node, part, index))
        self._write(text, face)
        if self.at > MAX_TEXT:
            raise UnreadableDocument(HUGE)

    def _write(self, text: str, face: Face) -> None:
        start, self.at = self.at, self.at + len(text)
        self.texts.append(text)
        last = self.stretches[-1] if self.stretches else None
        if last and last.face == face and self._start[0] <= last.span.start:
            start = self.stretches.pop().span.start
        self.stretches.append(Stretch(Span(start, self.at), face))
