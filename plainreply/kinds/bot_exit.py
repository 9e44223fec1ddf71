"""A step of a chat-bot's script without a way to a human being.

A step is what the bot says, up to where it speaks again, with the menu below; a text that does
not name the speakers is one step. Options: ``part``,
the wordings of the way out in the lexicon; ``always``, those that say it is there at every step.
"""

from collections.abc import Iterator, Sequence

from plainreply.document import Analysis, Need
from plainreply.facts.cues import Wordings, places, wordings
from plainreply.facts.script import Saying, Voice, has_speakers, sayings
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
SHOWN = 3


def build(rule: Rule) -> Finder:
    """Return a finder of the steps that have no way out, at their first words."""
    way = wordings(rule.lexicon, rule.options["part"])
    always = wordings(rule.lexicon, rule.options["always"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        said = sayings(analysis, *Voice)
        if any(_has(saying, always) for saying in said if saying.line.voice is not Voice.CLIENT):
            return
        apart = has_speakers(analysis.document)
        for step in _steps(said) if apart else [said] if said else []:
            words = [token.span for token in step[0].tokens if token.is_word][:SHOWN]
            if words and not any(_has(saying, way) for saying in step):
                yield Finding(Span(words[0].start, words[-1].stop))

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


def _has(saying: Saying, known: Wordings) -> bool:
    return any(True for _ in places(saying.tokens, "", known))
