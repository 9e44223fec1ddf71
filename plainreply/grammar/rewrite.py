"""What a rewrite of a sentence is: the words in their new form, and whether it means the same."""

from typing import NamedTuple

from plainreply.document import Sentence
from plainreply.grammar.phrase import Forms
from plainreply.grammar.redraft import Redraft


class Rewrite(NamedTuple):
    """A redrafted sentence and whether its meaning is surely the same."""

    redraft: Redraft
    safe: bool


def rephrase(redraft: Redraft, forms: Forms) -> None:
    """Give words these new texts; those that are empty are dropped."""
    redraft.replace({index: form for index, form in forms.items() if form})
    redraft.drop(*(index for index, form in forms.items() if not form))


def redrafted(sentence: Sentence, text: str, forms: Forms) -> Redraft:
    """Return a redraft with these new texts; those that are empty are dropped."""
    redraft = Redraft(sentence, text)
    rephrase(redraft, forms)
    return redraft
