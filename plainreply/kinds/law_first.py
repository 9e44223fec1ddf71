"""A reference to an act that stands before the answer, in what opens the letter or leads it in."""

import re
from collections.abc import Iterator

from plainreply.analysis.body import sentences_in
from plainreply.document import Analysis, Need
from plainreply.facts import acts
from plainreply.facts.answering import answer_at
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
TOPIC = pattern(
    r"\b(?:об?|про|насч[её]т|относительно|касательно|по\s+(?:поводу|вопросу|вопросам))"
    r"(?:\s+(?:применени|исполнени|толковани|нарушени|разъяснени|соблюдени|действи)\w+)?\s+\Z",
    re.IGNORECASE,
)
"""What stands before an act that the reader asks about: «письмо по поводу закона»."""


def build(rule: Rule) -> Finder:
    """Return a finder of the first reference to an act before the answer."""

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        for sentence in sentences_in(analysis):
            verb = answer_at(text, sentence)
            stop = sentence.span.stop if verb is None else verb.span.start
            start = sentence.span.start
            found = [act.span.shift(start) for act in acts(sentence.span.of(text))]
            early = [s for s in found if s.start < stop and not TOPIC.search(text, start, s.start)]
            if early:
                yield Finding(Span(*early[0]))
            if early or verb is not None:
                return

    return find
