"""Texts to measure on, made of the project's own sentences: the sample letters and the open gold.

What the models said of a sentence is remembered, so no sentence may come twice. Sentences are cut
at a comma near their middle, and every head goes once with every tail: some half a million
sentences that read like those of a letter, of words that letters have.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

from plainreply.analysis import analyse
from plainreply.document import Need
from plainreply.readers import read

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
MARK = re.compile(r"\{\w\|([^}]*)\}")
SHORTEST = 3  # words in a half
PARAGRAPH = 4  # sentences
FORMULAS = 3000  # words
Halves = tuple[tuple[str, ...], tuple[str, ...]]


@cache
def halves() -> Halves:
    """Return the heads, each with its comma, and the tails of all sentences that have both."""
    cut = [_cut(sentence) for sentence in dict.fromkeys([*_of_gold(), *_of_letters()])]
    heads, tails = zip(*(each for each in cut if each), strict=True)
    return heads, tails


def _cut(sentence: str) -> tuple[str, str] | None:
    """Cut at the comma closest to the middle, None where a half would be too short."""
    commas = [match.end() for match in re.finditer(", ", sentence)]
    at = min(commas, key=lambda comma: abs(2 * comma - len(sentence)), default=0)
    head, tail = sentence[:at].rstrip(), sentence[at:]
    return (head, tail) if min(len(head.split()), len(tail.split())) >= SHORTEST else None


def _of_gold() -> Iterator[str]:
    for line in (CORPORA / "gold" / "open.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield MARK.sub(r"\1", line.split("\t")[0])


def _of_letters() -> Iterator[str]:
    for path in sorted((CORPORA / "letters").glob("*.*")):
        document = read(path)
        for sentence in analyse(document, Need.TOKENS).sentences:
            yield " ".join(document.text[slice(*sentence.span)].split())


def text(words: int, seed: int = 0) -> str:
    """Return paragraphs of ``words`` words, to within a sentence; ``seed`` picks the order."""
    chosen: list[str] = []
    for sentence in dealt(random.Random(seed)):
        if words <= 0:
            break
        chosen.append(sentence)
        words -= len(sentence.split())
    parts = (chosen[at : at + PARAGRAPH] for at in range(0, len(chosen), PARAGRAPH))
    return "\n\n".join(map(" ".join, parts)) + "\n"


def dealt(chance: random.Random) -> Iterator[str]:
    """Yield sentences, none twice until every head has met every tail."""
    heads, tails = (chance.sample(half, len(half)) for half in halves())
    for number in count():
        turn, at = divmod(number, len(heads))
        yield f"{heads[at]} {tails[(at + turn) % len(tails)]}"


@cache
def formulas() -> tuple[str, ...]:
    """Return the paragraphs of which an office makes all its letters."""
    return tuple(text(FORMULAS, seed=-100).split("\n\n"))


def of_formulas(words: int, seed: int = 0) -> str:
    """Return a letter of ``words`` words, to within a paragraph, of ``formulas`` alone; ``seed``
    picks them."""
    chosen: list[str] = []
    chance = random.Random(seed)
    while words > 0:
        chosen.append(chance.choice(formulas()))
        words -= len(chosen[-1].split())
    return "\n\n".join(chosen) + "\n"
