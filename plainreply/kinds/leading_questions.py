"""The questions with which a clerk finds out what the client needs: found to be missing.

Questions that the lexicon knows for something else (who calls, may I call back) do not count.
Options: ``least``, how many there must be; ``other``, the parts of the lexicon that do not count.
"""

from collections.abc import Iterator

from plainreply.analysis.body import shown
from plainreply.document import Analysis, Need, Sentence
from plainreply.facts.sayings import sayings, spoken
from plainreply.facts.script import Voice
from plainreply.facts.wordings import Wordings, wordings
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.MORPHOLOGY
ASKING = frozenset({"уточните", "расскажите", "опишите", "поясните"})


def build(rule: Rule) -> Finder:
    """Return a finder, at the clerk's first words, of too few leading questions."""
    least = int(rule.options["least"])
    others = wordings(rule.lexicon, *str(rule.options["other"]).split())

    def find(analysis: Analysis) -> Iterator[Finding]:
        clerk = sayings(analysis, Voice.CLERK)
        asked = sum(_leads(sentence, others) for saying in clerk for sentence in saying.sentences)
        if clerk and asked < least and (place := shown(clerk[0].tokens)):
            yield Finding(place)

    return find


def _leads(sentence: Sentence, others: Wordings) -> bool:
    """Tell whether a sentence asks what happened."""
    asks = any("?" in token.text for token in sentence.tokens)
    asks = asks or any(token.lower in ASKING for token in sentence.tokens[:2])
    return asks and not any(others.read(spoken(sentence)))
