"""A text file to rewrite: its text, and how to write a new one that looks the same."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from plainreply.batch.one import refusal
from plainreply.cli.streams import stdin_bytes
from plainreply.document import Document
from plainreply.errors import UnreadableDocument
from plainreply.readers import read, read_bytes
from plainreply.report import Report
from plainreply.reporters import STDIN
from plainreply.writers.proposals import changes
from plainreply.writers.text import revised

LEFT = "Не всё исправлено: правка задевает разметку (мест: {}). Исправьте эти места сами."
NOT_TEXT = (
    "В файлах этого формата команда fix ничего не исправляет: "
    "сохраните письмо как .docx или отметьте замечания командой check."
)
DAMAGED = "В файле есть повреждённые знаки, переписать его без потерь нельзя: исправьте их."
LACKING = "В кодировке файла нет знаков нового текста: сохраните файл в UTF-8 и повторите."
WRITABLE = ("text", "markdown", "html", "docx")

_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@dataclass(frozen=True, slots=True)
class Original:
    """A text file as it was read, its encoding and byte order mark, which may be empty."""

    document: Document
    encoding: str
    mark: bytes

    def encoded(self, text: str) -> bytes:
        """Return ``text`` as bytes in the encoding of the file."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            raise UnreadableDocument(LACKING) from error


def draft(path: str) -> tuple[Document, bytes]:
    """Return the draft (``-`` is standard input) and its bytes.

    Raises UnreadableDocument when it cannot be read, has nothing to rewrite or a
    format that is not written.
    """
    data = stdin_bytes() if path == STDIN else None
    document = read(Path(path)) if data is None else read_bytes(data)
    if document.source.format not in WRITABLE:
        raise UnreadableDocument(NOT_TEXT)
    if reason := refusal(document.text):
        raise UnreadableDocument(reason)
    return document, Path(path).read_bytes() if data is None else data


def original(document: Document, data: bytes) -> Original:
    """Return how a text was written in ``data``. Raises UnreadableDocument when it cannot be
    written so again."""
    encoding = document.source.encoding or "utf-8"
    mark = _MARKS.get(encoding, b"")
    found = Original(document, encoding, mark if data.startswith(mark) else b"")
    if found.encoded(document.written) != data:
        raise UnreadableDocument(DAMAGED)
    return found


def rewritten(report: Report, target: Document) -> tuple[str, str]:
    """Return the file's own text with what turns the draft into ``target``, and a Russian sentence
    about what its markup forbids, or ``""``."""
    if report.document.source.map is None:
        return target.text, ""
    text, left = revised(report.document, changes(report, target))
    return text, LEFT.format(len(left)) if left else ""
