"""Small fixed letters, checked for real, for the tests of every reporter."""

from functools import cache

import plainreply
from plainreply.checker import checker
from plainreply.document import Document, Paragraph, Source
from plainreply.reporters import Checked, Failed
from plainreply.spans import Span

PASSIVE = "Комиссией рассмотрено ваше заявление."
TWO = "В целях уточнения адреса комиссией рассмотрено ваше заявление."
CLEAN = "Мы получили ваше письмо 3 мая."


@cache
def checked(text: str, name: str = "ответ.txt") -> Checked:
    """Check ``text`` as if it were the file ``name``."""
    return Checked(name, plainreply.check(text))


@cache
def checked_word(*paragraphs: str) -> Checked:
    """Check paragraphs as if they came from a Word file."""
    text, found = "\n".join(paragraphs), []
    at = 0
    for paragraph in paragraphs:
        found.append(Paragraph(Span(at, at + len(paragraph))))
        at += len(paragraph) + 1
    document = Document(
        text, tuple(found), source=Source(format="docx", notes=("Сноски не проверены.",))
    )
    return Checked("ответ.docx", checker()(document))


MISSING = Failed("нет.txt", "Файл не найден: проверьте путь.")
