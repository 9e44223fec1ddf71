"""Verbs behind action nouns («рассмотрение» -> «рассмотреть») and what they govern."""

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from plainreply.resources import Row, lexicon

Government = Mapping[str, str]


class Family(NamedTuple):
    """An action noun with its imperfective and perfective verb (either may be empty).

    ``government`` maps the noun's complements to the verb's: ``gen`` -> ``acc``,
    ``за+ins`` -> ``acc``, ``gen`` -> ``subj``. ``sense`` is ``action``, ``both`` or ``lexical``.
    """

    noun: str
    ipf: str
    pf: str
    government: Government
    sense: str

    def verb(self, perfective: bool) -> str:
        """Return the verb of the aspect asked for, empty when there is none."""
        return self.pf if perfective else self.ipf


@lru_cache(maxsize=1_000)
def parse_government(cell: str) -> Government:
    """Read «gen>acc;за+ins>acc»; most nouns share a few such cells."""
    pairs = (item.split(">") for item in cell.split(";") if ">" in item)
    return {source.strip(): target.strip() for source, target in pairs}


@cache
def families() -> Mapping[str, Family]:
    """Return all action nouns by lemma, with and without «ё»."""
    found: dict[str, Family] = {}
    for row in lexicon("verbal-nouns"):
        family = _family(row)
        found[family.noun] = found[family.noun.replace("ё", "е")] = family
    return found


def denied(lemma: str) -> Family | None:
    """Return the action noun that не- is put before («непредставление»), None for other words."""
    return families().get(lemma.removeprefix("не")) if lemma.startswith("не") else None


def _family(row: Row) -> Family:
    return Family(row["noun"], row["ipf"], row["pf"], parse_government(row["gov"]), row["sense"])
