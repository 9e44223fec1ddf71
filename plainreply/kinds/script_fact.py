"""A step of a call script that leaves out what the client must know: how long, when, where.

Options: ``part``, the wordings of the step in the lexicon; ``facts``, one of which must be stated
in the same line of the script (``facts.STATED``).
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.facts import states
from plainreply.facts.sayings import sayings
from plainreply.facts.script import Voice
from plainreply.facts.wordings import wordings
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.MORPHOLOGY


def build(rule: Rule) -> Finder:
    """Return a finder of steps that state none of the facts; one finding a line."""
    steps = wordings(rule.lexicon, rule.options["part"])
    facts = str(rule.options["facts"]).split()

    def find(analysis: Analysis) -> Iterator[Finding]:
        for saying in sayings(analysis, Voice.CLERK):
            step = steps.first([saying.passage])
            if step and not states(facts, saying.text):
                yield Finding(step.span)

    return find
