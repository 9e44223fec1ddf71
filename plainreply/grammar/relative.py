"""Active participles told by a clause: «оператор, осуществляющий вывоз» -> «…, который вывозит»."""

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.activate import Rewrite
from plainreply.grammar.forms import GENDERS, finite
from plainreply.grammar.predicate import actor_of
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.split import Split


def is_relative(sentence: Sentence, light: Token) -> bool:
    """Tell whether an active participle opens a clause behind its noun: «, осуществляющий …»."""
    participle = light.feats.get("VerbForm") == "Part" and light.feats.get("Voice") == "Act"
    behind = participle and light.index > 0 and sentence.tokens[light.index - 1].text == ","
    return behind and 0 <= light.head < light.index


def relative(redraft: Redraft, split: Split, verb: str) -> Rewrite | None:
    """«оператор, осуществляющий вывоз отходов» -> «оператор, который вывозит отходы»."""
    sentence, light = redraft.sentence, split.light
    head = actor_of(sentence, sentence.tokens[light.head])
    number = {"Plur": ("plur",)}.get(head.number, ("sing", GENDERS.get(head.gender, "masc")))
    pronoun = next(p for p in readings("который") if p.is_known).inflect({"nomn", *number})
    tense = light.feats.get("Tense", "Pres")
    form = finite(verb, tense, number=head.number, gender=head.gender)
    if form is None:
        return None
    redraft.replace({light.index: form})
    redraft.insert(pronoun.word, before=light.index)
    redraft.drop(split.noun.index)
    return Rewrite(redraft, split.pair.safe == "auto")
