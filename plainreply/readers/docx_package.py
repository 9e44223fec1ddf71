"""Opens a DOCX package without trusting it: zip limits, safe XML, parts by relationship.

Nothing is ever unpacked to disk. Only the parts that are asked for are inflated, so pictures
of any size cost nothing.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from plainreply.errors import UnreadableDocument
from plainreply.readers.docx_names import relationships_of, target_of

MAX_ENTRIES = 2_000
MAX_PART = 20 * 2**20  # bytes of XML
MAX_TOTAL = 200 * 2**20  # bytes of XML in all parts that are read
MAX_RATIO, RATIO_FROM = 100, 2**20  # inflated to packed size; for parts over so many bytes
MAX_NODES = 1_500_000  # tags and attributes in all parts that are read
MAX_PARAGRAPHS = 50_000  # in all stories
MAX_ATTRIBUTES = 500  # in one tag: libxml2 compares each with all before it

DAMAGED = "Файл повреждён: откройте его в Word, сохраните как новый .docx и проверьте ещё раз."
ENCRYPTED = "Архив DOCX зашифрован: сохраните документ в Word без пароля и проверьте ещё раз."
SUSPICIOUS = (
    "Внутри файла недопустимые данные (DTD или повторённые части): "
    "откройте его в Word и сохраните заново."
)
HUGE = (
    "Документ слишком большой для проверки: разделите его на части и проверьте их по отдельности."
)
NO_TEXT = "В документе нет текста (возможно, это скан): проверьте документ, в котором текст набран."
EMBEDDED = "Вставленные в документ файлы не проверены: вставьте их текст в письмо."
NOT_WORD = "Это не документ Word: сохраните текст как .docx и проверьте ещё раз."

Node = etree._Element
HARMLESS: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
}
"""Options of a parser that opens no entity, no other file and no bomb."""

_STRICT = re.compile(rb"([\"'])http://purl\.oclc\.org/ooxml/([A-Za-z]+)/")
_TRANSITIONAL = rb"\1http://schemas.openxmlformats.org/\2/2006/"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LONG = re.compile(rb"<[^<]{2000,}")  # what 500 attributes take at the least
_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*")
DOCTYPES = tuple("<!DOCTYPE".encode(e) for e in ("ascii", "utf-16-le", "utf-16-be"))


class _Link(NamedTuple):
    """A relationship; ``kind`` is the last word of its type."""

    id: str
    kind: str
    target: str


class Package:
    """An opened DOCX. ``main`` is the name of the part with the body, such as
    ``word/document.xml``; ``strict`` tells that the file is Strict Open XML.

    Every method raises UnreadableDocument when what it needs is damaged or hostile.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.strict = False
        self._zip = _open(data)
        self._infos = tuple(self._zip.infolist())
        self._members: dict[str, list[ZipInfo]] = {}
        for info in self._infos:
            self._members.setdefault(_plain(info.filename.replace("\\", "/")), []).append(info)
        self._linked: dict[str, tuple[_Link, ...]] = {}
        self._spent = self._nodes = 0
        self.main = self._find_main()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all members, in the order of the package."""
        return tuple(info.filename for info in self._infos)

    def has(self, name: str) -> bool:
        """Tell whether the package has the part ``name``."""
        return _plain(name) in self._members

    def related(self, kind: str, part: str | None = None) -> tuple[str, ...]:
        """Return the parts that ``part`` (the main one by default) refers to as ``kind``,
        the last word of the relationship type, such as ``styles``. Missing ones are left out.
        """
        return tuple(link.target for link in self._links(part) if link.kind == kind)

    def targets(self) -> dict[str, str]:
        """Return the parts that the main part refers to, by the ids of the relationships."""
        return {link.id: link.target for link in self._links(None)}

    def xml(self, name: str) -> Node:
        """Return the root of the part ``name``, with Strict namespaces mapped to the usual."""
        data = self.content(name)
        if any(mark in data for mark in DOCTYPES):
            raise UnreadableDocument(SUSPICIOUS)
        self._nodes += data.count(b"<") + data.count(b"=")
        if self._nodes > MAX_NODES or any(map(_is_crowded, _LONG.findall(data))):
            raise UnreadableDocument(HUGE)
        data, mapped = _STRICT.subn(_TRANSITIONAL, data)
        self.strict = self.strict or bool(mapped)
        return _parse(data)

    def _links(self, part: str | None) -> tuple[_Link, ...]:
        """Return the relationships of ``part`` to other parts that are there."""
        source = self.main if part is None else part
        if source not in self._linked:
            self._linked[source] = tuple(self._read_links(source))
        return self._linked[source]

    def _read_links(self, source: str) -> Iterator[_Link]:
        rels = relationships_of(source)
        for rel in self.xml(rels).iter(_RELATION) if self.has(rels) else ():
            if rel.get("TargetMode") == "External":
                continue
            target = target_of(source, rel.get("Target", ""))
            if self.has(target):
                yield _Link(rel.get("Id", ""), rel.get("Type", "").rpartition("/")[2], target)

    def _find_main(self) -> str:
        """Return the part that the package says is the document, else the usual one."""
        for name in (*self.related("officeDocument", ""), "word/document.xml"):
            if self.has(name):
                return name
        raise UnreadableDocument(NOT_WORD)

    def content(self, name: str) -> bytes:
        """Return the bytes of a part as they stand, counted while they inflate."""
        members = self._members.get(_plain(name), [])
        if len(members) != 1:
            raise UnreadableDocument(SUSPICIOUS if members else DAMAGED)
        info = members[0]
        _check(info)
        try:
            with self._zip.open(info) as stream:
                data = stream.read(MAX_PART + 1)
        except (BadZipFile, EOFError, OSError, RuntimeError, ValueError, zlib.error) as error:
            raise UnreadableDocument(DAMAGED) from error
        self._spent += len(data)
        if len(data) > MAX_PART or self._spent > MAX_TOTAL:
            raise UnreadableDocument(HUGE)
        return data


def _plain(name: str) -> str:
    """Return the name of a part as it is compared: part names ignore case."""
    return name.lstrip("/").lower()


def _is_crowded(piece: bytes) -> bool:
    """Tell whether the tag that ``piece`` begins with has absurdly many attributes."""
    tag = _TAG.match(piece)
    return tag is not None and tag.group().count(b"=") > MAX_ATTRIBUTES


def _open(data: bytes) -> ZipFile:
    """Open the zip, having counted its entries first: building a million of them is an attack."""
    if data.count(b"PK\x01\x02") > MAX_ENTRIES:
        raise UnreadableDocument(HUGE)
    try:
        return ZipFile(BytesIO(data))
    except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableDocument(DAMAGED) from error


def _check(info: ZipInfo) -> None:
    """Refuse a member that is encrypted, oddly packed, too big or a zip bomb, unopened."""
    if info.flag_bits & 1:
        raise UnreadableDocument(ENCRYPTED)
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise UnreadableDocument(DAMAGED)
    if info.file_size > MAX_PART:
        raise UnreadableDocument(HUGE)
    if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * info.compress_size:
        raise UnreadableDocument(HUGE)


def _parse(data: bytes) -> Node:
    """Parse untrusted XML, simplified for reading."""
    parser = etree.XMLParser(
        **HARMLESS, remove_blank_text=True, remove_comments=True, remove_pis=True
    )
    return untrusted(data, parser)


def untrusted(data: bytes, parser: etree.XMLParser) -> Node:
    """Return the root of an XML part that may be damaged or hostile.

    ``parser`` has the options ``HARMLESS``. Raises UnreadableDocument.
    """
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableDocument(DAMAGED) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableDocument(SUSPICIOUS)
    return root
