"""Words that no dictionary has, and the words that were meant: one slip of the hand or ear away."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import log

from plainreply.analysis.dictionary import analyzer, fit, known, readings
from plainreply.analysis.packs import vocabulary
from plainreply.resources import lexicon
from plainreply.words import Feats

LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
PLAIN = re.compile(r"[а-яё]{4,24}")
LONG = 8
"""Letters from which two slips are looked for, both of the ear."""
RARE = 200
"""How often a word that was meant must stand in the news."""
OFTENER = 100
"""How many times oftener it must be than the doubtful word, if the news have that too."""
ALIKE = ("оа", "еи", "ея", "ыи", "бп", "вф", "гк", "дт", "жш", "зс", "щш", "ьъ", "эе", "цс", "её",
         "ийы", "чщ")  # fmt: skip
"""Letters that sound alike somewhere."""
SAME = {letter: "".join(row for row in ALIKE if letter in row) for letter in "".join(ALIKE)}
GLUED = ("в", "на", "с", "по", "к", "от", "за", "для")
FINITE = frozenset({"VERB", "INFN", "GRND"})


@lru_cache(maxsize=20_000)
def is_unknown(text: str) -> bool:
    """Tell whether no dictionary has a word, in any case, nor can it be made of known parts."""
    word = text.lower()
    if not PLAIN.fullmatch(word) or (known(text) and not _is_slip(text)):
        return False
    if "ё" in word and known(word.replace("ё", "е")):
        return False
    return not any(
        word.startswith(prefix)
        and len(word) >= len(prefix) + 4
        and known(word[len(prefix) :])
        and not (prefix == "не" and _is_verb(word[len(prefix) :]))
        for prefix in prefixes()
    )


def _is_slip(word: str) -> bool:
    """Tell whether the dictionary has the word only as a common mistake."""
    return all("Erro" in parse.tag.grammemes for parse in readings(word))


def _is_verb(word: str) -> bool:
    return all(parse.tag.POS in FINITE for parse in readings(word))


@cache
def prefixes() -> tuple[str, ...]:
    """Return the beginnings that make new words of known ones."""
    return tuple(row["prefix"] for row in lexicon("word-prefixes"))


def meant(word: str, pos: str, feats: Feats) -> tuple[str, ...]:
    """Return the words that can have been meant by an unknown one, likeliest first.

    ``pos`` and ``feats`` are what the sentence asks for; the count in the news weighs most.
    """
    own = vocabulary().count(word)
    least = max(RARE, own * OFTENER)
    found = {other: weight for other, weight in _near(word) if vocabulary().count(other) >= least}

    def points(other: str) -> float:
        best = max(fit(parse, pos, feats) for parse in readings(other.rpartition(" ")[2]))
        return log(_count(other)) + found[other] + best / 2

    ranked = sorted(found, key=points, reverse=True)
    if ranked and ranked[0] == word[1:] and word[0] in "вск" and word[0] != word[1]:
        return (f"{word[0]} {word[1:]}",)
    if ranked:
        return tuple(o for o in ranked if points(o) > points(ranked[0]) - 1.5)[:3]
    return tuple(_split(word))


def _count(word: str) -> int:
    return vocabulary().count(word) or 1


@lru_cache(maxsize=5_000)
def _near(word: str) -> tuple[tuple[str, float], ...]:
    """Return the known words one slip away, or two slips of the ear, each with its weight."""
    once = {**_slips(word), **_sounds(word)}
    found = {other: weight for other, weight in once.items() if _is_word(other)}
    if not found and len(word) >= LONG:
        twice = dict.fromkeys(sound for other in _sounds(word) for sound in _sounds(other))
        found = {other: 1.0 for other in twice if other != word and _is_word(other)}
    return tuple(found.items())


def _is_word(word: str) -> bool:
    """Tell whether the dictionary has a word; a thousand are tried once and need not be kept."""
    return bool(analyzer().word_is_known(word))


def _slips(word: str) -> dict[str, float]:
    """Return what one slip of the hand makes of a word: a letter more, less, other or swapped."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found: dict[str, float] = {}
    for left, right in cuts:
        first = -2.0 if not left else 0.0
        for letter in LETTERS:
            found[left + letter + right] = first + 0.5
            if right:
                found.setdefault(left + letter + right[1:], first)
    for left, right in cuts:
        if right:
            doubled = left[-1:] == right[0]
            found[left + right[1:]] = 2.0 if doubled else 0.5 if left else -2.0
        if len(right) > 1:
            found[left + right[1] + right[0] + right[2:]] = 1.5
    found.pop(word, None)
    return found


def _sounds(word: str) -> dict[str, float]:
    """Return what one slip of the ear makes of a word."""
    return {other: 2.0 for other in _heard(word) if other != word}


def _heard(word: str) -> Iterator[str]:
    for at, letter in enumerate(word):
        left, right = word[:at], word[at + 1 :]
        for other in SAME.get(letter, ()):
            yield left + other + right
        yield left + letter + letter + right
        if right[:1] == letter or letter in "ьъ":
            yield left + right
        if letter in "тлнсрдзвж":
            yield left + letter + "ь" + right
    yield from (word.replace(a, b, 1) for a, b in SOUNDS if a in word)


SOUNDS = (("чу", "ву"), ("сн", "стн"), ("зн", "здн"), ("ств", "вств"), ("ться", "тся"),
          ("тся", "ться"), ("во", "го"), ("ец", "иц"), ("жы", "жи"), ("шы", "ши"), ("цы", "ци"),
          ("щя", "ща"), ("чя", "ча"), ("жо", "жё"), ("рас", "рассч"), ("чн", "шн"))  # fmt: skip


def _split(word: str) -> Iterator[str]:
    """Yield a preposition or «не» with the word that is glued to it: «всвязи», «неможем»."""
    parts: Iterable[str] = (p for p in (*GLUED, "не") if word.startswith(p))
    for part in parts:
        rest = word[len(part) :]
        common = _count(rest) >= RARE * 10 and known(rest)
        if common and (part != "не" or _is_verb(rest)):
            yield f"{part} {rest}"
