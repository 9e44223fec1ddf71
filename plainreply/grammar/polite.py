"""How a letter addresses its reader: «Вы» with a capital, or «вы»."""

import re
from functools import lru_cache

INSIDE = re.compile(r"[а-яё,] (?:Вы|Вас|Вам|Вами|Ваш[а-яё]*)\b")


@lru_cache(maxsize=64)
def is_polite(text: str) -> bool:
    """Tell whether a letter writes «Вы» with a capital inside its sentences."""
    return INSIDE.search(text) is not None
