"""Ties every character of a document that came from an ODT to the XML it was read from."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from plainreply.readers.atoms import atom_at, atoms_within
from plainreply.readers.docx_package import Node
from plainreply.spans import Span

Part = Literal["text", "tail", "element"]


class Atom(NamedTuple):
    """A visible piece of the XML. ``text`` stands at ``start`` of Document.text, character for
    character at ``at`` of the text or the tail of ``node``; blanks of any kind are read as
    spaces. With ``part`` ``element``, ``node`` itself is what is shown (a tab, spaces, a line
    break, an embedded object) and ``at`` is 0."""

    start: int
    text: str
    node: Node
    part: Part
    at: int

    @property
    def span(self) -> Span:
        """Where the atom stands in Document.text."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class OdtAnchors:
    """What a writer needs of the file that a document was read from.

    ``atoms`` go by start; between them stand only the line breaks that separate paragraphs.
    ``content`` is the root of the XML of the body, ``package`` the bytes of the whole file,
    ``flat`` tells that the file is that XML itself and no package.
    """

    atoms: tuple[Atom, ...]
    content: Node
    package: bytes
    flat: bool

    def at(self, offset: int) -> Atom | None:
        """Return the atom that holds the character at ``offset``, None between paragraphs."""
        return atom_at(self.atoms, offset)

    def within(self, span: Span) -> tuple[Atom, ...]:
        """Return the atoms that share a character with ``span``, in order."""
        return atoms_within(self.atoms, span)
