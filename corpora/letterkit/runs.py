"""Writes pieces of text as runs, cut in the middle of words as Word cuts them."""

from random import Random

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from lxml.etree import _Element

from letterkit.looks import Look
from letterkit.marks import Piece, pieces
from letterkit.xml import text, w

STYLES = {"link": "a7", "is": "a8", "us": "ab", "capss": "ac"}
WRAPPERS = ("link", "ins", "del", "sdt", "fn")
EDITOR = {"author": "Редактор отдела", "date": "2026-01-28T16:40:00Z"}


class Pen:
    """Writes runs for one letter; keeps its footnotes and the numbers already given out."""

    def __init__(self, document: Document, look: Look, seed: str) -> None:
        self.document = document
        self.look = look
        self.notes: list[str] = []
        self.chance = Random(seed)
        self.last_id = 100

    def write(self, line: str, *, bold: bool = False, size: int = 0) -> list[_Element]:
        """Give the paragraph content for a source line with inline marks."""
        return [node for piece in pieces(line) for node in self._piece(piece, bold, size)]

    def _piece(self, piece: Piece, bold: bool, size: int) -> list[_Element]:
        """Give the runs of one piece, wrapped when a mark asks for it."""
        wrapper = next((name for name in WRAPPERS if piece.has(name)), "")
        if wrapper == "fn":
            return [self._note(piece.text)]
        tag = "delText" if wrapper == "del" else "t"
        runs = [self._run(cut, piece, bold, size, tag) for cut in self._cuts(piece.text)]
        return [self._wrap(wrapper, piece, runs)] if wrapper else runs

    def _cuts(self, value: str) -> list[str]:
        """Cut the text at chance places, most of them inside a word."""
        cuts = []
        while value:
            size = self.chance.randint(9, 70)
            cuts.append(value[:size])
            value = value[size:]
        return cuts

    def _run(self, cut: str, piece: Piece, bold: bool, size: int, tag: str) -> _Element:
        """Give one `w:r`, with a revision mark now and then, as in a much edited file."""
        run = w("r", self._face(piece, bold, size), text(cut, tag))
        if self.chance.random() < 0.4:
            run.set(qn("w:rsidR"), f"00{self.chance.randrange(0x10000, 0xFFFFFF):06X}")
        return run

    def _face(self, piece: Piece, bold: bool, size: int) -> _Element:
        """Give the run properties, in the order the schema wants."""
        style = next((STYLES[mark.name] for mark in piece.marks if mark.name in STYLES), None)
        size = size or (self.look.size if self.look.direct else 0)
        return w(
            "rPr",
            w("rStyle", val=style) if style else None,
            self.look.fonts(),
            w("b") if bold or piece.has("b") else None,
            w("i") if piece.has("i") else None,
            w("caps") if piece.has("caps") else None,
            w("sz", val=size) if size else None,
            w("szCs", val=size) if size else None,
            w("highlight", val="yellow") if piece.has("hl") else None,
            w("u", val="single") if piece.has("u") else None,
        )

    def _wrap(self, name: str, piece: Piece, runs: list[_Element]) -> _Element:
        """Put runs into a hyperlink, a tracked change or a content control."""
        if name == "link":
            return self._link(next(mark.url for mark in piece.marks if mark.url), runs)
        if name == "sdt":
            return self._control(runs)
        return w(name, *runs, id=self._next(), **EDITOR)

    def _link(self, url: str, runs: list[_Element]) -> _Element:
        """Give a hyperlink to an outside address."""
        link = w("hyperlink", *runs, history=1)
        relation = self.document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), relation)
        return link

    def _control(self, runs: list[_Element]) -> _Element:
        """Give an inline content control that holds a date."""
        kind = w("date", w("dateFormat", val="dd.MM.yyyy"), w("lid", val="ru-RU"))
        head = w(
            "sdtPr",
            w("alias", val="Срок ответа"),
            w("tag", val="due"),
            w("id", val=self._next()),
            kind,
        )
        return w("sdt", head, w("sdtContent", *runs))

    def mark(self) -> _Element | None:
        """Give the face of a paragraph mark: it sets the number of a list item."""
        fonts = self.look.fonts()
        return w("rPr", fonts, w("sz", val=self.look.size)) if fonts is not None else None

    def _note(self, note: str) -> _Element:
        """Remember a footnote and give the run that refers to it."""
        self.notes.append(note)
        return w("r", w("rPr", w("rStyle", val="aa")), w("footnoteReference", id=len(self.notes)))

    def _next(self) -> int:
        """Give a fresh number for a tracked change or a control."""
        self.last_id += 1
        return self.last_id
