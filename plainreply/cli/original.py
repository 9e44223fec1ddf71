"""A text file to rewrite: its text, and how to write a new one that looks the same."""

import codecs
from dataclasses import dataclass
from pathlib import Path

from plainreply.checker import Checker
from plainreply.cli.job import refusal
from plainreply.cli.streams import stdin_bytes
from plainreply.document import Document, Source
from plainreply.errors import UnreadableDocument
from plainreply.readers import read, read_bytes
from plainreply.readers.text import text_document
from plainreply.report import Report
from plainreply.reporters import STDIN

NOT_TEXT = (
    "Править файлы Word команда fix пока не умеет, это появится позже: "
    "проверьте письмо командой check и внесите правки в Word."
)
DAMAGED = "В файле есть повреждённые знаки, переписать его без потерь нельзя: исправьте их."
LACKING = "В кодировке файла нет знаков нового текста: сохраните файл в UTF-8 и повторите."
TEXTS = ("text", "markdown")

_MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@dataclass(frozen=True, slots=True)
class Original:
    """The text of a file, its format, encoding and byte order mark, which may be empty."""

    text: str
    format: str
    encoding: str
    mark: bytes

    def encoded(self, text: str) -> bytes:
        """Return ``text`` as bytes in the encoding of the file."""
        try:
            return self.mark + text.encode(self.encoding)
        except UnicodeEncodeError as error:
            raise UnreadableDocument(LACKING) from error


class TextChecker(Checker):
    """A checker that reads the texts it is given as ``format`` says, so as not to rewrite
    what is no prose in it."""

    format = "text"

    def __call__(self, source: str | Path | Document) -> Report:
        """Check a text, a file or a document."""
        if isinstance(source, str):
            source = text_document(source, Source(format=self.format))
        return super().__call__(source)


def original(path: str) -> Original:
    """Read the file (``-`` is standard input). Raises UnreadableDocument."""
    data = stdin_bytes() if path == STDIN else None
    document = read(Path(path)) if data is None else read_bytes(data)
    source = document.source
    if source.format not in TEXTS:
        raise UnreadableDocument(NOT_TEXT)
    if reason := refusal(document.text):
        raise UnreadableDocument(reason)
    data = Path(path).read_bytes() if data is None else data
    encoding = source.encoding or "utf-8"
    mark = _MARKS.get(encoding, b"")
    found = Original(document.text, source.format, encoding, mark if data.startswith(mark) else b"")
    if found.encoded(document.text) != data:
        raise UnreadableDocument(DAMAGED)
    return found
