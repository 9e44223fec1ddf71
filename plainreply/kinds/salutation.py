"""A greeting that names nobody («Уважаемый заявитель!») though the addressee has a name.

A letter to several people, or to a firm, is left alone.
"""

from collections.abc import Iterator

from plainreply.analysis.dictionary import readings
from plainreply.analysis.layout import Part, spans
from plainreply.analysis.layout_signs import is_salutation
from plainreply.document import Analysis, Need, Sentence
from plainreply.facts import people
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import hull

NEEDS = Need.MORPHOLOGY
FEW = 8
"""Words that a salutation has at most."""
REVERENT = frozenset({"уважаемый", "дорогой"})


def build(rule: Rule) -> Finder:
    """Return a finder of greetings without the name that the addressee has."""
    return _find


def _find(analysis: Analysis) -> Iterator[Finding]:
    if not _is_to_one(analysis):
        return
    text = analysis.document.text
    for sentence in analysis.sentences:
        if sentence.words <= FEW and is_salutation(sentence.span.of(text).strip()):
            if _calls(sentence) and not _names(sentence):
                yield Finding(hull(t.span for t in sentence.tokens if t.is_word))
            return


def _is_to_one(analysis: Analysis) -> bool:
    """Tell whether the lines of the addressee name one person, once or twice."""
    text = analysis.document.text
    lines = (place.of(text) for place in spans(analysis.document, frozenset({Part.ADDRESSEE})))
    named = [[who for who in people(line) if who.father] for line in lines]
    return sum(map(bool, named)) == 1 and max(map(len, named)) == 1


def _calls(sentence: Sentence) -> bool:
    """Tell whether a greeting calls the reader something: «уважаемый абонент», «заявитель»."""
    lemmas = {token.lemma for token in sentence.tokens}
    people_called = (
        {"NOUN", "anim"} <= reading.tag.grammemes
        for token in sentence.tokens
        for reading in readings(token.text)[:1]
    )
    return bool(lemmas & REVERENT) or any(people_called)


def _names(sentence: Sentence) -> bool:
    """Tell whether a word behind the first has a capital: the reader's name."""
    words = [token for token in sentence.tokens if token.is_word]
    return any(token.text[0].isupper() for token in words[1:])
