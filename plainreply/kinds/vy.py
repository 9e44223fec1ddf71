"""«Вы» and «вы» to the same reader: the rarer of the two is found.

A sentence's first word tells nothing, nor does one behind a mark that may open a sentence, in
quotation marks or all in capitals. Several readers are «вы»: there the capital is the fault.
"""

from collections.abc import Iterator

from plainreply.analysis.layout import WORDED, spans
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.grammar.lookup import plain_lemma
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import Edit, Span, held

NEEDS = Need.MORPHOLOGY
LEMMAS = frozenset({"вы", "ваш"})
OPENERS = frozenset(':.!?…«"“„)(–—-')
MANY = frozenset({"уважаемые", "дорогие"})


def build(rule: Rule) -> Finder:
    """Return a finder of «Вы» and «вы» that differ from the rest of the letter; the message can
    name the letter's own way, ``usual``."""
    return _find


def _find(analysis: Analysis) -> Iterator[Finding]:
    places = spans(analysis.document, WORDED)
    own = [s for s in analysis.sentences if held(s.span, places)]
    told = [t for s in own for t in _telling(s) if not held(t.span, analysis.quoted)]
    capital = [token for token in told if token.text[0].isupper()]
    small = [token for token in told if token.text[0].islower()]
    if not capital or not small:
        return
    many = any(token.lower in MANY for sentence in own[:3] for token in sentence.tokens)
    odd = capital if many or len(capital) < len(small) else small
    usual = "вы" if odd is capital else "Вы"
    for token in odd:
        first = token.text[0].upper() if odd is small else token.text[0].lower()
        at = Span(token.span.start, token.span.start + 1)
        yield Finding(token.span, offer((Edit(at, first),)), fields={"usual": usual})


def _telling(sentence: Sentence) -> Iterator[Token]:
    """Yield the words for the reader whose first letter tells something."""
    words = [token for token in sentence.tokens if token.is_word]
    for token in sentence.tokens:
        before = sentence.tokens[token.index - 1].text if token.index else ""
        if (
            plain_lemma(token) in LEMMAS
            and token is not words[0]
            and before[-1:] not in OPENERS
            and not token.text[1:].isupper()
        ):
            yield token
