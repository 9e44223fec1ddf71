"""Empty nouns behind a preposition: «после проведения ремонта» -> «после ремонта»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.activity import event_of
from plainreply.grammar.forms import case_of
from plainreply.grammar.phrase import recase
from plainreply.grammar.redraft import Redraft


def lighter(sentence: Sentence, text: str, noun: Token) -> Redraft | None:
    """«после проведения ремонта» -> «после ремонта»: behind a preposition the empty noun goes."""
    event = event_of(sentence, noun)
    head = sentence.tokens[noun.head].lemma if noun.head >= 0 else ""
    if event is None or head == "решение" or not any(sentence.below(noun, "case")):
        return None
    forms = recase(sentence, event, case_of(noun))
    if forms is None:
        return None
    redraft = Redraft(sentence, text)
    redraft.replace(forms)
    redraft.drop(noun.index)
    return redraft
