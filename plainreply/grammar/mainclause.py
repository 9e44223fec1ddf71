"""The predicate that a circumstance goes with («при подаче заявления нужно…»): its tense, who is
its subject, and whether the reader is asked."""

from dataclasses import dataclass

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.actors import agent_of, is_actor
from plainreply.grammar.clause import same_clause
from plainreply.grammar.forms import case_of
from plainreply.grammar.predicate import predicate_of
from plainreply.grammar.subjects import subject_of
from plainreply.grammar.voice import is_reflexive, is_short_participle, undergoes

IMPERSONAL = frozenset(
    "можно нельзя нужно надо необходимо надлежать следовать требоваться возможно рекомендоваться "
    "предлагаться допускаться разрешаться запрещаться достаточно целесообразно".split()
)
"""Words whose infinitive says what someone in general does."""
IMPOSSIBLE = frozenset("нельзя невозможно невозможный недопустимый запрещаться".split())
ASKING = frozenset("просить рекомендовать советовать предлагать обязать".split())
FINITE = frozenset({"Fin", "Inf"})


@dataclass(frozen=True, slots=True)
class Main:
    """The predicate that a circumstance goes with.

    ``chain`` are its verb and the words above and below that it forms one predicate with;
    ``tense`` is ``Past``, ``Pres``, ``Fut``, or ``""`` where it tells what is to be done;
    ``subject`` is a nominative that acts, ``agent`` an instrumental; ``indefinite`` is «справки
    выдают».
    """

    chain: tuple[Token, ...]
    tense: str
    subject: Token | None
    agent: Token | None
    passive: bool
    asked: bool
    impersonal: bool
    indefinite: bool = False

    @property
    def active(self) -> bool:
        """True when a gerund may tell what else the one who acts does."""
        told = self.subject is not None or self.asked or self.impersonal
        return not self.passive and (told or self.indefinite)


def main_of(sentence: Sentence, noun: Token, head: Token | None) -> Main | None:
    """Return the predicate whose word ``head`` is, None when it is anything else."""
    if head is None:
        return None
    form = head.feats.get("VerbForm")
    predicative = form in FINITE or head.feats.get("Variant") == "Short" or head.pos == "ADV"
    predicative = predicative or is_impersonal(head)
    if not predicative or head.feats.get("Case"):
        return None
    chain = _chain(sentence, head)
    if chain[-1].feats.get("VerbForm") == "Inf":
        return None
    if not same_clause(sentence, noun, head):
        return None
    return Main(
        chain,
        _tense(sentence, chain),
        _subject(sentence, chain),
        next((a for verb in chain if (a := agent_of(sentence, verb)) is not None), None),
        any(_is_passive(sentence, t) for t in chain),
        _asks(sentence, chain),
        any(map(is_impersonal, chain)),
        _is_indefinite(sentence, chain),
    )


def is_impersonal(token: Token) -> bool:
    """Tell whether a word takes an infinitive of what someone in general does («нужно»)."""
    return token.lemma in IMPERSONAL or token.lower in IMPERSONAL


def _is_indefinite(sentence: Sentence, chain: tuple[Token, ...]) -> bool:
    """Tell whether someone unnamed acts: «опрос провели», «справки выдают»."""
    top = chain[-1]
    plural = top.feats.get("Number") == "Plur" and top.feats.get("VerbForm") == "Fin"
    others = top.feats.get("Person") not in {"1", "2"} and top.feats.get("Mood") != "Imp"
    return plural and others and not any(sentence.below(top, "nsubj", "nsubj:pass"))


def nobody(token: Token) -> Main:
    """Return the predicate of a remark that stands for itself: nobody is told of."""
    return Main((token,), "", None, None, passive=True, asked=False, impersonal=False)


def _chain(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the infinitive and what it hangs on, up to the finite verb or modal word."""
    below = [c for c in sentence.below(head, "xcomp", "csubj") if _is_part(c)]
    chain = [*below[:1], head]
    while _is_part(chain[-1]) and chain[-1].rel in {"xcomp", "csubj", "ccomp"}:
        chain.append(sentence.tokens[chain[-1].head])
    if _is_infinitive(chain[-1]):
        modal = next((c for c in sentence.below(chain[-1]) if is_impersonal(c)), None)
        chain += [modal] if modal is not None else []
    return tuple(chain)


def _is_part(token: Token) -> bool:
    """Tell whether a modal word forms one predicate with the token («должны быть сданы»)."""
    return _is_infinitive(token) or is_short_participle(token)


def _is_infinitive(token: Token) -> bool:
    return token.feats.get("VerbForm") == "Inf"


def _tense(sentence: Sentence, chain: tuple[Token, ...]) -> str:
    top = chain[-1]
    if len(chain) > 1 or is_impersonal(top):
        be = (t for each in chain for t in sentence.below(each) if t.lemma == "быть")
        past = top.feats.get("Tense") == "Past" or any(t.feats.get("Tense") == "Past" for t in be)
        return "Past" if past else ""
    if is_imperative(top):
        return ""
    return predicate_of(sentence, top).tense


def is_imperative(token: Token) -> bool:
    """Tell whether a verb may be an imperative: «сообщите» can be a future as well."""
    verb = token.pos == "VERB" and token.feats.get("VerbForm") == "Fin"
    return verb and any(
        "impr" in parse.tag and "plur" in parse.tag and "excl" in parse.tag
        for parse in readings(token.text)
    )


def _subject(sentence: Sentence, chain: tuple[Token, ...]) -> Token | None:
    for verb in chain:
        found = subject_of(sentence, verb)
        if found is not None:
            return found if is_actor(found) and case_of(found) in {"nom", ""} else None
    return None


def _is_passive(sentence: Sentence, verb: Token) -> bool:
    if is_short_participle(verb):
        return True
    if is_impersonal(verb) or not is_reflexive(verb):
        return False
    return undergoes(sentence, verb, subject_of(sentence, verb), None)


def _asks(sentence: Sentence, chain: tuple[Token, ...]) -> bool:
    """Tell whether the reader is the one who acts: «Вы», an imperative, «Вам нужно», «просим»."""
    if any(t.lemma == "вы" and case_of(t) == "nom" for v in chain for t in sentence.below(v)):
        return True
    if is_imperative(chain[-1]):
        return True
    infinitive = len(chain) > 1
    told = any(t.lemma == "вы" and case_of(t) == "dat" for v in chain for t in sentence.below(v))
    modal = any(map(is_impersonal, chain))
    return infinitive and (chain[-1].lemma in ASKING or (told and modal))


def is_denied(sentence: Sentence, main: Main) -> bool:
    """Tell whether the predicate says that something is not or cannot be done."""
    before = (sentence.tokens[verb.index - 1] for verb in main.chain if verb.index)
    below = (child for verb in main.chain for child in sentence.below(verb))
    denied = any(token.lemma == "не" for token in (*before, *below))
    return denied or any(verb.lemma in IMPOSSIBLE for verb in main.chain)
