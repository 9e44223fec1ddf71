"""The questions with which a clerk finds out what the client needs: found to be missing.

Questions that the lexicon knows for something else (who calls, may I call back) do not count.
Options: ``least``, how many there must be; ``other``, the parts of the lexicon that do not count.
"""

from collections.abc import Iterator, Sequence

from plainreply.document import Analysis, Need, Token
from plainreply.facts.cues import Wordings, places, wordings
from plainreply.facts.script import Voice, sayings
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
SHOWN = 3
ASKING = frozenset({"уточните", "расскажите", "опишите", "поясните"})


def build(rule: Rule) -> Finder:
    """Return a finder, at the clerk's first words, of too few leading questions."""
    least = int(rule.options["least"])
    others = [wordings(rule.lexicon, part) for part in str(rule.options["other"]).split()]

    def find(analysis: Analysis) -> Iterator[Finding]:
        clerk = sayings(analysis, Voice.CLERK)
        asked = sum(_leads(sentence, others) for saying in clerk for sentence in saying.sentences)
        if clerk and asked < least:
            shown = [token.span for token in clerk[0].tokens if token.is_word][:SHOWN]
            if shown:
                yield Finding(Span(shown[0].start, shown[-1].stop))

    return find


def _leads(sentence: Sequence[Token], others: Sequence[Wordings]) -> bool:
    """Tell whether a sentence asks what happened."""
    asks = any("?" in token.text for token in sentence)
    asks = asks or any(token.lower in ASKING for token in sentence[:2])
    return asks and not any(True for known in others for _ in places(sentence, "", known))
