"""What a chat-bot must ask before something else: consent before personal data.

Options: ``first`` and ``then``, parts of the lexicon; the bot's first words of ``then`` are found
when none of ``first`` stands before them.
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.facts.sayings import sayings, spoken
from plainreply.facts.script import Voice
from plainreply.facts.wordings import wordings
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.MORPHOLOGY


def build(rule: Rule) -> Finder:
    """Return a finder of what is asked for too early."""
    first = wordings(rule.lexicon, rule.options["first"])
    then = wordings(rule.lexicon, rule.options["then"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        for saying in sayings(analysis, Voice.CLERK, Voice.NOTE, Voice.TITLE):
            for sentence in map(spoken, saying.sentences):
                if any(first.read(sentence)):
                    return
                asked = next(then.read(sentence), None)
                if asked and saying.line.voice is Voice.CLERK:
                    yield Finding(asked.span)
                    return

    return find
