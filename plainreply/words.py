"""What is told of a word: its features in a sentence (case, number, tense), its letters."""

from functools import lru_cache


class Feats(dict[str, str]):
    """Universal Dependencies features of a token; hashable, never changed once made."""

    __slots__ = ("_hash",)
    _hash: int

    def __hash__(self) -> int:  # type: ignore[override]
        try:
            return self._hash
        except AttributeError:
            self._hash = hash(tuple(self.items()))
            return self._hash

    def __reduce__(self) -> tuple[type["Feats"], tuple[dict[str, str]]]:
        return Feats, (dict(self),)  # hashes of strings differ from process to process


NO_FEATS = Feats()


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """Return a word in lower case with «ё» written as «е»."""
    return word.lower().replace("ё", "е")


@lru_cache(maxsize=50_000)
def has_letter(text: str) -> bool:
    """Tell whether there is a letter in ``text``."""
    return any(map(str.isalpha, text))
