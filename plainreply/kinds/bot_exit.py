"""A step of a chat-bot's script without a way to a human being.

A step is what the bot says, up to where it speaks again, with the menu below; a text that does
not name the speakers is one step. Options: ``part``,
the wordings of the way out in the lexicon; ``always``, those that say it is there at every step.
"""

from collections.abc import Iterator, Sequence

from plainreply.analysis.body import shown
from plainreply.document import Analysis, Need
from plainreply.facts.sayings import Saying, sayings
from plainreply.facts.script import Voice, has_speakers
from plainreply.facts.wordings import wordings
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.MORPHOLOGY


def build(rule: Rule) -> Finder:
    """Return a finder of the steps that have no way out, at their first words."""
    way = wordings(rule.lexicon, rule.options["part"])
    always = wordings(rule.lexicon, rule.options["always"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        said = sayings(analysis, *Voice)
        told = (saying.passage for saying in said if saying.line.voice is not Voice.CLIENT)
        if always.first(told):
            return
        apart = has_speakers(analysis.document)
        for step in _steps(said) if apart else [said] if said else []:
            place = shown(step[0].tokens)
            if place and not way.first(saying.passage for saying in step):
                yield Finding(place)

    return find


def _steps(said: Sequence[Saying]) -> Iterator[list[Saying]]:
    step: list[Saying] = []
    for saying in said:
        if saying.line.voice is Voice.CLERK:
            if step:
                yield step
            step = []
        if saying.line.voice is not Voice.CLIENT and (step or saying.line.voice is Voice.CLERK):
            step.append(saying)
    if step:
        yield step
