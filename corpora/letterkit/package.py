"""The file around the text: theme, styles, footnotes, properties, a zip without clocks."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from letterkit import blocks, page
from letterkit.looks import LOOKS, Look
from letterkit.runs import Pen
from letterkit.source import Letter

PARTS = Path(__file__).parent / "parts"
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
NAMES = {
    "content_types.xml": "[Content_Types].xml",
    "package_rels.xml": "_rels/.rels",
    "document.xml": "word/document.xml",
    "document_rels.xml": "word/_rels/document.xml.rels",
    "styles.xml": "word/styles.xml",
    "numbering.xml": "word/numbering.xml",
    "settings.xml": "word/settings.xml",
    "font_table.xml": "word/fontTable.xml",
    "theme.xml": "word/theme/theme1.xml",
}


def build(letter: Letter) -> bytes:
    """Give the DOCX of a letter; the same source always gives the same bytes."""
    look = LOOKS[letter["look"]]
    document = docx.Document(_template(look))
    pen = Pen(document, look, letter.name)
    content = [*page.head(pen, letter), *blocks.body(pen, letter.blocks), *page.foot(pen, letter)]
    for element in content:
        document.element.body.insert_element_before(element, "w:sectPr")
    page.margins(document, pen, letter)
    _add_notes(document, pen.notes)
    _sign(document, letter)
    return _steady(document)


def _template(look: Look) -> BytesIO:
    """Zip the empty document with the fonts of a look."""
    script = f'<a:font script="Cyrl" typeface="{look.cyrillic}"/>' if look.cyrillic else ""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for file, name in NAMES.items():
            source = (PARTS / file).read_text(encoding="utf-8")
            source = source.replace("{latin}", look.latin).replace("{cyrillic}", script)
            archive.writestr(name, source.replace("{size}", str(look.size)))
    buffer.seek(0)
    return buffer


def _add_notes(document: Document, notes: list[str]) -> None:
    """Add the footnotes part when there are footnotes."""
    if not notes:
        return
    one = (PARTS / "footnote.xml").read_text(encoding="utf-8")
    made = (
        one.replace("{id}", str(n)).replace("{text}", escape(note))
        for n, note in enumerate(notes, 1)
    )
    whole = (PARTS / "footnotes.xml").read_text(encoding="utf-8").replace("{notes}", "".join(made))
    name = PackURI("/word/footnotes.xml")
    part = Part(name, NOTES_TYPE, whole.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _sign(document: Document, letter: Letter) -> None:
    """Fill the file properties from the letter, never from the clock."""
    when = datetime.strptime(letter["date"], "%d.%m.%Y").replace(hour=9)
    properties = document.core_properties
    properties.title = " ".join(letter.lines("subject"))
    properties.author = properties.last_modified_by = letter["executor"].split(",")[0]
    properties.created = properties.modified = when
    properties.language = "ru-RU"
    properties.revision = 3


def _steady(document: Document) -> bytes:
    """Save with one fixed time for every zip member."""
    saved, steady = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(steady, "w") as target:
        for name in source.namelist():
            info = ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type, info.create_system = ZIP_DEFLATED, 0
            target.writestr(info, source.read(name))
    return steady.getvalue()
