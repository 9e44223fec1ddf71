"""Verbal nouns told by verbs: the ways of doing so, tried in order."""

from collections.abc import Callable

from plainreply.document import Sentence, Token
from plainreply.grammar.content import as_content
from plainreply.grammar.governed import as_governed
from plainreply.grammar.modal_subject import of_modal
from plainreply.grammar.purpose import purpose
from plainreply.grammar.redraft import Redraft

SENDING = frozenset(
    "передать передавать направить направлять отправить отправлять перенаправить представить "
    "представлять предоставить вынести".split()
)
PREDICATES = frozenset({"VERB", "ADV", "AUX"})


def verbalised(sentence: Sentence, text: str, noun: Token) -> Redraft | None:
    """Return the sentence with the verbal noun told by a verb, or None when that is not sure."""
    tried = (way(sentence, text, noun) for way in WAYS)
    return next((redraft for redraft in tried if redraft is not None), None)


def for_purpose(sentence: Sentence, text: str, noun: Token) -> Redraft | None:
    """«для получения справки» -> «чтобы получить справку»."""
    preposition = next(sentence.below(noun, "case"), None)
    if preposition is None or preposition.lemma != "для" or not _is_purpose(sentence, noun):
        return None
    redraft = Redraft(sentence, text)
    return redraft if purpose(redraft, (preposition,), noun) else None


def _is_purpose(sentence: Sentence, noun: Token) -> bool:
    """Tell whether «для …» says what something is done for, not what a thing is meant for."""
    if noun.head < 0:
        return False
    head = sentence.tokens[noun.head]
    if head.lemma in SENDING:
        return False
    predicative = head.pos in PREDICATES or head.feats.get("Variant") == "Short"
    return predicative and head.feats.get("Case") is None


Way = Callable[[Sentence, str, Token], Redraft | None]
WAYS: tuple[Way, ...] = (for_purpose, as_content, as_governed, of_modal)
