"""The form of one verb given to another: tense, person, number, gender and mood."""

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.forms import finite, is_perfective, parse_of, verb_form

KEPT = ("past", "pres", "futr", "sing", "plur", "masc", "femn", "neut", "1per", "2per", "3per",
        "impr", "GRND", "excl", "incl")  # fmt: skip
ORDER = ("plur", "impr", "excl")


def is_order(sentence: Sentence, verb: Token) -> bool:
    """Tell whether «осуществите» is an imperative: its form is that of the future, too."""
    future = verb.feats.get("Person") == "2" and verb.feats.get("Tense") == "Fut"
    addressed = any(sentence.below(verb, "nsubj")) or verb.rel in {"conj", "advcl"}
    return future and not addressed and any("impr" in p.tag for p in readings(verb.text))


def like(model: Token, verb: str) -> str | None:
    """Return ``verb`` in the form of ``model``: the same tense, person, number, gender, mood.

    None for a full participle: «осуществляющий» needs a clause of its own.
    """
    if model.feats.get("VerbForm") == "Inf":
        return verb
    if model.feats.get("VerbForm") == "Part":
        return None
    if model.feats.get("Tense") == "Fut" and not is_perfective(verb):
        person, number = model.feats.get("Person", "3"), model.feats.get("Number", "Plur")
        return finite(verb, "Fut", person=person, number=number)
    tag = parse_of(model).tag
    return verb_form(verb, *(grammeme for grammeme in KEPT if grammeme in tag))
