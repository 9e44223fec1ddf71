"""The letter as it reads: sections, paragraphs, sentences, and what each sentence may become."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from plainreply.document import Paragraph
from plainreply.report import Report
from plainreply.reporters.html.pieces import Piece, marks, pieces, within
from plainreply.reporters.html.shown import shown
from plainreply.reporters.html.strip import LIMIT
from plainreply.reporters.units import Unit
from plainreply.spans import Span

PLACES = {
    "": "",
    "note": "Сноски",
    "header": "Верхний колонтитул",
    "footer": "Нижний колонтитул",
}
"""The parts of a sheet from top to bottom: role of the paragraphs, ``""`` for the letter."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a rewritten sentence; ``new`` when it was not there before."""

    text: str
    new: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """A sentence, or what stands between sentences (``number`` 0). ``number`` is from 1;
    ``after`` is the sentence rewritten, empty when there is no rewrite; ``words`` is its length
    when it is too long, else 0."""

    number: int
    pieces: tuple[Piece, ...]
    after: tuple[Change, ...] = ()
    words: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; ``number`` counts all paragraphs of the document from 1."""

    number: int
    role: str
    label: str
    chunks: tuple[Chunk, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the sheet and its paragraphs, those of one table together."""

    title: str
    runs: tuple[tuple[str, tuple[Block, ...]], ...]


class Told(NamedTuple):
    """What is known of sentences by their place: the rewritten ones, the words of long ones."""

    after: Mapping[Span, tuple[Change, ...]]
    words: Mapping[Span, int]


def sheet(report: Report, found: Sequence[Unit], rewritten: Sequence[Unit]) -> list[Section]:
    """Return the parts of the letter. ``found`` are all units, ``rewritten`` those to rewrite."""
    text = shown(report.document.text)
    cuts = {at for span in report.sentences for at in span}
    cuts.update(at for paragraph in report.document.paragraphs for at in paragraph.span)
    made = pieces(report.document, text, marks(report, found), cuts)
    told = Told({unit.span: changes(unit, text) for unit in rewritten}, _long(report, found))
    blocks = [
        Block(number, p.role, shown(p.label), tuple(_chunks(p, report.sentences, made, told)))
        for number, p in enumerate(report.document.paragraphs, 1)
        if p.span.of(text).strip()
    ]
    parts = ((title, [b for b in blocks if _part(b) == role]) for role, title in PLACES.items())
    return [Section(title, _runs(members)) for title, members in parts if members]


def _long(report: Report, found: Iterable[Unit]) -> dict[Span, int]:
    lengths = dict(zip(report.sentences, report.lengths, strict=True))
    return {
        unit.span: lengths[unit.span]
        for unit in found
        if unit.span in lengths and any(issue.rule == LIMIT for issue in unit.issues)
    }


def _part(block: Block) -> str:
    return block.role if block.role in PLACES else ""


def _runs(blocks: Sequence[Block]) -> tuple[tuple[str, tuple[Block, ...]], ...]:
    runs = groupby(blocks, key=lambda block: block.role if block.role == "cell" else "")
    return tuple((role, tuple(members)) for role, members in runs)


def _chunks(
    paragraph: Paragraph,
    sentences: Sequence[Span],
    made: Sequence[Piece],
    told: Told,
) -> Iterator[Chunk]:
    """Yield the sentences of a paragraph and what is between them."""
    at = paragraph.span.start
    index = bisect_right(sentences, at, key=lambda span: span.stop)
    while at < paragraph.span.stop:
        span = sentences[index] if index < len(sentences) else None
        if span is None or span.start >= paragraph.span.stop:
            yield Chunk(0, tuple(within(made, Span(at, paragraph.span.stop))))
            return
        if at < span.start:
            yield Chunk(0, tuple(within(made, Span(at, span.start))))
        part = Span(max(at, span.start), min(span.stop, paragraph.span.stop))
        number = index + 1 if part.start == span.start else 0
        after = told.after.get(span, ()) if part == span else ()
        yield Chunk(number, tuple(within(made, part)), after, told.words.get(span, 0))
        at, index = part.stop, index + 1


def changes(unit: Unit, text: str) -> tuple[Change, ...]:
    """Return the sentence with its fixes made, new words apart; ``()`` when it has none."""
    edits = sorted(edit for fix in unit.fixes for edit in fix.edits)
    if not edits:
        return ()
    made, at = [], unit.span.start
    for edit in edits:
        made += [Change(text[at : edit.span.start]), Change(shown(edit.text), new=True)]
        at = edit.span.stop
    made.append(Change(text[at : unit.span.stop]))
    return tuple(change for change in made if change.text)
