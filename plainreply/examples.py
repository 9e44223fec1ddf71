"""Runs the examples of a rule: every bad one is found at its brackets, every good one is clean."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from plainreply.analysis import analyse
from plainreply.document import Document, Face, Need, Stretch
from plainreply.errors import BadRule
from plainreply.lint import Linter
from plainreply.readers import read_text
from plainreply.rule import Example, Issue, Rule
from plainreply.setting import NO_SETTING, Setting
from plainreply.spans import Span, apply
from plainreply.templates import folder_notes, library_of

TODAY = date(2026, 6, 1)
"""The day on which the examples about templates are read."""
FAULT = r"\[(?P<fault>[^\]]*)\](?:\{(?P<look>[^}]*)\})?"
LOOKS = r"\A\{(?P<base>[^}]*)\}\s|<(?P<other>[^>]*)>\{(?P<its>[^}]*)\}"
FONT = re.compile(r"(?P<family>\D+) (?P<size>\d+(?:\.\d+)?)")
NAMED: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "курсив": {"italic": True},
        "подчёркнуто": {"underline": True},
        "полужирный": {"bold": True},
        "заглавные": {"caps": True},
        "ссылка": {"link": True},
        "тень": {"effects": frozenset({"shadow"})},
        "контур": {"effects": frozenset({"outline"})},
        "тень с отражением": {"effects": frozenset({"shadow", "reflection"})},
        "жёлтый маркер": {"highlight": "yellow"},
        "белый фон": {"background": "FFFFFF"},
        "розовый фон": {"background": "FFC0CB"},
        "чёрный фон": {"background": "000000"},
        "серые буквы": {"colour": "AAAAAA"},
        "синие буквы": {"colour": "0563C1"},
    }
)
"""The looks that an example may name, besides a font with its size in points: «Arial 12»."""


EMPTY = "в примере нет ни bad, ни good, напишите хотя бы одно"
MISSED = "ничего не найдено, а ждали «{}»"
OTHER = "найдено {}, а ждали {}"
UNMENDED = "исправления нет, а ждали «{}»"
MENDED = "исправлено так: «{}», а ждали «{}»"
FALSE_ALARM = "замечаний быть не должно, а найдено {}"
LACKS = "нет ни одного примера {}, добавьте [[example]]"
NO_LOOK = "вида «{}» нет, выберите: {} или шрифт с размером, например Arial 12"


class Failure(NamedTuple):
    """An example that does not hold, as it is written, and a Russian phrase that says how."""

    example: str
    reason: str


def failures(rule: Rule) -> Iterator[Failure]:
    """Yield every example of ``rule`` that does not hold, and what examples it lacks."""
    if not any(example.bad for example in rule.examples):
        yield Failure("", LACKS.format("с ошибкой (bad)"))
    if not any(example.good for example in rule.examples):
        yield Failure("", LACKS.format("без ошибки (good)"))
    linter = Linter([rule])
    for example in rule.examples:
        yield from _failures(linter, example)


def _failures(linter: Linter, example: Example) -> Iterator[Failure]:
    if example.bad is None and example.good is None:
        yield Failure("", EMPTY)
    good = None if example.good is None else drafted(example.good, LOOKS)[0]
    if example.bad is not None:
        document, marks = drafted(example.bad, f"{LOOKS}|{FAULT}")
        issues = _issues(linter, document, example.incoming)
        if [issue.span for issue in issues] != marks:
            wanted = _quoted(document, marks)
            found = _quoted(document, [issue.span for issue in issues])
            told = OTHER.format(found, wanted) if issues else MISSED.format(wanted.strip("«»"))
            yield Failure(example.bad, told)
        elif good is not None and (mended := _mended(document, issues[0])) != good.text:
            told = MENDED.format(mended, good.text) if mended else UNMENDED.format(good.text)
            yield Failure(example.bad, told)
    if good is not None and (issues := _issues(linter, good, example.incoming)):
        found = _quoted(good, [issue.span for issue in issues])
        yield Failure(str(example.good), FALSE_ALARM.format(found))


def _quoted(document: Document, spans: Sequence[Span]) -> str:
    return ", ".join(f"«{span.of(document.text)}»" for span in spans) or "ничего"


def _issues(linter: Linter, document: Document, incoming: str | None = None) -> tuple[Issue, ...]:
    """Return the issues of an example, taken for a text of the first genre of its rule."""
    (rule,) = linter.rules
    if rule.kind == "folder":
        return _folder_issues(rule, document)
    setting = Setting(rule.genres[0], told=True) if rule.genres else NO_SETTING
    need = max(linter.need, Need.TOKENS)
    answered = None if incoming is None else analyse(read_text(incoming), need)
    analysis = replace(analyse(document, need), setting=setting, incoming=answered)
    return linter.issues(analysis)


def _folder_issues(rule: Rule, document: Document) -> tuple[Issue, ...]:
    """Return the issues of an example that is a folder: texts under lines «=== name ===»."""
    notes = folder_notes(library_of(document.text), rule, TODAY)
    return tuple(Issue(note.rule, note.span, note.message, note.severity) for note in notes)


def _mended(document: Document, issue: Issue) -> str | None:
    return apply(document.text, issue.fixes[0].edits) if issue.fixes else None


class Piece(NamedTuple):
    """A part of an example: its words, how they look, and whether they are at fault. One that is
    ``whole`` has no words and says how all the rest looks."""

    text: str
    look: str = ""
    fault: bool = False
    whole: bool = False


def pieces(text: str, notation: str = f"{LOOKS}|{FAULT}") -> Iterator[Piece]:
    """Yield the parts of an example, in order.

    ``[words]`` are at fault. A look in braces follows them, as in ``[words]{курсив}``, or
    follows ``<words>`` that are no fault; at the start of the text it is that of all the rest.
    """
    at = 0
    for match in re.finditer(notation, text):
        yield Piece(text[at : match.start()])
        marked, at = match.groupdict(), match.end()
        if marked.get("fault") is not None:
            yield Piece(marked["fault"], marked["look"] or "", fault=True)
        elif marked["base"] is not None:
            yield Piece("", marked["base"], whole=True)
        else:
            yield Piece(marked["other"], marked["its"])
    yield Piece(text[at:])


def drafted(text: str, notation: str) -> tuple[Document, list[Span]]:
    """Return the document that an example describes and where its faults stand."""
    faults: list[Span] = []
    looks: list[tuple[Span, str]] = []
    base, size = "", 0
    parts = tuple(pieces(text, notation))
    for piece in parts:
        span = Span(size, size + len(piece.text))
        base = piece.look if piece.whole else base
        looks += [(span, piece.look)] if piece.look and not piece.whole else []
        faults += [span] if piece.fault else []
        size = span.stop
    document = read_text("".join(piece.text for piece in parts))
    return (_dressed(document, base, looks) if base or looks else document), faults


def _dressed(document: Document, base: str, looks: Sequence[tuple[Span, str]]) -> Document:
    """Return ``document`` with each of ``looks`` at its span and ``base`` elsewhere."""
    stretches: list[Stretch] = []
    at = 0
    for span, look in looks:
        stretches += Stretch(Span(at, span.start), _face(base)), Stretch(span, _face(base, look))
        at = span.stop
    stretches.append(Stretch(Span(at, len(document.text)), _face(base)))
    kept = tuple(s for s in stretches if s.span.start < s.span.stop)
    return Document(document.text, document.paragraphs, kept, document.source)


def _face(*looks: str) -> Face:
    """Return the face that looks such as ``Arial 12, курсив`` add up to. Raises BadRule for an
    unknown one."""
    shown: dict[str, Any] = {}
    for name in filter(None, ", ".join(looks).split(", ")):
        font = FONT.fullmatch(name)
        if font is None and name not in NAMED:
            raise BadRule(NO_LOOK.format(name, ", ".join(NAMED)))
        shown |= {"family": font[1], "size": float(font[2])} if font else NAMED[name]
    return Face(**shown)
