"""Who does what a circumstance tells («при подаче заявления»), and when: by the noun and by the
predicate that it goes with."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.actors import agent_of, is_actor
from plainreply.grammar.clause import same_clause
from plainreply.grammar.derivation import families
from plainreply.grammar.forms import case_of
from plainreply.grammar.predicate import predicate_of
from plainreply.grammar.subjects import subject_of
from plainreply.grammar.voice import is_reflexive, is_short_participle, undergoes
from plainreply.resources import lexicon

IMPERSONAL = frozenset(
    "можно нельзя нужно надо необходимо надлежать следовать требоваться возможно рекомендоваться "
    "предлагаться допускаться разрешаться запрещаться достаточно целесообразно".split()
)
"""Words whose infinitive says what someone in general does."""
IMPOSSIBLE = frozenset("нельзя невозможно невозможный недопустимый запрещаться".split())
ASKING = frozenset("просить рекомендовать советовать предлагать обязать".split())
FINITE = frozenset({"Fin", "Inf"})
CLIENTS = frozenset(
    "заявитель гражданин гражданка житель жительница жилец собственник родитель мать отец "
    "потребитель пенсионер получатель плательщик налогоплательщик абонент пассажир пациент "
    "наниматель владелец представитель опекун ребёнок ребенок семья член студент ученик клиент "
    "покупатель должник истец ответчик инвалид ветеран участник арендатор "
    "пользователь человек лицо он она они кто инвестор".split()
)
"""Those whom the office writes to or about, not its own people."""


TRADES = frozenset("застройщик подрядчик исполнитель перевозчик поставщик оператор".split())
"""Those who work for the office or for the applicant: what they do is not told by habit."""


class Who(Enum):
    """Who acts: the reader, the subject of the main clause, someone unnamed (they), anyone at all
    (an impersonal sentence), or it is not known."""

    READER = "reader"
    SUBJECT = "subject"
    THEY = "they"
    ANYONE = "anyone"
    UNSURE = "unsure"


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


def who_does(sentence: Sentence, noun: Token, main: Main) -> Who:
    """Return who does what ``noun`` names, by its habit (``doers.tsv``) and by ``main``."""
    habit, subject = habit_of(noun), main.subject
    office = is_office(subject) or (subject is None and _is_ours(main))
    if main.asked:
        return ASKED.get(habit, Who.UNSURE)
    if subject is not None and subject.lemma in TRADES:
        return Who.UNSURE
    unnamed = subject is None and not office and not main.impersonal
    if main.passive or unnamed:
        return Who.THEY
    if main.impersonal and subject is None:
        if habit == "reader" and habit_of_verb(main.chain[0]) == "office":
            return Who.THEY
        return {"office": Who.THEY, "fault": Who.THEY, "": Who.UNSURE}.get(habit, Who.ANYONE)
    if habit == "self" or habit == ("office" if office else "reader"):
        return Who.SUBJECT
    of_others = habit in {"office", "reader"} or (habit == "fault" and office)
    return Who.THEY if of_others else Who.UNSURE


ASKED = {"reader": Who.READER, "self": Who.READER, "either": Who.READER, "office": Who.THEY}
"""Who acts where the reader is asked to do something or told what he may do."""


def habit_of(noun: Token) -> str:
    """Return who does it by habit: ``reader``, ``office``, ``self``, ``either``, ``fault``."""
    plain = noun.lemma.replace("ё", "е")
    return doers().get(plain) or doers().get(plain.removeprefix("не"), "")


def habit_of_verb(verb: Token) -> str:
    """Return the habit of the noun that names the same as the verb («выдать»: office)."""
    return _verbs().get(verb.lemma.removesuffix("ся"), "")


@cache
def _verbs() -> Mapping[str, str]:
    rows = ((families().get(noun), who) for noun, who in doers().items())
    pairs = ((family, who) for family, who in rows if family is not None and who)
    return {verb: who for family, who in pairs for verb in (family.ipf, family.pf) if verb}


def is_office(subject: Token | None) -> bool:
    """Tell whether a subject is a body or one of its people, not an applicant."""
    if subject is None or subject.lemma in CLIENTS or subject.pos == "PROPN":
        return False
    return subject.lemma == "мы" or subject.pos != "PRON"


def _is_ours(main: Main) -> bool:
    """Tell whether «мы» is understood («направим ответ»)."""
    return main.chain[-1].feats.get("Person") == "1" and main.chain[-1].lemma not in ASKING


@cache
def doers() -> Mapping[str, str]:
    """Return who does what an action noun names: see ``doers.tsv``."""
    return {row["noun"].replace("ё", "е"): row["who"] for row in lexicon("doers")}


@cache
def events() -> frozenset[str]:
    """Return the nouns of what may happen or not: «при обнаружении ошибки» is «если»."""
    rows = lexicon("doers")
    return frozenset(row["noun"].replace("ё", "е") for row in rows if row["when"] == "если")


def is_event(noun: Token) -> bool:
    """Tell whether the noun names what may happen or not."""
    plain = noun.lemma.replace("ё", "е")
    return plain in events() or (plain.startswith("не") and plain[2:] in doers())
