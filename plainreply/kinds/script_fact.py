"""A step of a call script that leaves out what the client must know: how long, when, where.

Options: ``part``, the wordings of the step in the lexicon; ``facts``, one of which must be stated
in the same line of the script (``facts.stated``).
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.facts.cues import places, wordings
from plainreply.facts.script import Voice, sayings
from plainreply.facts.stated import states_any
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY


def build(rule: Rule) -> Finder:
    """Return a finder of steps that state none of the facts; one finding a line."""
    steps = wordings(rule.lexicon, rule.options["part"])
    facts = str(rule.options["facts"]).split()

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        for saying in sayings(analysis, Voice.CLERK):
            around = saying.line.span.of(text)
            tokens = saying.tokens
            step = next(places(tokens, around, steps), None)
            if step is not None and not states_any(facts, around):
                at, wording = step
                last = tokens[min(at + len(wording.lemmas), len(tokens)) - 1]
                yield Finding(Span(tokens[at].span.start, last.span.stop))

    return find
