"""Where the phrase of a preposition and an action noun ends, and whether that is sure: the tree may
draw the beginning of the main clause into it, or leave its own end outside."""

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.actors import is_actor
from plainreply.grammar.clause import is_break
from plainreply.grammar.derivation import families
from plainreply.grammar.forms import case_of
from plainreply.grammar.govern import complement_key
from plainreply.grammar.phrase import extent, is_fixed
from plainreply.grammar.voice import is_short_participle

Phrase = tuple[Token, ...]
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
TIMELY = frozenset({"срок", "сроки"})
PREDICATIVE = frozenset("можно нельзя нужно надо необходимо следует не нет".split())


def stretch(sentence: Sentence, noun: Token) -> Phrase | None:
    """Return the phrase of ``noun`` with the time or the set phrase right behind it, which the tree
    may hang on the main verb («неуплата налога в срок», «вступление закона в силу»)."""
    phrase = extent(sentence, noun)
    if phrase is None:
        return None
    stop = phrase[-1].index + 1
    behind = sentence.tokens[stop : stop + 3]
    ends = {"силу"} if noun.lemma == "вступление" else TIMELY
    words = [token.lower for token in behind]
    if words[:1] != ["в"]:
        return phrase
    size = next((n for n in (2, 3) if set(words[n - 1 : n]) & ends), 0)
    agrees = size != 3 or bool(case_of(behind[1]))
    return phrase + behind[:size] if agrees else phrase


def is_sure(sentence: Sentence, noun: Token, head: Token | None) -> bool:
    """Tell whether the phrase of ``noun`` surely ends where :func:`stretch` says; ``head`` is the
    word of the main clause that it goes with."""
    phrase = stretch(sentence, noun)
    if phrase is None:
        return False
    own = _before_comma([t for t in phrase if t.index > noun.index])
    if any(map(is_break, own)) or any(_is_foreign(sentence, t) for t in own):
        return False
    after = sentence.tokens[phrase[-1].index + 1 :][:3]
    if head is None or head.index <= phrase[-1].index or phrase[-1].text == ",":
        return True
    if any(t.feats.get("VerbForm") == "Inf" for t in own):
        return False
    family = families().get(noun.lemma)
    if own and case_of(own[-1]) == "dat" and (family is None or "dat" not in family.government):
        return False
    if after[0].text == ",":
        return after[1].lower != "а"
    tail_taken = _is_verbal(after[0]) and _ends_with_circumstance(sentence, noun, own)
    lacking = _is_verbal(after[0]) and _lacks_subject(sentence, head, phrase)
    return not (_may_go_on(after, head) or tail_taken or lacking)


def _before_comma(tokens: list[Token]) -> list[Token]:
    stop = next((at for at, token in enumerate(tokens) if token.text == ","), len(tokens))
    return tokens[:stop]


def _is_foreign(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word inside cannot be part of the phrase: a nominative, or an adjective in
    another case than its noun («подтопления коммунальные службы»)."""
    before = sentence.tokens[token.index - 1].text
    if token.lemma == "который":
        return True
    if token.pos in NOMINAL and case_of(token) == "nom":
        return not is_fixed(token) and before not in {"«", '"', "№", "("}
    if token.rel == "amod" and token.head >= 0 and case_of(token):
        other = case_of(sentence.tokens[token.head])
        return other not in {"", case_of(token)} and sentence.tokens[token.head].pos != "NUM"
    return False


def _is_verbal(token: Token) -> bool:
    if token.feats.get("Variant") == "Short" or is_break(token):
        return True
    return token.pos in {"VERB", "AUX"} or token.lower in PREDICATIVE


def _may_go_on(after: Phrase, head: Token) -> bool:
    """Tell whether what follows may belong to the phrase: a preposition, a conjunction, an
    adverb, a bare noun in a case that the main verb hardly governs."""
    first = after[0]
    if first.pos in {"ADP", "CCONJ"} or (first.pos == "ADV" and first.lower not in PREDICATIVE):
        return True
    nominal = first.pos in {"NOUN", "PROPN", "ADJ", "NUM"}
    if nominal and case_of(first) == "gen":
        return True
    if nominal and case_of(first) == "ins":
        passive = is_short_participle(head) or head.lemma.endswith("ся")
        return not (passive and any(case_of(t) == "ins" and is_actor(t) for t in after))
    if first.pos == "NOUN" and case_of(first) == "dat":
        return len(after) > 1 and after[1].pos in NOMINAL
    genitive = first.pos == "NOUN" and any(p.tag.case == "gent" for p in readings(first.text))
    return genitive and len(after) > 1 and after[1].pos in {*NOMINAL, "ADJ"}


def _ends_with_circumstance(sentence: Sentence, noun: Token, own: list[Token]) -> bool:
    """Tell whether a phrase with a preposition that nothing inside governs comes last."""
    last = next((t for t in reversed(own) if t.pos == "ADP"), None)
    if last is None or last.head < 0 or last.lower in {"о", "об"}:
        return False
    governed = sentence.tokens[last.head]
    heads = {noun.lemma, sentence.tokens[governed.head].lemma}
    known = (families().get(lemma) for lemma in heads)
    key = complement_key(sentence, governed)
    return not any(family is not None and key in family.government for family in known)


def _lacks_subject(sentence: Sentence, verb: Token, phrase: Phrase) -> bool:
    """Tell whether the verb right behind the phrase is without the subject that it needs, so that
    the phrase may hold it («после проверки домов жители вернулись»)."""
    if any(sentence.below(verb, "nsubj", "nsubj:pass", "csubj", "ccomp")):
        return False
    short = verb.feats.get("Variant") == "Short"
    person = verb.feats.get("Person") in {"1", "2"} or verb.feats.get("Mood") == "Imp"
    if person or not (short or verb.feats.get("VerbForm") == "Fin"):
        return False
    if any(c.lemma == "не" for c in sentence.below(verb)) and verb.feats.get("Gender") == "Neut":
        return True
    if verb.feats.get("Number") == "Plur" and not short:
        animate = phrase[-1].feats.get("Animacy") == "Anim"
        taken = animate and not any(sentence.below(verb, "obj"))
        return taken or _may_be_subject(phrase[-1])
    return verb.feats.get("Gender") != "Neut"


def _may_be_subject(noun: Token) -> bool:
    """Tell whether a noun at the end of a phrase reads as a nominative plural."""
    tags = [parse.tag for parse in readings(noun.text)]
    return any(tag.case == "nomn" and tag.number == "plur" for tag in tags)
