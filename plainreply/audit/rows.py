"""Checks some letters and tells them as rows; this is what runs in other processes."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import PurePath

from plainreply.audit.told import from_front_matter
from plainreply.audit.values import Letter, Load, Row, Rows, Told
from plainreply.batch.one import outcome_of, report_on
from plainreply.batch.terms import Terms
from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes
from plainreply.report import Report
from plainreply.reporters.outcome import Checked
from plainreply.rule import Issue

CHECKED, SKIPPED = "checked", "skipped"
DIED = "Проверка этого письма оборвалась: сообщите о нём разработчикам."
UNREADABLE = "Письмо не читается: проверьте, цел ли файл."


def audited(load: Load) -> Rows:
    """Return the rows of some letters, whatever happens to each."""
    letters: list[Row] = []
    findings: list[Row] = []
    for letter in load.letters:
        outcome = outcome_of(letter.place, partial(_report, letter, load.terms))
        if isinstance(outcome, Checked):
            letters.append(_row(letter, outcome.report, load.texts))
            findings += _findings(letter.place, outcome.report, load.texts)
        else:
            letters.append(skipped(letter, outcome.reason))
    return Rows(tuple(letters), tuple(findings))


def _report(letter: Letter, terms: Terms) -> Report:
    if letter.fault:
        raise UnreadableDocument(letter.fault)
    return report_on(read_bytes(letter.data, PurePath(letter.file).name), terms)


def skipped(letter: Letter, reason: str) -> Row:
    """Return the row of a letter that was not checked."""
    return {
        **_head(letter, letter.told.over(letter.guessed)),
        "status": SKIPPED,
        "reason": reason,
    }


def _head(letter: Letter, told: Told) -> Row:
    return {
        "place": letter.place,
        "name": letter.name,
        "source": letter.source,
        "date": told.date,
        "office": told.office,
        "template": told.template,
    }


def _row(letter: Letter, report: Report, texts: bool) -> Row:
    document = report.document
    told = letter.told.over(from_front_matter(document.meta)).over(letter.guessed)
    counts = Counter(issue.severity for issue in report.issues)
    row = {
        **_head(letter, told),
        "status": CHECKED,
        "genre": report.setting.genre or None,
        "format": document.source.format,
        "words": report.readability.words,
        "sentences": report.readability.sentences,
        "grade": report.grade,
        "score": report.score,
        "errors": counts["error"],
        "warnings": counts["warning"],
        "advice": counts["info"],
    }
    return {**row, "text": document.text} if texts else row


def _findings(place: str, report: Report, texts: bool) -> Iterator[Row]:
    for number, issue in enumerate(report.issues, 1):
        row = {
            "place": place,
            "number": number,
            "rule": issue.rule,
            "severity": issue.severity,
            "start": issue.span.start,
            "stop": issue.span.stop,
            "fix": issue.fixes[0].safety if issue.fixes else None,
        }
        yield {**row, **_words(issue, report)} if texts else row


def _words(issue: Issue, report: Report) -> Row:
    return {"words": issue.span.of(report.document.text), "message": issue.message}
