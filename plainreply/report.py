"""What a check gives: the document, its issues, the score, and what was not checked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from plainreply.document import Document
from plainreply.readability import Readability, Score
from plainreply.rule import Issue, Rule
from plainreply.setting import NO_SETTING, Setting
from plainreply.spans import Span

OF_FOLDER = "правило для папки шаблонов: plainreply templates"
UNNAMED = "-"
"""Stands for the path of a text that is in no file."""
OTHER_GENRE = "правило не для этого вида письма"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a run checked. ``rules`` ran; ``skipped`` maps the id of a rule that could not be
    applied to the reason, a Russian phrase."""

    rules: tuple[str, ...]
    skipped: tuple[tuple[str, str], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the coverage as plain data."""
        skipped = [{"rule": rule, "reason": reason} for rule, reason in self.skipped]
        return {"rules": list(self.rules), "skipped": skipped}


@dataclass(frozen=True)
class Report:
    """The outcome of one check.

    ``issues`` are in text order. ``rules`` are the rules that ran, for titles and reasons.
    ``sentences`` are the places of the sentences, in text order, ``lengths`` the words in each
    outside quotation marks; ``setting`` is what the text was taken for, ``hidden`` how many
    findings are known or not new and therefore not among the issues.
    """

    document: Document
    issues: tuple[Issue, ...]
    readability: Readability
    rating: Score | None
    coverage: Coverage
    rules: tuple[Rule, ...]
    sentences: tuple[Span, ...] = ()
    lengths: tuple[int, ...] = ()
    setting: Setting = NO_SETTING
    hidden: int = 0

    @property
    def score(self) -> float | None:
        """0..100, 100 = plain; None for a text without words."""
        return None if self.rating is None else self.rating.value

    @property
    def grade(self) -> float | None:
        """The school grade that can read the text, also for one sentence (then rough)."""
        return self.readability.grade

    @property
    def heat(self) -> tuple[float, ...]:
        """How hard each of ``sentences`` is, taken alone: from 0, plain, to 1."""
        return (0.0,) * len(self.sentences) if self.rating is None else self.rating.heat

    @cached_property
    def titles(self) -> dict[str, Rule]:
        """The rules that ran, by id."""
        return {rule.id: rule for rule in self.rules}

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain data: what ``check --format json`` says of a file, as
        ``reporters/schema.json`` describes it. Places are code points of ``document.written``."""
        return {**self.outline(), "issues": list(self.findings())}

    def outline(self) -> dict[str, Any]:
        """Return what ``to_dict`` says besides the findings."""
        from plainreply.data import measures

        source = self.document.source
        places = map(self.document.place, self.sentences)
        sentences = zip(places, self.heat, strict=True)
        return {
            "path": str(source.path or UNNAMED),
            "genre": measures.genre(self.setting),
            "format": source.format,
            "encoding": source.encoding,
            "score": measures.score(self.rating, self.issues, self.document),
            "readability": measures.readability(self.readability),
            "sentences": [{"span": place.to_dict(), "heat": heat} for place, heat in sentences],
            "coverage": self.coverage.to_dict(),
            "notes": list(source.notes),
        }

    def findings(self) -> Iterator[dict[str, Any]]:
        """Yield every finding as ``to_dict`` tells it, in text order."""
        from plainreply.data.findings import findings

        return findings(self.document, self.issues, self.titles)


def coverage(document: Document, rules: Iterable[Rule], genre: str = "") -> Coverage:
    """Tell which rules could look at this document: a plain text has no italics to find, a
    reply no call to check. Those skipped for one reason stand together."""
    ran, skipped = [], []
    for rule in rules:
        if not rule.serves(genre):
            skipped.append((rule.id, OTHER_GENRE))
        elif rule.kind == "folder":
            skipped.append((rule.id, OF_FOLDER))
        elif rule.kind == "face" and not document.faces:
            skipped.append((rule.id, "это простой текст без шрифтов и выделений"))
        else:
            ran.append(rule.id)
    return Coverage(tuple(ran), tuple(sorted(skipped, key=lambda pair: pair[1])))
