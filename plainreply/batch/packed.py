"""Turns a report into a few bytes and back, given the document at hand.

The bytes are compressed with the letter itself as the dictionary: what a message or a fix repeats
of it is a pointer into it and no copy, and nobody can read the bytes without the letter.
"""

import json
import zlib
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Any

from plainreply.document import Document
from plainreply.readability import Marks, Readability, rate
from plainreply.report import Report, coverage
from plainreply.rule import Fix, Issue, Rule
from plainreply.setting import Setting
from plainreply.spans import Edit, Span

Json = list[Any]
UTF8 = ("utf-8", "surrogatepass")
COUNTS = ("words", "sentences", "letters", "syllables", "complex_words", "quoted_words")
MARKS = Marks.__slots__


class Damaged(Exception):
    """The bytes are not what ``pack`` made of a report on this document."""


def pack(report: Report) -> bytes:
    """Return all of ``report`` that cannot be had from its document and its rules."""
    ledger = report.rating.ledger if report.rating else None
    told = [
        list(report.document.source.notes),
        list(map(_issue, report.issues)),
        _counts(report.readability),
        [[*span, _counts(counts)] for span, counts in (ledger.sentences if ledger else ())],
        [list(span) for span in report.sentences],
        list(report.lengths),
        [report.setting.genre, report.setting.confidence, report.setting.told],
        _steps(ledger.faults.words if ledger else ()),
    ]
    plain = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(*UTF8)
    squeeze = zlib.compressobj(level=6, zdict=_dictionary(report.document))
    return squeeze.compress(plain) + squeeze.flush()


def unpack(data: bytes, document: Document, rules: tuple[Rule, ...]) -> Report:
    """Return the report that ``data`` was made of. ``document`` is as its reader gave it.

    Raises Damaged.
    """
    try:
        swell = zlib.decompressobj(zdict=_dictionary(document))
        plain = swell.decompress(data) + swell.flush()
        if not swell.eof:
            raise Damaged
        return _report(json.loads(plain.decode(*UTF8)), document, rules)
    except (zlib.error, ValueError, TypeError, KeyError) as error:
        raise Damaged from error


def _dictionary(document: Document) -> bytes:
    return document.text.encode(*UTF8)


def _report(told: Json, document: Document, rules: tuple[Rule, ...]) -> Report:
    notes, issues, counts, each, sentences, lengths, setting, steps = told
    document = replace(document, source=replace(document.source, notes=tuple(notes)))
    found = tuple(_issue_of(*parts) for parts in issues)
    readability = _counts_of(*counts)
    homes = [(Span(start, stop), _counts_of(*parts)) for start, stop, parts in each]
    groups = {rule.id: rule.group for rule in rules}
    genre = Setting(*setting)
    return Report(
        document,
        found,
        readability,
        rate(readability, found, groups, list(accumulate(steps)), homes),
        coverage(document, rules, genre.genre),
        rules,
        tuple(Span(*span) for span in sentences),
        tuple(lengths),
        genre,
    )


def _steps(places: Sequence[int]) -> list[int]:
    """Return the first place and the distance of each from the one before: small numbers."""
    return [*places[:1], *(after - before for before, after in pairwise(places))]


def _issue(issue: Issue) -> Json:
    fixes = [[fix.safety, [[*edit.span, edit.text] for edit in fix.edits]] for fix in issue.fixes]
    words = [] if issue.words == (issue.span,) else [list(word) for word in issue.words]
    return [issue.rule, *issue.span, issue.message, issue.severity, fixes, words]


def _issue_of(
    rule: str, start: int, stop: int, message: str, severity: Any, fixes: Json, words: Json
) -> Issue:
    span = Span(start, stop)
    return Issue(
        rule,
        span,
        message,
        severity,
        tuple(
            Fix(tuple(Edit(Span(first, last), text) for first, last, text in edits), safety)
            for safety, edits in fixes
        ),
        tuple(Span(*word) for word in words) or (span,),
    )


def _counts(counts: Readability) -> Json:
    marks = counts.marks
    return [
        [getattr(counts, name) for name in COUNTS],
        None if marks is None else [getattr(marks, name) for name in MARKS],
        None if counts.prose is None else _counts(counts.prose),
    ]


def _counts_of(counts: list[int], marks: list[int] | None, prose: Json | None) -> Readability:
    return Readability(
        **dict(zip(COUNTS, counts, strict=True)),
        marks=None if marks is None else Marks(*marks),
        prose=None if prose is None else _counts_of(*prose),
    )
