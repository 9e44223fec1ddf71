"""Active participles told by a clause: «оператор, осуществляющий вывоз» -> «…, который вывозит»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.antecedent import form_of_which
from plainreply.grammar.deed import Deed
from plainreply.grammar.forms import GENDERS, finite
from plainreply.grammar.predicate import actor_of
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.rewrite import Rewrite


def is_relative(sentence: Sentence, light: Token) -> bool:
    """Tell whether an active participle opens a clause behind its noun: «, осуществляющий …»."""
    participle = light.feats.get("VerbForm") == "Part" and light.feats.get("Voice") == "Act"
    first = light.index - 1
    if first > 0 and sentence.tokens[first].lemma == "не":
        first -= 1
    behind = participle and first > 0 and sentence.tokens[first].text == ","
    return behind and 0 <= light.head < first


def relative(redraft: Redraft, deed: Deed) -> Rewrite | None:
    """«оператор, осуществляющий вывоз отходов» -> «оператор, который вывозит отходы»."""
    sentence, light = redraft.sentence, deed.split.light
    head = actor_of(sentence, sentence.tokens[light.head])
    number = {"Plur": ("plur",)}.get(head.number, ("sing", GENDERS.get(head.gender, "masc")))
    pronoun, tense = form_of_which("nom", number), light.feats.get("Tense", "Pres")
    form = finite(deed.verb, tense, number=head.number, gender=head.gender)
    if form is None or pronoun is None or deed.others:
        return None
    first = sentence.tokens[light.index - 1]
    redraft.replace({light.index: form})
    redraft.insert(pronoun, before=light.index if first.text == "," else first.index)
    redraft.drop(deed.split.noun.index)
    return Rewrite(redraft, deed.split.pair.safe == "auto")
