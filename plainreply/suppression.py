"""Findings that the writer of a draft has looked at and wants no more of.

In Word, a comment «plainreply: пропустить» on a stretch silences every rule there, and
«plainreply: пропустить passive, verbal-noun» those rules.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from plainreply.document import Document, Remark
from plainreply.rule import Issue

ORDER = re.compile(r"\s*plainreply\s*:\s*пропустить\b\s*(.*)", re.IGNORECASE | re.DOTALL)
SEPARATORS = re.compile(r"[\s,;]+")
UNUSED = "Примечание «{}» ничего не скрывает: удалите его."
UNKNOWN = "В примечании «{}» нет такого правила: {}. Список: plainreply rule."
SHOWN = 60
"""How much of a comment is quoted, in code points."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """A comment that silences ``rules``, all when it names none, on the words it stands on."""

    remark: Remark
    rules: frozenset[str]

    def silences(self, issue: Issue) -> bool:
        """Tell whether the issue lies in the stretch and its rule is meant."""
        meant = not self.rules or issue.rule in self.rules
        return meant and self.remark.span.overlaps(issue.span)


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Return the comments of the draft that silence rules, in text order."""
    found = []
    for remark in document.remarks:
        match = ORDER.fullmatch(remark.text)
        if match:
            named = filter(None, SEPARATORS.split(match[1].strip(" .")))
            found.append(Suppression(remark, frozenset(named)))
    return tuple(found)


def unsilenced(
    document: Document, issues: Sequence[Issue], known: Collection[str]
) -> tuple[tuple[Issue, ...], tuple[str, ...]]:
    """Return the issues that no comment silences, and Russian sentences about the comments that
    silence nothing or name a rule that is not among ``known``."""
    found = suppressions(document)
    kept = tuple(issue for issue in issues if not any(s.silences(issue) for s in found))
    notes = []
    for suppression in found:
        words = " ".join(suppression.remark.text.split())[:SHOWN]
        unknown = sorted(suppression.rules - set(known))
        if unknown:
            notes.append(UNKNOWN.format(words, ", ".join(unknown)))
        elif not any(map(suppression.silences, issues)):
            notes.append(UNUSED.format(words))
    return kept, tuple(notes)
