"""What a light verb and an action noun mean together: the table of split predicates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from plainreply.grammar.derivation import Government, families, parse_government
from plainreply.resources import Row, lexicon

EMPTY = frozenset({"осуществлять", "осуществить"})
GENERAL = EMPTY | {"производить", "произвести"}
BROAD = GENERAL | frozenset(
    "обеспечивать обеспечить проводить провести выполнять выполнить вести".split()
)
WITH_THINGS = GENERAL | {"обеспечивать", "обеспечить"}
"""Verbs that pair with a noun that can be a thing, if it is complete with its object."""
LOOSE = frozenset("организовывать организовать допускать допустить".split())
SUBJECT_TO = frozenset({"подвергать", "подвергнуть"})
LIGHT = BROAD | LOOSE | SUBJECT_TO


@dataclass(frozen=True, slots=True)
class Pair:
    """What a light verb and its noun mean together: one verb in both aspects and its
    government. ``safe`` is ``auto``, ``suggest`` or ``never`` (report, do not rewrite)."""

    case: str
    ipf: str
    pf: str
    government: Government
    safe: str


def pair_of(verb: str, noun: str, *, complete: bool = False) -> Pair | None:
    """Return the first of :func:`pairs_of`, None when it is no split predicate."""
    return next(iter(pairs_of(verb, noun, complete=complete)), None)


def pairs_of(verb: str, noun: str, *, complete: bool = False) -> tuple[Pair, ...]:
    """Return what ``verb`` and ``noun`` may mean together («взять на контроль», «под контроль»).

    The emptiest verbs («осуществлять», «обеспечивать») pair with any action noun; with one
    that can be a thing as well, when it is ``complete`` with its object. «Организовать» and
    «допустить» do too, but say more than the verb alone: report only.
    """
    listed = _listed(verb, noun.replace("ё", "е"))
    if listed or verb not in LIGHT:
        return listed
    family = families().get(noun)
    loose = complete and verb in WITH_THINGS
    senses = {"action", "both"} if loose else {"action"}
    senses |= {"lexical"} if verb in EMPTY else set()
    if family is None or family.sense not in senses or not (family.ipf or family.pf):
        return ()
    safe = "never" if verb in LOOSE | SUBJECT_TO else "suggest"
    case = "dat" if verb in SUBJECT_TO else "acc"
    return (Pair(case, family.ipf, family.pf, family.government, safe),)


@lru_cache(maxsize=10_000)
def _listed(verb: str, noun: str) -> tuple[Pair, ...]:
    return tuple(map(_pair, _rows().get((verb, noun), ())))


@cache
def _rows() -> Mapping[tuple[str, str], Sequence[Row]]:
    """Return the table of split predicates by light verb (either aspect) and noun (with «е»)."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in lexicon("split-predicates"):
        noun = row["noun"].replace("ё", "е")
        for light in {row["light_ipf"], row["light_pf"]} - {"", "-"}:
            found.setdefault((light, noun), []).append(row)
    return found


def _pair(row: Row) -> Pair:
    verbs = (row["verb_ipf"].strip("-"), row["verb_pf"].strip("-"))
    return Pair(row["case"], *verbs, parse_government(row["gov"]), row["safe"])


@cache
def lights() -> frozenset[str]:
    """Return the light verbs of the table."""
    return frozenset(light for light, _ in _rows())


@cache
def nouns() -> frozenset[str]:
    """Return all nouns that can stand in a split predicate, with and without «ё»."""
    own = {row["noun"] for row in lexicon("split-predicates")}
    return frozenset(own | {noun.replace("ё", "е") for noun in own} | families().keys())
