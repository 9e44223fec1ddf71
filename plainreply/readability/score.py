"""A score that explains itself: every point lost has a name, a reason and its findings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from plainreply.readability.faults import COMPLEXITY, LENGTH, PARTS, Faults
from plainreply.readability.gains import FEW, Gain, Ledger, RuleGain
from plainreply.readability.grade import TOO_FEW_WORDS, Readability
from plainreply.readability.points import CEILINGS, points
from plainreply.rule import Issue
from plainreply.spans import Span

TOO_FEW = f"В тексте меньше {TOO_FEW_WORDS} слов: о сложности судить рано, оценка грубая"
TOO_LITTLE_PROSE = "Целых предложений мало: о сложности судить рано, оценка грубая"


@dataclass(frozen=True, slots=True)
class Part:
    """Why points were lost: ``points`` are whole tenths of at most ``ceiling``, ``why`` is a
    Russian sentence, ``rules`` are the rules found, the most frequent first, ``issues`` the
    findings in text order."""

    name: str
    points: float
    why: str
    rules: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = field(default=(), repr=False)

    @property
    def ceiling(self) -> float:
        """The most points the part can lose."""
        return CEILINGS[self.name]


@dataclass(frozen=True, slots=True)
class Score:
    """How plain a text is, with the parts that explain it, always the same five."""

    parts: tuple[Part, ...]
    ledger: Ledger = field(compare=False, repr=False)

    @property
    def value(self) -> float:
        """100 for plain, near 0 for the worst: exactly 100 less the points of the parts."""
        return round(100 - sum(part.points for part in self.parts), 1)

    @property
    def gains(self) -> tuple[Gain, ...]:
        """What repairing each sentence would give, the best first."""
        return self.ledger.gains

    @property
    def first(self) -> tuple[Gain, ...]:
        """The three sentences whose repair gives most."""
        return self.ledger.gains[:FEW]

    @property
    def together(self) -> float:
        """What repairing ``first`` gives, all of them together."""
        return self.gained(self.first)

    def gained(self, gains: Iterable[Gain]) -> float:
        """Return what these repairs give together."""
        return self.ledger.gained(issue for gain in gains for issue in gain.issues)

    def gain(self, span: Span, issues: Iterable[Issue]) -> Gain:
        """Return what repairing some issues of one sentence would give."""
        return self.ledger.gain(span, issues)

    @property
    def rules(self) -> tuple[RuleGain, ...]:
        """What repairing all findings of a rule would give, the best first."""
        return self.ledger.rules

    @property
    def heat(self) -> tuple[float, ...]:
        """How hard each sentence of the text is, from 0, plain, to 1."""
        return self.ledger.heat


def rate(
    readability: Readability,
    issues: Iterable[Issue],
    groups: Mapping[str, str],
    words: Sequence[int] = (),
    sentences: Iterable[tuple[Span, Readability]] = (),
) -> Score | None:
    """Return the score of a text with these ``issues``, or ``None`` when it has no words.

    ``groups`` maps a rule id to its group (the folder of the rule); a rule that is not there
    counts as «Прочее». ``words`` are the places where words start, ``sentences`` all sentences
    with their counts. For a text of at least 30 words only densities count, so a letter written
    twice has the score of the letter. One more issue never raises the score.
    """
    if not readability.words:
        return None
    ordered = sorted(issues, key=lambda issue: (issue.span, issue.rule, issue.severity))
    faults = Faults(tuple(ordered), groups, words)
    lost = points(readability, faults.tallies)
    parts = tuple(_part(name, lost[name], readability, faults.by_part[name]) for name in PARTS)
    return Score(parts, Ledger(readability, faults, tuple(sentences)))


def _part(name: str, lost: float, readability: Readability, issues: tuple[Issue, ...]) -> Part:
    reasons = {COMPLEXITY: _complexity, LENGTH: _length}
    why = reasons.get(name, _faults)(readability, issues)
    return Part(name, lost, why, _rules(issues), issues)


def _complexity(readability: Readability, issues: Sequence[Issue]) -> str:
    label = readability.label[0].upper() + readability.label[1:]
    if readability.judged.words < TOO_FEW_WORDS:
        return TOO_FEW if readability.words < TOO_FEW_WORDS else TOO_LITTLE_PROSE
    return f"{label}. {readability.reason}" if readability.rough else label


def _length(readability: Readability, issues: Sequence[Issue]) -> str:
    why = f"В предложении в среднем {_decimal(readability.sentence_length)} слова"
    return f"{why}; длинных предложений: {len(issues)}" if issues else why


def _faults(readability: Readability, issues: Sequence[Issue]) -> str:
    if not issues:
        return "Замечаний нет"
    why = f"Замечаний и советов: {len(issues)}"
    if readability.rough:
        return why
    return f"{why}, это {_decimal(100 * len(issues) / readability.words)} на 100 слов"


def _rules(issues: Sequence[Issue]) -> tuple[str, ...]:
    counts = Counter(issue.rule for issue in issues)
    return tuple(sorted(counts, key=lambda rule: (-counts[rule], rule)))


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
