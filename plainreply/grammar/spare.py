"""Nouns that can be spared: «обратиться за получением справки» -> «обратиться за справкой»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.govern import complement_key
from plainreply.grammar.phrase import recase
from plainreply.grammar.redraft import Redraft

WANTING = {
    "обратиться": "за+ins", "обращаться": "за+ins", "обращение": "за+ins", "прийти": "за+ins",
    "приходить": "за+ins", "претендовать": "на+acc",
}  # fmt: skip
SPARED = frozenset("получение предоставление выдача оказание назначение".split())


def as_spared(sentence: Sentence, text: str, noun: Token) -> Redraft | None:
    """Return the sentence with the thing wanted in place of «получение» of it, None if unsure."""
    head = sentence.tokens[noun.head] if noun.head >= 0 else noun
    key = complement_key(sentence, noun)
    if noun.lemma not in SPARED or WANTING.get(head.lemma) != key or noun.rel == "conj":
        return None
    below = [child for child in sentence.below(noun) if child.rel != "case"]
    if len(below) != 1 or complement_key(sentence, below[0]) != "gen":
        return None
    forms = recase(sentence, below[0], key.partition("+")[2])
    if forms is None:
        return None
    redraft = Redraft(sentence, text)
    redraft.replace(forms)
    redraft.drop(noun.index)
    return redraft
