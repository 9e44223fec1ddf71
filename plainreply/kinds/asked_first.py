"""What a chat-bot must ask before something else: consent before personal data.

Options: ``first`` and ``then``, parts of the lexicon; the bot's first words of ``then`` are found
when none of ``first`` stands before them.
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.facts.cues import places, wordings
from plainreply.facts.script import Voice, sayings
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY


def build(rule: Rule) -> Finder:
    """Return a finder of what is asked for too early."""
    first = wordings(rule.lexicon, rule.options["first"])
    then = wordings(rule.lexicon, rule.options["then"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        for saying in sayings(analysis, Voice.CLERK, Voice.NOTE, Voice.TITLE):
            for sentence in saying.sentences:
                if any(True for _ in places(sentence, "", first)):
                    return
                asked = next(places(sentence, "", then), None)
                if asked is not None and saying.line.voice is Voice.CLERK:
                    at, wording = asked
                    last = sentence[min(at + len(wording.lemmas), len(sentence)) - 1]
                    yield Finding(Span(sentence[at].span.start, last.span.stop))
                    return

    return find
