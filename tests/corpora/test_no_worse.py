"""No rewrite on the letters adds a finding as grave as the one it cures, or graver."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import plainreply
from plainreply.report import Report
from plainreply.rule import SEVERITIES, Severity
from plainreply.spans import Edit, apply

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
sys.path.insert(0, str(CORPORA))

import snapshot  # noqa: E402

DOCX = ("01-", "08-")
LETTERS = [p for p in snapshot.letters() if p.suffix == ".txt" or p.name.startswith(DOCX)]
LOOKS = frozenset({"all-caps", "special-symbol", "underline", "italic"})
"""Rules whose rewrites change no words."""
Rewrite = tuple[str, str, Severity]
"""A sentence, what a fix makes of it, and how grave the gravest finding is that it cures."""


def rewrites(report: Report) -> Iterator[Rewrite]:
    """Yield the rewrites of the sentences of a letter, each once."""
    text, cured = report.document.text, dict[tuple[Edit, ...], Severity]()
    for issue in report.issues:
        for fix in issue.fixes if issue.rule not in LOOKS else ():
            graver = cured.get(fix.edits, "info"), issue.severity
            cured[fix.edits] = max(graver, key=SEVERITIES.index)
    for edits, severity in cured.items():
        first, last = min(edits).span.start, max(edits).span.stop
        for span in report.sentences:
            if span.start <= first and last <= span.stop:
                fresh = apply(text, edits)
                stop = span.stop + len(fresh) - len(text)
                yield " ".join(span.of(text).split()), fresh[span.start : stop], severity


def graves(sentences: Iterable[str]) -> list[Counter[Severity]]:
    """Return for each sentence how many findings of each severity it has, all found at once."""
    starts, text = [], ""
    for sentence in sentences:
        starts.append(len(text))
        text += " ".join(sentence.split()) + "\n\n"
    stops = [*starts[1:], len(text)]
    issues = plainreply.check(text).issues
    return [
        Counter(i.severity for i in issues if start <= i.span.start < stop)
        for start, stop in zip(starts, stops, strict=True)
    ]


def is_worse(old: Counter[Severity], new: Counter[Severity], cured: Severity) -> bool:
    """Tell whether there are more findings at least as grave as the one that is cured, or more
    warnings where that is mere advice."""
    least = max(SEVERITIES.index(cured), SEVERITIES.index("warning"))
    levels = (SEVERITIES[level:] for level in range(least, len(SEVERITIES)))
    return any(sum(new[s] for s in level) > sum(old[s] for s in level) for level in levels)


def test_no_rewrite_adds_a_finding() -> None:
    found = [r for letter in LETTERS for r in rewrites(plainreply.check(letter))]
    assert len(found) > 100
    before, after = graves(old for old, _, _ in found), graves(new for _, new, _ in found)
    worse = [
        (old, new)
        for (old, new, cured), was, now in zip(found, before, after, strict=True)
        if is_worse(was, now, cured)
    ]
    assert worse == []
