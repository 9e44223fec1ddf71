"""Rules and what they find: plain values, no file access."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from plainreply.document import Analysis
from plainreply.resources import Row
from plainreply.severity import SEVERITIES as SEVERITIES
from plainreply.severity import Severity as Severity
from plainreply.spans import Edit, Span, hull

Safety = Literal["safe", "advice"]


@dataclass(frozen=True, slots=True)
class Fix:
    """A rewrite: edits that belong together. ``safe`` keeps meaning, tense, number and agent;
    ``advice`` is for a person to judge."""

    edits: tuple[Edit, ...]
    safety: Safety = "advice"

    @property
    def span(self) -> Span:
        """The smallest span that holds all edits."""
        return hull(edit.span for edit in self.edits)

    def shift(self, by: int) -> "Fix":
        """Return the fix of the same words ``by`` code points further on."""
        edits = tuple([Edit(edit.span.shift(by), edit.text) for edit in self.edits])
        return Fix(edits, self.safety)

    def to_dict(self) -> dict[str, Any]:
        """Return the fix as plain data."""
        return {"safety": self.safety, "edits": [edit.to_dict() for edit in self.edits]}


def offer(edits: tuple[Edit, ...], *, safe: bool = False) -> tuple[Fix, ...]:
    """Return the one fix that ``edits`` make, none when they change nothing."""
    return (Fix(edits, "safe" if safe else "advice"),) if edits else ()


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """Return those of ``fixes`` that do not reach into one another, the widest first.

    A fix is whole or not at all: two whose hulls overlap are never applied together.
    """
    taken: list[tuple[Span, Fix]] = []
    for fix in sorted(fixes, key=lambda fix: (fix.span.start, -fix.span.stop)):
        if not taken or taken[-1][0].stop <= fix.span.start:
            taken.append((fix.span, fix))
    return [fix for _, fix in taken]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a kind found, before the rule gives it words and weight.

    ``words`` are the exact words at fault where ``span`` also holds others between them;
    ``fields`` fill the rule's message; ``severity`` overrides the rule's own. One that is
    ``glossed`` only offers what the user's own vocabulary says about the words.
    """

    span: Span
    fixes: tuple[Fix, ...] = ()
    words: tuple[Span, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    severity: Severity | None = None
    glossed: bool = False

    def shift(self, by: int) -> "Finding":
        """Return the same finding ``by`` code points further on."""
        fixes = tuple([fix.shift(by) for fix in self.fixes])
        words = tuple([span.shift(by) for span in self.words])
        rest = self.fields, self.severity, self.glossed
        return Finding(self.span.shift(by), fixes, words, *rest)


@dataclass(frozen=True, slots=True)
class Issue:
    """One fault in a document. ``rule`` is the rule's id, ``span`` is in code points of the
    document's text, ``fixes`` are best first."""

    rule: str
    span: Span
    message: str
    severity: Severity
    fixes: tuple[Fix, ...] = ()
    words: tuple[Span, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return what the issue itself knows as plain data, by the keys of the published schema;
        ``Report.to_dict`` adds lines, title, address and fingerprint."""
        return {
            "rule": self.rule,
            "message": self.message,
            "severity": self.severity,
            "span": self.span.to_dict(),
            "words": [span.to_dict() for span in self.words],
            "fixes": [fix.to_dict() for fix in self.fixes],
        }


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that runs as a test. ``bad`` has the fault between brackets and, when
    ``good`` is given too, ``good`` is what the first fix makes of it. ``incoming`` is the letter
    that it answers."""

    bad: str | None = None
    good: str | None = None
    incoming: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What to look for, as read from ``rules/<group>/<id>.toml``. ``genres`` are the kinds of
    text that must keep it, all when there are none."""

    id: str
    group: str
    kind: str
    title: str
    severity: Severity
    message: str
    why: str
    source: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    lexicon: Sequence[Row] = ()
    covers: tuple[str, ...] = ()
    quotes: bool = False
    genres: tuple[str, ...] = ()

    def serves(self, genre: str) -> bool:
        """Tell whether the rule holds for texts of this genre; one without genres always does."""
        return not self.genres or genre in self.genres


Finder = Callable[[Analysis], Iterator[Finding]]
