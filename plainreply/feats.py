"""The features of a word in its sentence: case, number, tense and the like."""


class Feats(dict[str, str]):
    """Universal Dependencies features of a token; hashable, never changed once made."""

    __slots__ = ("_hash",)
    _hash: int

    def __hash__(self) -> int:  # type: ignore[override]
        if not hasattr(self, "_hash"):
            self._hash = hash(tuple(self.items()))
        return self._hash

    def __reduce__(self) -> tuple[type["Feats"], tuple[dict[str, str]]]:
        return Feats, (dict(self),)  # hashes of strings differ from process to process


NO_FEATS = Feats()
