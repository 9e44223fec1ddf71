"""A score that explains itself: every point lost has a name, a reason and its rules.

A part loses ``ceiling * (1 - exp(-dose))`` points, where the dose grows with the findings per
100 words. So one more finding always costs, ever less, and the five ceilings add up to 100:
the score nears 0 and never needs to be cut off there.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, fsum

from plainreply.readability.measure import Readability
from plainreply.rule import Issue

COMPLEXITY = "Сложность текста"
OFFICIALESE = "Канцелярит"
LENGTH = "Длина предложений"
FORMAT = "Оформление"
OTHER = "Прочее"

CEILINGS = {COMPLEXITY: 25.0, OFFICIALESE: 40.0, LENGTH: 15.0, FORMAT: 10.0, OTHER: 10.0}
"""The most points each part can lose; 100 in all."""

SCALES = {OFFICIALESE: 7.0, LENGTH: 4.0, FORMAT: 3.0, OTHER: 3.0}
"""Findings per 100 words that cost 63 % of the part's ceiling."""

GROUP_PARTS = {"wording": OFFICIALESE, "format": FORMAT}
LENGTH_RULES = frozenset({"long-sentence"})
SEVERITY_WEIGHTS = {"info": 0.3, "warning": 1.0, "error": 1.5}

EASY_GRADE, GRADE_SCALE = 8.0, 6.0
"""The grade that costs nothing, and the grades above it that cost 63 % of the ceiling."""

EASY_LENGTH, LENGTH_SCALE = 12.0, 12.0
"""The same for the average words a sentence."""

SHORTEST = 30
"""A text with fewer words is judged as if faultless words filled it up to this many."""

Found = Mapping[str, Sequence[Issue]]
"""The issues of each part, by its name."""


@dataclass(frozen=True, slots=True)
class Part:
    """Why points were lost: ``points`` are whole tenths, ``why`` is a Russian sentence, and
    ``rules`` are the rules found, the most frequent first."""

    name: str
    points: float
    why: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """How plain a text is, with the parts that explain it, always the same five."""

    parts: tuple[Part, ...]

    @property
    def value(self) -> float:
        """100 for plain, near 0 for the worst: exactly 100 less the points of the parts."""
        return round(100 - sum(part.points for part in self.parts), 1)


def rate(
    readability: Readability, issues: Iterable[Issue], groups: Mapping[str, str]
) -> Score | None:
    """Return the score of a text with these ``issues``, or ``None`` when it has no words.

    ``groups`` maps a rule id to its group (the folder of the rule); a rule that is not there
    counts as «Прочее». For a text of at least 30 words only densities count, so a letter
    written twice has the score of the letter. One more issue never raises the score.
    """
    if not readability.words:
        return None
    found = _by_part(issues, groups)
    return Score(
        (
            _complexity(readability),
            _faults(OFFICIALESE, found, readability),
            _length(found, readability),
            _faults(FORMAT, found, readability),
            _faults(OTHER, found, readability),
        )
    )


def _by_part(issues: Iterable[Issue], groups: Mapping[str, str]) -> Found:
    found: dict[str, list[Issue]] = {name: [] for name in CEILINGS}
    for issue in issues:
        own = GROUP_PARTS.get(groups.get(issue.rule, ""), OTHER)
        found[LENGTH if issue.rule in LENGTH_RULES else own].append(issue)
    return found


def _complexity(readability: Readability) -> Part:
    excess = max(0.0, (readability.grade or 0.0) - EASY_GRADE)
    share = min(1.0, readability.words / SHORTEST)
    label = readability.label[0].upper() + readability.label[1:]
    why = f"{label}. {readability.reason}" if readability.rough else label
    if readability.words < SHORTEST:
        why = f"В тексте меньше {SHORTEST} слов: о сложности судить рано, она учтена лишь отчасти"
    return Part(COMPLEXITY, _lost(COMPLEXITY, excess / GRADE_SCALE, share), why)


def _length(found: Found, readability: Readability) -> Part:
    mean = readability.sentence_length
    dose = max(0.0, mean - EASY_LENGTH) / LENGTH_SCALE + _dose(LENGTH, found, readability)
    why = f"В предложении в среднем {_decimal(mean)} слова"
    if found[LENGTH]:
        why += f"; длинных предложений: {len(found[LENGTH])}"
    return Part(LENGTH, _lost(LENGTH, dose), why, _rules(found[LENGTH]))


def _faults(name: str, found: Found, readability: Readability) -> Part:
    issues = found[name]
    why = f"Замечаний и советов: {len(issues)}" if issues else "Замечаний нет"
    if issues and not readability.rough:
        why += f", это {_decimal(100 * len(issues) / readability.words)} на 100 слов"
    return Part(name, _lost(name, _dose(name, found, readability)), why, _rules(issues))


def _dose(name: str, found: Found, readability: Readability) -> float:
    weight = fsum(SEVERITY_WEIGHTS[issue.severity] for issue in found[name])
    return 100 * weight / max(readability.words, SHORTEST) / SCALES[name]


def _lost(name: str, dose: float, share: float = 1.0) -> float:
    return round(CEILINGS[name] * share * (1 - exp(-dose)), 1)


def _rules(issues: Sequence[Issue]) -> tuple[str, ...]:
    counts = Counter(issue.rule for issue in issues)
    return tuple(sorted(counts, key=lambda rule: (-counts[rule], rule)))


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
