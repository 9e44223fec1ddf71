"""A refusal that gives no reason, or none but a law.

A reason is a sentence with words of its own before it cites an act, or what stands in the refusal
itself behind a colon or «потому что». Sentences that only greet, thank, or tell how to complain
give none. A letter of more than ``most`` sentences is left alone: there a reason may be anywhere.
Other options: ``refused`` is the part of the lexicon that words a refusal, ``other`` the parts
that are no reason.
"""

import re
from collections.abc import Iterator

from plainreply.analysis.layout import Part
from plainreply.document import Analysis, Need
from plainreply.facts import acts
from plainreply.facts.wordings import passages, wordings
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.MORPHOLOGY
TEXT = frozenset({Part.SUBJECT, Part.BODY})
OWN = 3
"""How many words of its own a reason has at least."""
REASON = pattern(
    r":\s|[—–]\s|\b(?:потому|так\sкак|поскольку|из-за|ведь|ввиду|вследствие|причин\w+|в\sсвязи\sс"
    r"|т(?:ем|ого|ому),?\sчто|по\s\w+\sпричин\w+)\b",
    re.IGNORECASE,
)
FOLLOWS = pattern(
    r"\b(?:поэтому|в\sсвязи\sс\sчем|из-за\sчего|следовательно|так\sчто|оттого)\b", re.IGNORECASE
)
CLAUSE = pattern(
    r",\s(?!(?:о\sч[её]м|что|котор|в\sсоответствии|согласно|на\sосновании|как\sи|поданн|предусмотренн))"
)
"""A comma behind which a clause may give the reason: «не можем, в нём будет библиотека»."""
CITES = pattern(r"\b(?:согласно|на\sосновании|в\sсоответствии|руководствуясь)\b", re.IGNORECASE)
EMPTY = pattern(
    r"(?:предусмотр|установл|определ|основан|решени|принят|причин|это|данн|указанн|следующ"
    r"|вышеизложенн|изложенн|отказ|наш|ваш)\w*",
    re.IGNORECASE,
)
WORD = pattern(r"[^\W\d_]{2,}")


def build(rule: Rule) -> Finder:
    """Return a finder of the refusal that has no reason."""
    refused = wordings(rule.lexicon, rule.options["refused"])
    other = wordings(rule.lexicon, *rule.options["other"])
    most = int(rule.options["most"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        letter = passages(analysis, TEXT, 0)
        refusal = refused.first(letter)
        if not refusal or len(letter) > most:
            return
        for passage in letter:
            said = passage.said
            if read := refused.first([passage]):
                said = _given(said, read.span.stop - passage.sentence.span.start)
            elif other.tell([passage]):
                continue
            if _own_words(said) >= OWN:
                return
        yield Finding(refusal.span)

    return find


def _given(said: str, refused: int) -> str:
    """Return what a refusal itself says of its reason: before «поэтому», behind a colon, or in a
    clause of its own behind the refusal."""
    follows, marker = FOLLOWS.search(said), REASON.search(said)
    if follows:
        return said[: follows.start()]
    marker = marker or CLAUSE.search(said, refused)
    return said[marker.end() :] if marker else ""


def _own_words(said: str) -> int:
    """Return how many words say something before an act is cited."""
    cited = [act.span.start for act in acts(said)]
    cited += [match.start() for match in CITES.finditer(said)]
    plain = WORD.findall(said[: min(cited, default=len(said))])
    return sum(not EMPTY.fullmatch(word) for word in plain)
