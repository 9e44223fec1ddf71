"""Keeps today's findings on the letters as text, so that a change shows as a diff.

python corpora/snapshot.py            tells which snapshots differ (status 1 if any)
python corpora/snapshot.py --write    writes them anew
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import plainreply
from plainreply.rule import Issue
from plainreply.spans import apply

HERE = Path(__file__).resolve().parent
SUFFIXES = {".txt", ".docx"}


def letters() -> list[Path]:
    """Return the letters in order."""
    return sorted(p for p in (HERE / "letters").iterdir() if p.suffix in SUFFIXES)


def snapshot(letter: Path) -> str:
    """Return the findings of a letter as text: a line a finding, its rewrite below."""
    report = plainreply.check(letter)
    lines = [line for issue in report.issues for line in _lines(report.document.text, issue)]
    return "\n".join((f"score {report.score}", *lines, ""))


def _lines(text: str, issue: Issue) -> Iterator[str]:
    found = " ".join(issue.span.of(text).split())
    shown = found if len(found) <= 70 else f"{found[:40]} … {found[-25:]}"
    yield f"{issue.rule} {issue.severity}: {shown}"
    for fix in issue.fixes:
        start, stop = fix.span
        fresh = apply(text, fix.edits)[start : stop + len(apply(text, fix.edits)) - len(text)]
        yield f"    {fix.safety}: {' '.join(text[start:stop].split())} → {' '.join(fresh.split())}"


def place(letter: Path) -> Path:
    """Return where the snapshot of a letter lies."""
    return HERE / "snapshots" / f"{letter.stem}.txt"


def main() -> int:
    """Write the snapshots or tell which differ."""
    changed = []
    for letter in letters():
        fresh = snapshot(letter)
        if "--write" in sys.argv:
            place(letter).write_text(fresh, encoding="utf-8")
        elif not place(letter).exists() or place(letter).read_text(encoding="utf-8") != fresh:
            changed.append(letter.name)
    print(*changed, sep="\n")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
