"""What a single word can be, asked only where a point is in doubt."""

import re
from itertools import islice

from plainreply.analysis.dictionary import known, readings

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
NAMES = frozenset({"Surn", "Name", "Patr", "Geox"})
FUNCTION = frozenset({"PREP", "CONJ", "PRCL", "NPRO", "ADVB", "PRED", "INTJ"})
VERBS = frozenset({"VERB", "INFN", "GRND"})
PREDICATES = frozenset({"VERB", "PRTS", "PRED", "ADJS"})
LONGEST = 40  # code points; a longer run of letters is no Russian word
FAR = 100  # words of a sentence that are looked through for its predicate


def is_name(word: str) -> bool:
    """Tell whether ``word`` can be a surname, a given name or a place."""
    return len(word) <= LONGEST and any(NAMES & p.tag.grammemes for p in readings(word))


def is_known(word: str) -> bool:
    """Tell whether ``word`` is a whole word of the dictionary and not cut short."""
    return len(word) <= LONGEST and known(word)


def opens(word: str) -> bool:
    """Tell whether a capital on ``word`` means a new sentence: it is a preposition,
    a conjunction, a pronoun, an adverb or a verb, and no name."""
    if len(word) > LONGEST:
        return False
    tag = readings(word)[0].tag
    return tag.POS in FUNCTION or (tag.POS in VERBS and not NAMES & tag.grammemes)


def has_predicate(text: str) -> bool:
    """Tell whether ``text``, a sentence so far, has a finite verb or another predicate in it."""
    words = (match.group() for match in islice(WORD.finditer(text), FAR))
    return any(len(w) <= LONGEST and readings(w)[0].tag.POS in PREDICATES for w in words)
