"""What the tests of the DOCX writer share: whole letters, and what Word does with changes.

``accepted`` and ``rejected`` are written from the standard, without the code under test.
"""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from docx_builder import docx, zipped
from lxml import etree

from plainreply.document import Document
from plainreply.readers import read_bytes
from plainreply.spans import Edit, Span
from plainreply.writers.archive import replaced
from plainreply.writers.docx import annotate, revise
from plainreply.writers.values import Change, Look, Note, Stamp, Written

STAMP = Stamp("Проверка", datetime(2026, 5, 1, 10, 30))
MAIN = "word/document.xml"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
CONTENT_TYPES = (
    f'<Types xmlns="{TYPES}">'
    '<Default Extension="rels" ContentType='
    '"application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "</Types>"
)


def letter(body: str, styles: str = "", **parts: str) -> bytes:
    """Return a DOCX as ``docx_builder.docx`` does, with the types of its parts."""
    return zipped({"[Content_Types].xml": CONTENT_TYPES, **parts_of(docx(body, styles, **parts))})


def parts_of(data: bytes, *names: str) -> dict[str, bytes]:
    """Return the parts of a file, or those ``names``."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in names or package.namelist()}


def tree(data: bytes, name: str = MAIN) -> etree._Element:
    return etree.fromstring(parts_of(data, name)[name])


def local(node: etree._Element) -> str:
    return etree.QName(node).localname


def named(root: etree._Element, *names: str) -> list[etree._Element]:
    return [node for node in root.iter("{*}*") if local(node) in names]


def place(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def noted(data: bytes, *words: str, text: str = "Замечание") -> tuple[Written, list[str]]:
    """Put a comment on each of ``words``; return what was written and what each then covers."""
    document = read_bytes(data)
    notes = [Note(place(document, stretch), text) for stretch in words]
    written = annotate(document, notes, STAMP)
    again = read_bytes(written.data)
    assert (again.text, again.faces) == (document.text, document.faces)
    mine = [remark for remark in again.remarks if remark.author == STAMP.author]
    return written, [remark.span.of(document.text) for remark in mine]


def revised(data: bytes, *edits: tuple[str, str]) -> Written:
    """Track the replacement of each first text by the second; «|» is where text is put in."""
    document = read_bytes(data)
    changes = []
    for old, new in edits:
        span = place(document, old.replace("|", ""))
        if "|" in old:
            span = Span(span.start + old.index("|"), span.start + old.index("|"))
        changes.append(Change((Edit(span, new),), Note(span, "Вместо правки")))
    return revise(document, changes, (), STAMP)


def unlooked(data: bytes, words: str, off: str) -> Written:
    """Track that the look ``off`` is taken off ``words``."""
    document = read_bytes(data)
    span = place(document, words)
    return revise(document, [Change((), Note(span, "м"), (Look(span, off),))], (), STAMP)


def accepted(data: bytes) -> bytes:
    """Return the file with all our tracked changes accepted."""
    return _settled(data, kept="ins", dropped="del")


def rejected(data: bytes) -> bytes:
    """Return the file with all our tracked changes rejected."""
    return _settled(data, kept="del", dropped="ins")


def _settled(data: bytes, kept: str, dropped: str) -> bytes:
    main = read_bytes(data).source.anchors.stories[0].part
    root = etree.fromstring(parts_of(data, main)[main])
    for node in _ours(root, dropped):
        node.getparent().remove(node)
    for node in _ours(root, kept):
        for leaf in named(node, "delText"):
            leaf.tag = leaf.tag.replace("delText", "t")
        for child in list(node):
            node.addprevious(child)
        node.getparent().remove(node)
    for node in _ours(root, "rPrChange"):
        look = node.getparent()
        look.remove(node)
        if kept == "del":
            look[:] = list(node[0])
    return replaced(data, {main: etree.tostring(root)})


def _ours(root: etree._Element, tag: str) -> list[etree._Element]:
    found = named(root, tag)
    return [node for node in found if STAMP.author in node.attrib.values()]


def text_of(data: bytes) -> str:
    return read_bytes(data).text


def looks(data: bytes) -> list[tuple[str, str]]:
    """Return every character of the body with the XML of its run's formatting, but for ids."""
    root, found = tree(data), []
    for change in named(root, "rPrChange"):
        change.attrib.pop(change.tag.partition("}")[0] + "}id", None)
    for run in named(root, "r"):
        formatting = (child for child in run if local(child) == "rPr")
        look = "".join(_canonical(child) for node in formatting for child in node)
        found += [(letter, look) for leaf in named(run, "t") for letter in leaf.text or ""]
    return found


def _canonical(node: etree._Element) -> str:
    return etree.tostring(node, method="c14n", exclusive=True).decode()
