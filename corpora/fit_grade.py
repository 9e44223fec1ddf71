"""Fits the weights of the school grade and writes ``rules/readability/grade.tsv``.

    python corpora/fit_grade.py GRADED.jsonl     a line a text: {"grade": 4, "text": "…"}

It learns from two sources of equal weight: those texts, whole and in windows of 4 and 16
sentences, and the sentences of ``corpora/grades.tsv``, which were written for this project. The
published weights were fitted on the 65 texts that came with plainrussian.ru (I. Begtin); the
texts are other people's and are not part of the project. Ridge regression draws every weight
towards one grade for a standard deviation, and no weight may have the wrong sign.
"""

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from plainreply.analysis import analyse
from plainreply.document import Document, Need
from plainreply.readability.grade import Readability
from plainreply.readability.marks import Marks
from plainreply.readability.measure import measured, total
from plainreply.readability.model import Model, Term
from plainreply.readers import read, read_text

CORPORA = Path(__file__).resolve().parent
TARGET = CORPORA.parent / "rules" / "readability" / "grade.tsv"
WINDOWS = (4, 16, 1_000_000)
PULL, EXPECTED = 1.0, 1.0
"""How strongly a weight is drawn, and to how many grades a standard deviation."""
FOLDS = 8

TITLES = {
    "letters": "букв в предложении",
    "unfamiliar": "незнакомых слов в предложении",
    "long_unfamiliar": "длинных незнакомых слов в предложении",
    "unfamiliar_adjectives": "незнакомых прилагательных в предложении",
    "complex_words": "слов длиннее 4 слогов в предложении",
    "genitives": "зависимых существительных в родительном падеже в предложении",
    "abstract": "отвлечённых существительных в предложении",
    "participles": "причастий и деепричастий в предложении",
    "passives": "страдательных форм в предложении",
    "finite": "личных глаголов и слов вроде «нужно» на 100 слов",
}
ONLY_SHOWN = Term("words", "слов в предложении", 0, 0, 0)
"""What a person asks for first; its letters have the weight."""
HEAD = """\
# The school grade: weights in grades for a unit of the logarithm of 1 + the count a sentence, for
# «finite» of the share among words; low and high are where the good letters of corpora/letters lie
# (a sentence; for «finite» a hundred words). start is added; two texts of three are off by at most
# sqrt(text-error² + sentence-error² / sentences) grades.
# Made by corpora/fit_grade.py from the 65 graded texts of plainrussian.ru (I. Begtin), which are no
# part of this project, and from corpora/grades.tsv, which was written for it.
"""


@dataclass(frozen=True)
class Row:
    """A piece of text with its grade. ``source`` is the text it comes from."""

    source: str
    grade: float
    weight: float
    counts: Readability


def sentences(document: Document) -> list[Readability]:
    """Return the counts of every sentence that has words."""
    found = (measured(s, parsed=True) for s in analyse(document, Need.SYNTAX).sentences)
    return [counts for counts in found if counts.words]


