"""What words a sentence has, found once: most questions about it need only look here."""

from collections.abc import Iterator

from plainreply.document import Sentence, Token
from plainreply.grammar.bodies import bodies
from plainreply.memo import kept, remembered


@kept
def lemmas(sentence: Sentence) -> frozenset[str]:
    """Return the lemmas of the words of a sentence."""
    return frozenset([token.lemma for token in sentence.tokens])


@remembered
def instrumentals(sentence: Sentence) -> Iterator[Token]:
    """Yield the words in the instrumental: who acts in a passive is one of them, if no body that
    is called by letters."""
    return (token for token in sentence.tokens if token.feats.get("Case") == "Ins")


@remembered
def short_names(sentence: Sentence) -> Iterator[Token]:
    """Yield the names of bodies that do not inflect («МКУ»)."""
    return (token for token in sentence.tokens if token.text in bodies())
