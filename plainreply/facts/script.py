"""A call script or the script of a chat-bot, read: who says what, in which branch.

«Оператор:», «Клиент:», «Бот:» at the start of a line tell who speaks; «Если клиент …:» opens a
branch, a heading opens a section. In a script without such labels everything but headings,
conditions and instructions is said by the clerk; in one with them, what has no label is an
instruction, and of it only what stands in quotation marks is said.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from plainreply.document import Document, Paragraph
from plainreply.patterns import pattern
from plainreply.spans import Span


class Voice(StrEnum):
    """Who a line belongs to; ``NOTE`` is an instruction or condition, ``TITLE`` a heading."""

    CLERK = "clerk"
    CLIENT = "client"
    NOTE = "note"
    TITLE = "title"


class Line(NamedTuple):
    """A stretch of a script. ``branch`` is 0 outside of branches, and counts within ``section``."""

    span: Span
    voice: Voice
    section: int = 0
    branch: int = 0


_MARKS = r"[\s*_>#]{0,9}(?:(?:\d{1,2}[.)]|[-–—•])\s{1,9})?[*_]{0,3}"
_CLERK = (
    r"(?:оператор|сотрудни[кц]а?|специалист|консультант|диспетчер|инспектор|администратор|регистратор"
    r"|чат-бот|бот|робот|(?:виртуальный )?помощник|ведомство|вы)"
)
_CLIENT = (
    r"(?:клиент|заявитель|абонент|гражданин|гражданка|звонящий|собеседник|житель|посетитель"
    r"|пользователь)"
)
_LABEL = pattern(
    rf"{_MARKS}(?:(?P<clerk>{_CLERK})|(?P<client>{_CLIENT}))\b[^:«»\n.!?(]{{0,30}}"
    r"(?P<when>\([^()\n]{1,80}\))?\s{0,9}[*_]{0,3}(?::|\s[—–]\s)[*_]{0,3}\s{0,9}",
    re.IGNORECASE,
)
_WHEN = pattern(
    rf"{_MARKS}(?P<when>(?:если|в случае|когда|ветка|вариант|ветвь"
    r"|при (?:отказе|согласии|оскорблени\w+|грубости|жалобе)"
    r"|клиент (?:согласен|отказ\w+|не\s\w+|груб\w+|доволен|недоволен))\b[^:»«\n]{0,120}?)"
    r"\s{0,9}[*_]{0,3}(?::|\s[—–]\s)[*_]{0,3}\s{0,9}",
    re.IGNORECASE,
)
_NAMED = pattern(rf"{_MARKS}(?:сценарий|скрипт)\b[^.!?:;\n]{{0,60}}[*_]*(?=\n|\Z)", re.IGNORECASE)
_SELF = pattern(r"\bя\s*[—–-]?\s*(?:чат-)?бот\b|\bя\s*[—–-]?\s*виртуальн", re.IGNORECASE)
_QUOTED = pattern(r"[«\"„“](?P<said>[^«»\"„“”\n]+(?:«[^«»\n]*»[^«»\"„“”\n]*)*)[»\"”]")
_ASIDE = pattern(r"\s*[(\[].*[)\]]\.?\s*$", re.DOTALL)
_TOLD = pattern(
    rf"{_MARKS}(?:отметьте|отметить|зафиксируйте|зафиксировать|внесите|внести|переведите|переводит|соедините"
    r"|перевести|поставьте|поставить|поблагодарите|попрощайтесь|попрощаться|завершите|завершить|спросите"
    r"|запишите в|занесите|укажите в|оператор |сотрудник |специалист "
    r"|после (?:разговора|звонка)|статус|в карточке)",
    re.IGNORECASE,
)
_BRANCH_IN = pattern(r"\((?:если|в случае|при|когда)\b", re.IGNORECASE)
_UNENDED = pattern(r"[^.!?…»\":;,]$")


def lines(document: Document) -> tuple[Line, ...]:
    """Return the lines of a script, in order."""
    labelled = any(_label(document, paragraph) for paragraph in document.paragraphs)
    return tuple(_Reader(document, labelled))


def is_script(document: Document) -> bool:
    """Tell whether a text is set out as a talk: by speakers, its title, quoted lines or a bot."""
    text, told = document.text, document.paragraphs
    if has_speakers(document) or any(_NAMED.match(text, *p.span) for p in told):
        return True
    quoted = sum(bool(_QUOTED.match(text, *p.span)) for p in told)
    return 2 * quoted > len(told) or bool(_SELF.search(text))


def has_speakers(document: Document) -> bool:
    """Tell whether a text names who speaks: «Оператор:», «Бот:»."""
    return any(_is_spoken(document.text, p.span) for p in document.paragraphs)


def _is_spoken(text: str, span: Span) -> bool:
    """Tell whether a paragraph opens with a speaker and a colon; «Вы:» alone is no speaker."""
    label = _LABEL.match(text, *span)
    return bool(label and ":" in label[0] and label["clerk"] != "вы")


def _label(document: Document, paragraph: Paragraph) -> re.Match[str] | None:
    return _LABEL.match(document.text, *paragraph.span)


class _Reader:
    """Walks the paragraphs; knows the section and the branch it is in."""

    def __init__(self, document: Document, labelled: bool) -> None:
        self.document, self.labelled = document, labelled
        self.section = self.branch = self.branches = 0

    def __iter__(self) -> Iterator[Line]:
        for paragraph in self.document.paragraphs:
            yield from self._paragraph(paragraph)

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Line]:
        text, span = self.document.text, paragraph.span
        if label := _LABEL.match(text, *span):
            if label["when"] and _BRANCH_IN.match(label["when"]):
                self._open()
                yield self._line(Span(*label.span("when")), Voice.NOTE)
            voice = Voice.CLERK if label["clerk"] else Voice.CLIENT
            yield from self._speech(Span(label.end(), span.stop), voice)
        elif when := _WHEN.match(text, *span):
            self._open()
            yield self._line(Span(*when.span("when")), Voice.NOTE)
            yield from self._branch_text(Span(when.end(), span.stop))
        elif self._is_title(paragraph):
            self.section, self.branch = self.section + 1, 0
            yield self._line(span, Voice.TITLE)
        else:
            yield from self._unlabelled(span)

    def _branch_text(self, span: Span) -> Iterator[Line]:
        """Yield what stands behind a condition: a label may follow it, or quoted words."""
        label = _LABEL.match(self.document.text, *span)
        if label:
            voice = Voice.CLERK if label["clerk"] else Voice.CLIENT
            yield from self._speech(Span(label.end(), span.stop), voice)
        elif span.start < span.stop:
            yield from self._unlabelled(span)

    def _unlabelled(self, span: Span) -> Iterator[Line]:
        text = self.document.text
        quotes = list(_QUOTED.finditer(text, *span))
        aside = _ASIDE.match(text, *span) or _TOLD.match(text, *span)
        if quotes and (self.labelled or aside or _leads(text, span, quotes)):
            yield from self._quotes(span, quotes)
        elif self.labelled or aside:
            yield self._line(span, Voice.NOTE)
        else:
            yield self._line(span, Voice.CLERK)

    def _quotes(self, span: Span, quotes: Sequence[re.Match[str]]) -> Iterator[Line]:
        """Yield the words around quotations as notes, those within as the clerk's."""
        at = span.start
        for quote in quotes:
            before = Span(at, quote.start())
            if before.of(self.document.text).strip():
                yield self._line(before, Voice.NOTE)
            yield self._line(Span(*quote.span("said")), Voice.CLERK)
            at = quote.end()
        if Span(at, span.stop).of(self.document.text).strip(" .*_\n"):
            yield self._line(Span(at, span.stop), Voice.NOTE)

    def _speech(self, span: Span, voice: Voice) -> Iterator[Line]:
        """Yield what someone says; brackets at the end of it are a note."""
        text = self.document.text
        said = span.of(text)
        if said.startswith("(") and said.rstrip(" .").endswith(")") and said.count("(") == 1:
            yield self._line(span, Voice.NOTE)
            return
        aside = re.search(r"[.!?…»]\s*(\([^()\n]+\))[.\s]*$", said)
        if aside:
            cut = span.start + aside.start(1)
            yield self._line(Span(span.start, cut), voice)
            yield self._line(Span(cut, span.stop), Voice.NOTE)
        elif span.start < span.stop:
            yield self._line(span, voice)

    def _is_title(self, paragraph: Paragraph) -> bool:
        said = paragraph.span.of(self.document.text).strip("*_# \n")
        if paragraph.role == "heading":
            return True
        if _ASIDE.match(said) or _TOLD.match(said):
            return False
        short = len(said) <= 70 and "\n" not in said and bool(_UNENDED.search(said))
        return short and (paragraph.role == "body" or said[:1].isdigit())

    def _open(self) -> None:
        self.branches += 1
        self.branch = self.branches

    def _line(self, span: Span, voice: Voice) -> Line:
        return Line(span, voice, self.section, self.branch)


def _leads(text: str, span: Span, quotes: Sequence[re.Match[str]]) -> bool:
    """Tell whether a paragraph is all quotations, or leads up to one by a colon."""
    before = text[span.start : quotes[0].start()].strip(" *_-–—•\t\n")
    return not before or before.endswith(":")
