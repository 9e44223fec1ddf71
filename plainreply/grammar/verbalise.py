"""Verbal nouns told by verbs: the ways of doing so, tried in order."""

from collections.abc import Callable

from plainreply.document import Sentence, Token
from plainreply.grammar.adverbial import adverbial
from plainreply.grammar.assigned import as_assigned
from plainreply.grammar.content import as_content
from plainreply.grammar.governed import as_governed
from plainreply.grammar.lighter import lighter
from plainreply.grammar.measures import as_measure
from plainreply.grammar.modal_subject import of_modal
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.spare import as_spared

Way = Callable[[Sentence, str, Token], Redraft | None]
WAYS: tuple[Way, ...] = (
    adverbial,
    as_content,
    as_governed,
    of_modal,
    as_assigned,
    as_measure,
    as_spared,
    lighter,
)


def verbalised(sentence: Sentence, text: str, noun: Token) -> Redraft | None:
    """Return the sentence with the verbal noun told by a verb, or None when that is not sure."""
    tried = (way(sentence, text, noun) for way in WAYS)
    return next((redraft for redraft in tried if redraft is not None), None)