def graded(path: Path) -> Iterator[Row]:
    """Yield the texts of a file, each whole and in windows; the windows of a size weigh as one."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        data = json.loads(line)
        parts = sentences(read_text(data["text"]))
        for size in WINDOWS:
            size = min(size, len(parts))
            starts = range(0, len(parts) - size + 1, size)
            for at in starts:
                counts = total(parts[at : at + size])
                yield Row(str(number), data["grade"], 1 / len(starts), counts.judged)


def own() -> Iterator[Row]:
    """Yield the graded sentences of the project."""
    with (CORPORA / "grades.tsv").open(encoding="utf-8", newline="") as stream:
        lines = (line for line in stream if not line.startswith("#"))
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Row(
                "own", float(row["grade"]), 1.0, total(sentences(read_text(row["text"]))).judged
            )


def evened(rows: Sequence[Row]) -> NDArray[np.float64]:
    """Return the weights of the rows, so that both sources weigh one."""
    raw = np.array([row.weight for row in rows])
    mine = np.array([row.source == "own" for row in rows])
    return np.where(mine, raw / raw[mine].sum(), raw / raw[~mine].sum())


def fit(rows: Sequence[Row], terms: Sequence[Term]) -> Model:
    """Return the model that fits the rows best."""
    signs = np.array([-1.0 if term.name == "finite" else 1.0 for term in terms])
    values = np.array([[t.value(r.counts, r.counts.marks or Marks()) for t in terms] for r in rows])
    grades, weights = np.array([row.grade for row in rows], float), evened(rows)
    middle = np.average(values, axis=0, weights=weights)
    spread = np.sqrt(np.average((values - middle) ** 2, axis=0, weights=weights))
    standard = (values - middle) / spread * signs
    mean = float(np.average(grades, weights=weights))
    found = ridge(standard, grades - mean, weights) / spread * signs
    start = mean - float(found @ middle)
    fitted = (Term(t.name, t.title, float(w), 0, 0) for t, w in zip(terms, found, strict=True))
    return Model(tuple(fitted), start, 0, 0)


def ridge(
    values: NDArray[np.float64], aims: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the weights, none of them negative, by coordinate descent."""
    pull = PULL * weights.sum()
    square = values.T @ (values * weights[:, None]) + pull * np.eye(values.shape[1])
    aim = values.T @ (aims * weights) + pull * EXPECTED
    found = np.ones(values.shape[1])
    for _ in range(500):
        for at in range(len(found)):
            rest = aim[at] - square[at] @ found + square[at, at] * found[at]
            found[at] = max(0.0, rest / square[at, at])
    return found


def errors(rows: Sequence[Row], terms: Sequence[Term]) -> tuple[float, float]:
    """Return the errors of a text and of one sentence, which two of three stay within.

    A text's is how far held-out texts are off. A sentence's is how far a piece of a text is from
    the whole: twice that of a window of four sentences.
    """
    whole = {row.source: row for row in rows if row.source != "own"}  # the longest comes last
    sources = sorted(whole)
    texts: list[float] = []
    pieces: list[float] = []
    for fold in range(FOLDS):
        held = sources[fold::FOLDS]
        model = fit([row for row in rows if row.source not in held], terms)
        texts += [abs(told(model, whole[source]) - whole[source].grade) for source in held]
        windows = [r for r in rows if r.source in held and r.counts.sentences == WINDOWS[0]]
        pieces += [2 * abs(told(model, row) - told(model, whole[row.source])) for row in windows]
    return float(np.quantile(texts, 2 / 3)), float(np.quantile(pieces, 2 / 3))


def told(model: Model, row: Row) -> float:
    """Return the grade that the model gives a row."""
    return model.grade(row.counts, row.counts.marks or Marks())


def plain() -> list[Readability]:
    """Return the counts of the good letters."""
    paths = sorted((CORPORA / "letters").glob("good-*"))
    return [total(sentences(read(path))).judged for path in paths]


def main(path: Path) -> None:
    """Fit the model and publish it."""
    rows = [*graded(path), *own()]
    terms = [Term(name, title, 0, 0, 0) for name, title in TITLES.items()]
    model = fit(rows, terms)
    text, sentence = errors(rows, terms)
    good = plain()
    lines = ["feature\tweight\tlow\thigh\ttitle", f"start\t{model.start:.3f}\t\t\t"]
    lines += [f"text-error\t{text:.1f}\t\t\t", f"sentence-error\t{sentence:.1f}\t\t\t"]
    for term in (ONLY_SHOWN, *model.terms):
        shown = [term.shown(counts, counts.marks or Marks()) for counts in good]
        ends = f"{min(shown):.1f}\t{max(shown):.1f}"
        lines.append(f"{term.name}\t{term.weight:.3f}\t{ends}\t{term.title}")
    TARGET.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(TARGET.read_text(encoding="utf-8"), end="")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
