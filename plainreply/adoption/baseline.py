"""Findings that are known and wait: a file of their fingerprints, which only gets shorter.

A finding is known by its rule, its sentence and its file, so that lines may move; the file holds
no word of a letter. Two findings of a rule in one sentence count as two.
"""

import json
import os
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from plainreply.errors import BadConfiguration
from plainreply.fingerprint import digest
from plainreply.report import Report
from plainreply.rule import Issue

NAME = ".plainreply-baseline.json"
SCHEMA_VERSION = 1
UNREADABLE = "{}: список известных замечаний не читается, создайте его: plainreply baseline"
DAMAGED = "{}: это не список известных замечаний, удалите файл и создайте его заново"


class Known(NamedTuple):
    """A finding in a file (its path from the baseline's folder), as a fingerprint."""

    path: str
    rule: str
    hash: str


class Baseline(NamedTuple):
    """How often each known finding occurs; ``path`` is that of the file."""

    path: Path
    counts: Mapping[Known, int]

    @property
    def number(self) -> int:
        """How many findings are known."""
        return sum(self.counts.values())

    def name(self, draft: Path) -> str:
        """Return what the file calls a draft."""
        own, folder = os.path.realpath(draft), os.path.realpath(self.path.parent)
        try:
            return Path(os.path.relpath(own, folder)).as_posix()
        except ValueError:  # on another drive
            return Path(own).as_posix()

    def found(self, report: Report) -> Counter[Known]:
        """Return the findings of a report as this file would have them."""
        return Counter(known for _, known in self._each(report))

    def without_known(self, report: Report) -> Report:
        """Return a report that hides the findings that are known; what occurs more often than the
        file says is shown from the last on."""
        left = Counter(self.counts)
        kept: list[Issue] = []
        for issue, known in self._each(report):
            if left[known] > 0:
                left[known] -= 1
            else:
                kept.append(issue)
        hidden = report.hidden + len(report.issues) - len(kept)
        return replace(report, issues=tuple(kept), hidden=hidden)

    def stale(self, found: Counter[Known], drafts: Iterable[Path]) -> Counter[Known]:
        """Return what is known but not ``found`` any more in ``drafts``, and what is known of
        files that are gone."""
        seen = set(map(self.name, drafts))
        gone = {known.path for known in self.counts} - seen
        gone = {name for name in gone if not (self.path.parent / name).exists()}
        own = {known: n for known, n in self.counts.items() if known.path in seen | gone}
        return Counter(own) - found

    def _each(self, report: Report) -> Iterable[tuple[Issue, Known]]:
        path = report.document.source.path
        name = self.name(path) if path else "-"
        starts = [span.start for span in report.sentences]
        for issue in report.issues:
            words = " ".join(_sentence(report, issue, starts).casefold().split())
            yield issue, Known(name, issue.rule, digest(issue.rule, words))


def _sentence(report: Report, issue: Issue, starts: list[int]) -> str:
    """Return the sentence in which an issue begins, or its own words where there is none."""
    at = bisect_right(starts, issue.span.start) - 1
    inside = at >= 0 and issue.span.start < report.sentences[at].stop
    span = report.sentences[at] if inside else issue.span
    return span.of(report.document.text)


def load(path: Path) -> Baseline:
    """Read a baseline. Raises BadConfiguration when there is none."""
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise BadConfiguration(UNREADABLE.format(path)) from error
    except ValueError as error:
        raise BadConfiguration(DAMAGED.format(path)) from error
    try:
        return Baseline(path, _counts(data))
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise BadConfiguration(DAMAGED.format(path)) from error


def _counts(data: Any) -> dict[Known, int]:
    if data["schema_version"] != SCHEMA_VERSION:
        raise ValueError("another version")
    return {
        Known(path, rule, hash): int(number)
        for path, rules in data["findings"].items()
        for rule, hashes in rules.items()
        for hash, number in hashes.items()
    }


def dumped(counts: Mapping[Known, int]) -> bytes:
    """Return the bytes of a baseline file: by path, rule and fingerprint, in order."""
    findings: dict[str, dict[str, dict[str, int]]] = {}
    for known, number in sorted(counts.items()):
        if number > 0:
            findings.setdefault(known.path, {}).setdefault(known.rule, {})[known.hash] = number
    data = {"schema_version": SCHEMA_VERSION, "findings": findings}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
