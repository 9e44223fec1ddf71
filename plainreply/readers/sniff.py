"""Tells what kind of file the bytes are, by their first bytes and then by the name.

The clerk may have renamed the file, so the bytes are believed before the extension.
"""

from types import MappingProxyType

from plainreply.errors import UnreadableDocument

FORMATS = MappingProxyType(
    {
        **{".txt": "text", ".md": "markdown", ".markdown": "markdown"},
        **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
        **{".eml": "eml", ".docx": "docx", ".docm": "docx"},
        **dict.fromkeys((".odt", ".ott", ".fodt"), "odt"),
    }
)
"""Extension (lower case, with its dot) -> name of the format."""

LEGACY = MappingProxyType({".doc": "doc", ".rtf": "rtf"})
"""Extension -> name of a format that is read only as a converted copy."""

EMPTY = "Файл пуст: проверьте, тот ли файл выбран."
PASSWORD = "Файл защищён паролем: снимите пароль в Word и проверьте ещё раз."
OLD_WORD = "Это документ старого формата .doc: сохраните его как .docx и проверьте ещё раз."
RTF = "Формат RTF пока не читается: сохраните письмо как .docx и проверьте ещё раз."
PDF = "Файлы PDF не читаются: проверьте исходный документ в формате .docx."
PICTURE = "Это изображение, текста в нём нет: проверьте исходный документ в формате .docx."
OFFICE = "Это не документ Word: сохраните текст как .docx и проверьте ещё раз."
NOT_DOCX = "Файл не похож на DOCX: откройте его в Word, сохраните как .docx и проверьте ещё раз."
NOT_ODT = "Файл не похож на ODT: откройте его в LibreOffice, сохраните как .odt и повторите."

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LEADING = b"\xef\xbb\xbf \t\r\n"  # a byte order mark and blanks
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_FOREIGN = MappingProxyType(
    {
        **{".doc": OLD_WORD, ".rtf": RTF, ".pdf": PDF},
        **{suffix: NOT_DOCX for suffix, name in FORMATS.items() if name == "docx"},
        **{suffix: NOT_ODT for suffix, name in FORMATS.items() if name == "odt"},
    }
)


def sniff(data: bytes, suffix: str) -> str:
    """Return the format of a file: ``docx``, ``odt``, ``eml``, ``html``, ``markdown``, ``text``,
    ``doc`` or ``rtf``.

    ``suffix`` is the extension in lower case with its dot, or empty.
    Raises UnreadableDocument for a format that is not read.
    """
    if not data:
        raise UnreadableDocument(EMPTY)
    if data.startswith(ZIP):
        return _zipped(data, suffix)
    if found := _by_magic(data):
        return found
    if suffix in _FOREIGN:
        raise UnreadableDocument(_FOREIGN[suffix])
    return FORMATS.get(suffix, "text")


def _zipped(data: bytes, suffix: str) -> str:
    """Tell OpenDocument, whose first member is ``mimetype``, from an Office package."""
    if data[30:38] == b"mimetype" and b"opendocument" in data[38:120]:
        if b"opendocument.text" not in data[38:120]:
            raise UnreadableDocument(OFFICE)
        return "odt"
    named = FORMATS.get(suffix) == "odt" or b"content.xml" in data
    return "odt" if named and b"[Content_Types].xml" not in data else "docx"


def _by_magic(data: bytes) -> str:
    """Return the format that the first bytes give away, or ``""``; raise for one not read."""
    if data.startswith(_COMPOUND):
        return _compound(data)
    head = data[:1024]
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    if b"<office:document" in head and head.lstrip(_LEADING).startswith(b"<"):
        return "odt"
    if refusal := _foreign(data, head):
        raise UnreadableDocument(refusal)
    is_page = head.lstrip(_LEADING).lower().startswith((b"<!doctype html", b"<html"))
    return "html" if is_page else ""


def _foreign(data: bytes, head: bytes) -> str | None:
    """Return the refusal for a format that its first bytes give away."""
    if b"%PDF-" in head:
        return PDF
    if data.startswith(_PICTURES):
        return PICTURE
    return None


def _compound(data: bytes) -> str:
    """Tell the kinds of an OLE compound file by the names of its streams."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableDocument(PASSWORD)
    if "WordDocument".encode("utf-16-le") not in data:
        raise UnreadableDocument(OFFICE)
    return "doc"
