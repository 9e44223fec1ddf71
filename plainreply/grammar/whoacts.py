"""Who does what a circumstance tells («при подаче заявления»): by the noun and by the predicate
that it goes with."""

from collections.abc import Mapping
from enum import Enum
from functools import cache

from plainreply.document import Token
from plainreply.grammar.derivation import families
from plainreply.grammar.mainclause import ASKING, Main
from plainreply.resources import lexicon

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


def who_does(noun: Token, main: Main) -> Who:
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
