"""Too many references to laws: more than ``most`` in the letter, or more than one for every
``words`` of its words. One reference is never too many."""

from collections.abc import Iterator

from plainreply.analysis.body import BODY
from plainreply.analysis.layout import Part, spans
from plainreply.document import Analysis, Need
from plainreply.facts import acts
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import held

NEEDS = Need.TOKENS
TEXT = BODY | {Part.SUBJECT, Part.NOTE}


def build(rule: Rule) -> Finder:
    """Return a finder of the first reference that is too many."""
    most, words = int(rule.options["most"]), int(rule.options["words"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        places = spans(analysis.document, TEXT)
        found = [act.span for act in acts(analysis.document.text) if held(act.span, places)]
        size = sum(s.words for s in analysis.sentences if held(s.span, places))
        allowed = max(1, min(most, size // words))
        if len(found) > allowed:
            fields = {"count": str(len(found)), "allowed": str(allowed)}
            yield Finding(found[allowed], fields=fields)

    return find
