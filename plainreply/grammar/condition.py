"""Clauses of condition: «в случае отмены рейса» -> «если рейс отменят», set off by commas."""

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.derivation import Family, families
from plainreply.grammar.forms import finite
from plainreply.grammar.govern import COMPLEMENTS, complement_key, govern, is_action
from plainreply.grammar.phrase import extent
from plainreply.grammar.predicate import actor_of
from plainreply.grammar.purpose import put_word, set_off
from plainreply.grammar.redraft import Redraft

LONGEST = 6
"""How many words the thing acted on may have for the verb to go behind it."""
OF_THEMSELVES = frozenset(
    "изменить увеличить уменьшить ухудшить улучшить прекратить снизить повысить сократить".split()
)
"""Verbs of what may happen by itself: «если обстоятельства изменятся»."""
READERS_ACTS = frozenset({"подача", "обращение", "предъявление", "получение"})
"""What the reader himself does: «если подадут» would make strangers of him."""
NEED, DISSENT = "необходимость", "несогласие"


def condition(redraft: Redraft, tokens: tuple[Token, ...], noun: Token) -> bool:
    """Make the phrase behind «в случае» a clause with «если», in ``redraft``.

    A thing is told to be acted on by no one in particular («если рейс отменят»), unless the
    reader is addressed, who may be the one to act; what happens by itself is told so («если
    поступит жалоба»). Returns False when it cannot be told.
    """
    sentence = redraft.sentence
    if _runs_on(sentence, noun):
        return False
    put_word(redraft, tokens, "если")
    if noun.lemma == NEED:
        redraft.replace({noun.index: "нужно"})
        return _stands_alone(sentence, noun) and set_off(redraft, tokens[0], noun)
    if noun.lemma == DISSENT:
        return _dissent(redraft, noun) and set_off(redraft, tokens[0], noun)
    family = families().get(noun.lemma)
    if family is None or not is_action(noun) or not family.pf or noun.lemma in READERS_ACTS:
        return False
    return _told(redraft, noun, family) and set_off(redraft, tokens[0], noun)


def _runs_on(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the tree has the main verb inside the phrase: its end is not known then."""
    inside = sentence.subtree(noun)
    return any(
        token.feats.get("VerbForm") == "Fin" and not token.rel.startswith("acl")
        for token in inside
        if not any(t.text == "," for t in inside if t.index < token.index)
    )


def _complements(sentence: Sentence, noun: Token) -> list[Token]:
    return [c for c in sentence.below(noun, *COMPLEMENTS) if c.pos != "PUNCT"]


def _stands_alone(sentence: Sentence, noun: Token) -> bool:
    """Tell whether nothing goes with the noun, by the tree and by what stands behind it."""
    behind = sentence.tokens[noun.index + 1 : noun.index + 2]
    oblique = any(t.feats.get("Case") not in {None, "Nom"} and t.pos != "PRON" for t in behind)
    return not oblique and not any(_complements(sentence, noun))


def _dissent(redraft: Redraft, noun: Token) -> bool:
    """«в случае несогласия с решением Вы…» -> «если Вы не согласны с решением, Вы…»."""
    sentence = redraft.sentence
    addressed = (t for t in sentence.tokens if t.lemma == "вы" and t.feats.get("Case") == "Nom")
    reader = next(addressed, None)
    keys = {complement_key(sentence, child) for child in _complements(sentence, noun)}
    if reader is None or keys != {"с+ins"}:
        return False
    redraft.replace({noun.index: f"{reader.text} не согласны"})
    return True


def _told(redraft: Redraft, noun: Token, family: Family) -> bool:
    """Put the verb of the noun and its complements in the cases that it governs."""
    sentence = redraft.sentence
    bare = [c for c in _complements(sentence, noun) if complement_key(sentence, c) == "gen"]
    role = family.government.get("gen")
    if len(bare) != 1 or any(sentence.below(bare[0], "conj")) or any(sentence.below(noun, "conj")):
        return False
    government, actor = family.government, actor_of(sentence, bare[0])
    form = _future(family.pf, actor.number, actor.gender) if role == "subj" else None
    if family.pf in OF_THEMSELVES:
        government = {**government, "gen": "subj"}
        form = _future(family.pf + "ся", actor.number, actor.gender)
    elif role == "acc" and not _addresses_reader(sentence):
        form = _future(family.pf, "Plur", "")
    phrase = extent(sentence, bare[0])
    if form is None or not _is_short(phrase) or not govern(redraft, noun, government):
        return False
    redraft.replace({noun.index: form})
    if phrase and role == "acc":
        redraft.move([noun.index], before=redraft.after(phrase[-1].index))
    return True


def _is_short(phrase: tuple[Token, ...] | None) -> bool:
    """Tell whether a phrase surely ends where the tree says: few words, no preposition but «о»."""
    return (
        phrase is not None
        and len(phrase) <= LONGEST
        and all(token.pos != "ADP" or token.lemma == "о" for token in phrase)
    )


def _future(verb: str, number: str, gender: str) -> str | None:
    """Return the future of a verb that may begin with «не »."""
    plain = verb.removeprefix("не ")
    form = finite(plain, "Fut", number=number, gender=gender)
    return None if form is None else verb[: len(verb) - len(plain)] + form


def _addresses_reader(sentence: Sentence) -> bool:
    """Tell whether the sentence asks the reader to do something or says what he may do."""
    return any(token.lemma in {"вы", "ваш"} or _is_asked(token) for token in sentence.tokens)


def _is_asked(token: Token) -> bool:
    """Tell whether a verb may be an imperative: «сообщите» can be a future as well."""
    verb = token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"
    return verb and any(
        "impr" in parse.tag and "plur" in parse.tag for parse in readings(token.text)
    )
