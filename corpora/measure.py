"""Prints precision, recall and F of the rules: on hand-marked sentences, and on whole letters.

    python corpora/measure.py            figures on both parts
    python corpora/measure.py --wrong    and every miss and false alarm of the open part
    python corpora/measure.py --keep     and keeps them as the floor of the tests

The held-out parts give figures only: nobody looks at their texts while building. In a sentence, a
finding counts when it overlaps a mark; one that overlaps only an optional mark counts neither way.
A letter that breaks a rule is found when the rule has a finding on it; one that keeps it and has a
finding is a false alarm.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import plainreply
from plainreply.rule import Issue
from plainreply.rulebook import rulebook
from plainreply.spans import Span

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "gold"))

from letters_gold import Letter, judged, parse_letters, read_letters  # noqa: E402
from marks import Mark, Marked, read_marks  # noqa: E402

__all__ = [
    "LETTERS",
    "PARTS",
    "RULES",
    "Figures",
    "Mark",
    "Marked",
    "Span",
    "figures",
    "letter_figures",
    "parse_letters",
    "table",
]

RULES = {
    "P": "passive",
    "V": "verbal-noun",
    "S": "split-predicate",
    "C": "compound-preposition",
    "K": "officialese",
    "N": "negation",
}
COVERS = {
    "passive": {"passive", "split-predicate"},
    "verbal-noun": {"verbal-noun", "split-predicate", "genitive-chain"},
}
PARTS = ("open", "held-out")
LETTERS = ("letters-open", "letters-held-out")
ALL = "all"
"""Stands for the rule in the figures of all letter rules together."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of one rule on one part: hits, false alarms, misses."""

    hits: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of findings that are right."""
        return self.hits / max(self.hits + self.false, 1)

    @property
    def recall(self) -> float:
        """The share of marks that were found."""
        return self.hits / max(self.hits + self.missed, 1)

    @property
    def f(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


Checked = tuple[Marked, tuple[Issue, ...]]
Outcome = tuple[Figures, list[str]]


def checked(part: str) -> list[Checked]:
    """Return the sentences of a part with what plainreply finds in them."""
    sentences = read_marks(HERE / "gold" / f"{part}.txt")
    return [(marked, plainreply.check(marked.text).issues) for marked in sentences]


def figures(kind: str, sentences: Iterable[Checked]) -> Outcome:
    """Return the figures of one kind of mark and a line for each error."""
    counts, errors = [0, 0, 0], []
    for marked, issues in sentences:
        for place, error in _judged(kind, marked, issues):
            counts[place] += 1
            errors += [error] if error else []
    return Figures(*counts), errors


def _judged(kind: str, marked: Marked, issues: tuple[Issue, ...]) -> Iterator[tuple[int, str]]:
    rule = RULES[kind]
    own = [issue.span for issue in issues if issue.rule == rule]
    cover = [issue.span for issue in issues if issue.rule in COVERS.get(rule, {rule})]
    same = [mark for mark in marked.marks if mark.kind == kind]
    spared = [mark.span for mark in marked.marks if kind == "V" and mark.kind == "S"]
    for mark in same:
        if not mark.optional:
            found = any(mark.span.overlaps(span) for span in cover)
            yield (0, "") if found else (2, f"missed {mark.span.of(marked.text)}: {marked.text}")
    for span in own:
        near = [*spared, *(mark.span for mark in same)]
        if not any(span.overlaps(other) for other in near):
            yield 1, f"false  {span.of(marked.text)}: {marked.text}"


def letter_figures(letters: Iterable[tuple[Letter, tuple[Issue, ...]]]) -> Outcome:
    """Return the figures of rules on letters and a line for each error."""
    counts, errors = [0, 0, 0], []
    for letter, issues in letters:
        place = 0 if letter.bad and issues else 2 if letter.bad else 1
        if letter.bad or issues:
            counts[place] += 1
            error = f"{('', 'false ', 'missed')[place]} {' '.join(letter.text.split())}"
            errors += [error] if place else []
    return Figures(*counts), errors


def table() -> Iterator[tuple[str, str, Figures, list[str]]]:
    """Yield part, rule, figures and errors for every rule that exists today."""
    yield from _sentences()
    for part in LETTERS:
        path = HERE / "gold" / f"{part}.txt"
        if path.exists():
            yield from _letters(part, path)


def _sentences() -> Iterator[tuple[str, str, Figures, list[str]]]:
    for part in PARTS:
        sentences = checked(part)
        for kind, rule in RULES.items():
            if rule in rulebook().rules:
                yield part, rule, *figures(kind, sentences)


def _letters(part: str, path: Path) -> Iterator[tuple[str, str, Figures, list[str]]]:
    told = list(judged(read_letters(path)))
    for rule in sorted({letter.rule for letter, _ in told} & rulebook().rules.keys()):
        yield part, rule, *letter_figures(pair for pair in told if pair[0].rule == rule)
    yield part, ALL, letter_figures(told)[0], []


def keep() -> None:
    """Write today's figures to ``gold/figures.tsv``."""
    rows = [f"{p}\t{r}\t{c.precision:.3f}\t{c.recall:.3f}" for p, r, c, _ in table()]
    text = "\n".join(("part\trule\tprecision\trecall", *rows, ""))
    (HERE / "gold" / "figures.tsv").write_text(text, encoding="utf-8")


def main() -> None:
    """Print the table."""
    if "--keep" in sys.argv:
        keep()
    for part, rule, counts, errors in table():
        row = f"P {counts.precision:.3f}  R {counts.recall:.3f}  F {counts.f:.3f}"
        print(f"{part:16} {rule:29} {row}  marks {counts.hits + counts.missed}")
        if "--wrong" in sys.argv and part in {"open", "letters-open"}:
            print(*(f"    {error}" for error in errors), sep="\n")


if __name__ == "__main__":
    main()
