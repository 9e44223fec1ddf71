"""Bodies called by letters that do not inflect, and the gender their verb agrees with."""

from functools import cache

from plainreply.document import Token
from plainreply.resources import lexicon


@cache
def bodies() -> dict[str, str]:
    """Return the short names of bodies with the UD gender that their verb agrees with."""
    return {row["name"]: row["gender"] for row in lexicon("short-bodies")}


def gender_of(noun: Token) -> str:
    """Return the UD gender of a noun, of «МКУ» that of the word it stands for; may be empty."""
    return bodies().get(noun.text) or noun.feats.get("Gender", "")
