"""What sort of fact a question asks for, and whether a sentence states one of that sort: «Сколько
стоит билет?» asks for a sum, «Когда откроют каток?» for a time that is not past."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from plainreply.document import Sentence
from plainreply.facts.stated import states
from plainreply.patterns import pattern

_ASKED: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        sort: pattern(rf"\b(?:{words})\b", re.IGNORECASE)
        for sort, words in {
            "why": r"почему|отчего|зачем|из-за чего|по какой причине|на каком основании",
            "when": r"когда|(?:до|с|к|после) (?:какого|скольких|скольки)|в какие сроки|как долго"
            r"|в котором часу|по каким дням|во сколько",
            "much": r"сколько|какая (?:цена|плата|стоимость)|какова (?:цена|плата|стоимость)",
            "who": r"кто|кому|кого|к кому|чья|чей",
            "where": r"где|куда|по какому адресу",
            "whether": r"(?:можно|нельзя|нужно|надо|вправе|право|положен\w*|будет|будут|могу"
            r"|должны?|обязан\w*) ли|имею ли я право|правда ли|есть ли",
        }.items()
    }
)
_WHY = pattern(r"\b(?:потому|так как|поскольку|из-за|причин\w+|ввиду|поэтому)\b", re.IGNORECASE)
_WHETHER = pattern(
    r"\b(?:да|нет|можно|нельзя|можете|сможете|вправе|положен\w*|разреш\w+|запрещ\w+|обязан\w*"
    r"|не нужно|не надо)\b",
    re.IGNORECASE,
)
_ROOM = pattern(r"\b(?:кабинет|окн|зал)\w*\s+(?:№\s*)?\d", re.IGNORECASE)
_FREE = pattern(r"\b(?:бесплатн\w+|даром|не плат\w+|платить не)\b", re.IGNORECASE)
_STATED: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "why": lambda said: bool(_WHY.search(said)),
        "when": lambda said: states({"when", "clock"}, said),
        "much": lambda said: states({"sum"}, said) or bool(_FREE.search(said)),
        "who": lambda said: states({"body", "person", "contact"}, said),
        "where": lambda said: states({"address", "url"}, said) or bool(_ROOM.search(said)),
        "whether": lambda said: bool(_WHETHER.search(said)),
    }
)


def asked_for(question: str) -> str:
    """Return the sort of fact that a question asks for first, ``""`` where its form does not
    tell."""
    found = ((m.start(), sort) for sort, words in _ASKED.items() if (m := words.search(question)))
    return min(found, default=(0, ""))[1]


def gives(sentence: Sentence, said: str, sort: str) -> bool:
    """Tell whether a sentence, as it is ``said``, states a fact of a sort; what happened answers
    no «когда»."""
    past = any(token.feats.get("Tense") == "Past" for token in sentence.tokens)
    return bool(sort) and _STATED[sort](said) and not (sort == "when" and past)
