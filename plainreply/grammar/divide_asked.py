"""What was asked told in a sentence of its own: «По вопросу ремонта сообщаем, что …» -> «Вы
спрашиваете о ремонте. …»."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plainreply.document import Sentence, Token
from plainreply.grammar.cut import Cut
from plainreply.grammar.divide_opening import READER, TELLS
from plainreply.grammar.forms import capital, case_of, with_vowel
from plainreply.grammar.phrase import Forms, recase
from plainreply.grammar.refer import is_act
from plainreply.grammar.whole import is_balanced, predicates, stands_alone
from plainreply.spans import Edit, Span

OPENINGS = {
    ("по", "вопросу"): "Вы спрашиваете",
    ("по", "вопросам"): "Вы спрашиваете",
    ("по", "факту"): "Вы пишете",
    ("в", "отношении"): "Вы пишете",
    ("относительно",): "Вы пишете",
    ("касательно",): "Вы пишете",
}
COMPLAINED = "Вы пишете"
WRONGS = frozenset(
    "отказ бездействие нарушение задержка отсутствие нехватка грубость хамство".split()
)
BADLY = frozenset(
    "ненадлежащий несвоевременный некачественный неправомерный незаконный неудовлетворительный "
    "плохой грубый некорректный".split()
)
"""What one complains of rather than asks about."""
YOU = re.compile(r"\b[Вв](?:ы|ас|ам|ами|аш[а-яё]*)\b")


def at_asked(sentence: Sentence, text: str) -> Iterator[Cut]:
    """Yield the cut behind what a reader who is addressed has asked about."""
    tokens = sentence.tokens
    lead = next((k for k in OPENINGS if tuple(t.lower for t in tokens[: len(k)]) == k), None)
    verb = next(iter(predicates(tokens)), None)
    if lead is None or verb is None or verb.lemma not in TELLS or not is_addressed(text):
        return
    at = _told(sentence, verb)
    forms = _prepositional(sentence, len(lead), verb.index)
    if not at or forms is None or not stands_alone(sentence, tokens[at:]):
        return
    first = tokens[len(lead)]
    named = forms.get(first.index, first.text)
    about = COMPLAINED if _is_complaint(tokens[len(lead) : verb.index]) else OPENINGS[lead]
    opening = f"{about} {with_vowel('о', named)}"
    recased = [Edit(tokens[i].span, form) for i, form in forms.items() if form != tokens[i].text]
    begun = Edit(Span(tokens[0].span.start, tokens[len(lead) - 1].span.stop), opening)
    stop = Span(tokens[verb.index - 1].span.stop, tokens[at].span.stop)
    point = "" if text[stop.start - 1] == "." else "."
    ended = Edit(stop, f"{point} {capital(tokens[at].span.of(text))}")
    yield Cut(at, (begun, *recased, ended))


@lru_cache(maxsize=64)
def is_addressed(text: str) -> bool:
    """Tell whether a letter speaks to its reader."""
    return YOU.search(text) is not None


def _told(sentence: Sentence, verb: Token) -> int:
    """Return the index behind «сообщаем, что», 0 if the verb is another or says more."""
    if verb.feats.get("Person") != "1":
        return 0
    words = [t.lower for t in sentence.tokens[verb.index + 1 : verb.index + 4]]
    reads = sentence.tokens[verb.index + 1].lemma in READER
    return verb.index + 3 + reads if words[reads : reads + 2] == [",", "что"] else 0


def _prepositional(sentence: Sentence, start: int, stop: int) -> Forms | None:
    """Return the forms that put the genitive phrase from ``start`` to ``stop`` behind «о»."""
    part = sentence.tokens[start:stop]
    if not part or not is_balanced(part):
        return None
    roots = [t for t in part if not start <= t.head < stop]
    nouns = [t for t in roots if not _has_preposition(sentence, t, start) and t.is_word]
    head = nouns[0] if len(nouns) == 1 else None
    if head is None or head.pos != "NOUN" or case_of(head) != "gen":
        return None
    forms = recase(sentence, head, "prep")
    if not forms or not all(start <= i < stop for i in forms):
        return None
    rows = (t for t in part if t.rel == "conj" and t.index not in forms)
    return None if any(map(is_act, rows)) else forms


def _is_complaint(part: Sequence[Token]) -> bool:
    """Tell whether the first noun of ``part``, with what describes it, is a wrong."""
    for token in part:
        if token.lemma in WRONGS | BADLY or (token.lemma.startswith("не") and is_act(token)):
            return True
        if token.pos == "NOUN":
            return False
    return False


def _has_preposition(sentence: Sentence, noun: Token, start: int) -> bool:
    return any(mark.index >= start for mark in sentence.below(noun, "case"))
