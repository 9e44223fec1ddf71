"""Reads a draft, whatever its format, into a Document.

Every failure that a clerk can mend is an UnreadableDocument with one Russian sentence.
"""

from dataclasses import replace
from pathlib import Path, PurePath

from plainreply.document import Document, Source
from plainreply.errors import UnreadableDocument
from plainreply.readers.convert import COPY, as_docx, office
from plainreply.readers.encoding import declared, decode
from plainreply.readers.front_matter import front_matter, is_template
from plainreply.readers.sniff import EMPTY, FORMATS, LEGACY, sniff
from plainreply.readers.text import text_document

__all__ = [
    "FORMATS",
    "SUFFIXES",
    "format_of",
    "load",
    "read",
    "read_bytes",
    "read_loaded",
    "read_text",
    "read_written",
]

TEMPLATES = frozenset((".j2", ".jinja", ".jinja2"))
"""Extensions of templates; the one before tells the format: «ответ.html.j2»."""
SUFFIXES = frozenset(FORMATS) | TEMPLATES | frozenset(LEGACY if office() else ())
"""Extensions, in lower case with their dots, that a search of a folder picks up; old formats
only where LibreOffice is there to convert them."""

WRITTEN = frozenset(("text", "markdown", "html"))
"""Formats that are written in a text editor."""
MAX_TEXT = 64 * 2**20  # bytes
MAX_LINES = 500_000
MAX_FILE = 200 * 2**20  # bytes

_TOO_LARGE = "Файл слишком большой: проверьте, тот ли файл выбран, или разделите его на части."
NO_PROSE = "В файле только разметка, текста нет: проверьте, тот ли файл выбран."
_MISSING = "Файл не найден: проверьте путь."
_FOLDER = "Это папка, а не файл: укажите файл письма."
_SPECIAL = "Это не обычный файл: укажите файл письма."
_DENIED = "Файл не открывается: проверьте, есть ли к нему доступ."
_HELD = "Файл не открывается: закройте его в Word или проверьте, есть ли к нему доступ."


def read(path: Path) -> Document:
    """Read the file at ``path``; its first bytes decide the format, then its extension.

    Raises UnreadableDocument when the file is missing, damaged, protected or of a format
    that is not read.
    """
    return read_loaded(load(path), path)


def read_loaded(data: bytes, path: Path) -> Document:
    """Read what ``load`` has returned of ``path``. Raises UnreadableDocument as ``read`` does."""
    document = read_bytes(data, path.name)
    return replace(document, source=replace(document.source, path=path))


def read_bytes(data: bytes, name: str = "") -> Document:
    """Read a file that is already in memory, such as standard input.

    ``name`` is a file name, used only for its extension. Raises UnreadableDocument as
    ``read`` does.
    """
    path = PurePath(name)
    template = path.suffix.lower() in TEMPLATES
    format_ = sniff(data, PurePath(path.stem if template else name).suffix.lower())
    if format_ in ("docx", "odt"):
        return _read_office(data, format_)
    if format_ in LEGACY.values():
        return _read_legacy(data, format_)
    if len(data) > MAX_TEXT:
        raise UnreadableDocument(_TOO_LARGE)
    if format_ == "eml":
        from plainreply.readers.eml import eml_document

        return eml_document(data, Source(format=format_))
    text, encoding, note = decode(data, declared(data) if format_ == "html" else "")
    if text.count("\n") > MAX_LINES or text.count("\r") > MAX_LINES:
        raise UnreadableDocument(_TOO_LARGE)
    if not text.strip():
        raise UnreadableDocument(EMPTY)
    notes = (note,) if note else ()
    source = Source(format=format_, encoding=encoding, notes=notes, template=template)
    document = _written(text, source)
    if not document.text.strip():
        raise UnreadableDocument(NO_PROSE)
    return document


def read_text(text: str) -> Document:
    """Return a text given directly as a document; it may be empty."""
    return text_document(text, Source(format="text"))


def format_of(name: str) -> str | None:
    """Return the format of a text that a file name tells, None when it tells none; what stands
    before the suffix of a template counts."""
    path = PurePath(name)
    told = path.stem if path.suffix.lower() in TEMPLATES else name
    found = FORMATS.get(PurePath(told).suffix.lower())
    return found if found in WRITTEN else None


def read_written(text: str, name: str, path: Path | None = None) -> Document:
    """Return the text of a file that an editor holds, which may be empty; ``name`` tells its
    format. Raises UnreadableDocument for a text that is too long."""
    if text.count("\n") > MAX_LINES:
        raise UnreadableDocument(_TOO_LARGE)
    template = PurePath(name).suffix.lower() in TEMPLATES
    return _written(text, Source(path, format_of(name) or "text", template=template))


def _read_office(data: bytes, format_: str) -> Document:
    """Read a DOCX or ODT with code that, like lxml and python-docx, loads slowly."""
    if format_ == "odt":
        from plainreply.readers.odt import read_odt as read_office
    else:
        from plainreply.readers.docx import read_docx as read_office
    document = read_office(data)
    if "{%" not in document.text:
        return document
    from plainreply.readers.jinja import has_control

    template = document.source.template or has_control(document.text)
    return replace(document, source=replace(document.source, template=template))


def _written(text: str, source: Source) -> Document:
    """Return the prose of a text; the code for its markup is loaded only where it has any."""
    if source.template or is_template(front_matter(text)[0]):
        from plainreply.readers.jinja import masked, unmasked

        source = replace(source, template=True)
        plain = masked(text, front_matter(text)[1], lines=source.format != "html")
        return unmasked(_prose(plain, source), text)
    return _prose(text, source)


def _prose(text: str, source: Source) -> Document:
    if source.format == "html":
        from plainreply.readers.html import html_document

        return html_document(text, source)
    return text_document(text, source)


def _read_legacy(data: bytes, format_: str) -> Document:
    """Read a converted copy of a .doc or .rtf; its notes say so."""
    document = _read_office(as_docx(data, format_), "docx")
    notes = (COPY.format(format_), *document.source.notes)
    return replace(document, source=replace(document.source, notes=notes))


def load(path: Path) -> bytes:
    """Return the bytes of the file, which must be an ordinary one of a sane size.

    Raises UnreadableDocument when it is not.
    """
    try:
        if path.is_dir():
            raise UnreadableDocument(_FOLDER)
        if path.exists() and not path.is_file():
            raise UnreadableDocument(_SPECIAL)
        if path.stat().st_size > MAX_FILE:
            raise UnreadableDocument(_TOO_LARGE)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableDocument(_MISSING) from error
    except PermissionError as error:
        raise UnreadableDocument(_HELD) from error
    except OSError as error:
        raise UnreadableDocument(_DENIED) from error
