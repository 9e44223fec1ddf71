"""Openings that say nothing dropped: «Дополнительно сообщаем, что приём …» -> «Приём …»."""

from collections.abc import Iterator
from functools import cache

from plainreply.document import Sentence, Token
from plainreply.grammar.cut import Cut
from plainreply.grammar.forms import capital, finite
from plainreply.grammar.whole import stands_alone
from plainreply.spans import Edit, Span

TELLS = frozenset(
    "сообщать информировать уведомлять разъяснять пояснять отмечать напоминать".split()
)
KEPT = (("кроме", "того"), ("вместе", "с", "тем"), ("при", "этом"))
"""What joins a sentence to the one before, and stays when «сообщаем, что» goes."""
DROPPED = (
    ("дополнительно",), ("одновременно",), ("также",), ("настоящим",), ("настоящим", "письмом"),
    ("дополнительно", "также"), ("одновременно", "с", "этим"), (),
)  # fmt: skip
FORMULAS = (("обращаем", "внимание"), ("доводим", "до", "сведения"))
READER = frozenset({"вы", "ваш"})


def at_openings(sentence: Sentence, text: str) -> Iterator[Cut]:
    """Yield the cut that drops «Дополнительно сообщаем, что»."""
    tokens = sentence.tokens
    that = next((t.index for t in tokens[:14] if t.lower == "что"), 0)
    if not that or tokens[that - 1].text != "," or that + 1 >= len(tokens):
        return
    words = [t.lower for t in tokens[:that] if t.is_word and t.lemma not in READER]
    kept = next((k for k in KEPT if tuple(words[: len(k)]) == k), ())
    rest = tuple(words[len(kept) :])
    if not any(rest[: len(d)] == d and _is_telling(rest[len(d) :]) for d in DROPPED):
        return
    content = tokens[that + 1 :]
    if not stands_alone(sentence, content) or _tells_more(content) or not content[0].is_word:
        return
    if not kept:
        yield Cut(that + 1, (_capitalised(sentence, text, 0, that + 1),), drops=True)
        return
    first = len(kept) + (tokens[len(kept)].text == ",")
    span = Span(tokens[first].span.start, content[0].span.start)
    yield Cut(0, (Edit(span, ""),), drops=True)


def _is_telling(words: tuple[str, ...]) -> bool:
    """Tell whether ``words`` say no more than «сообщаем» or «обращаем внимание на то»."""
    for ending in (("о", "том"), ("на", "то")):
        if words[-2:] == ending:
            words = words[:-2]
    return words in FORMULAS or (len(words) == 1 and words[0] in _we_tell())


@cache
def _we_tell() -> frozenset[str]:
    return frozenset(finite(verb, "Pres", person="1") or "" for verb in TELLS)


def _tells_more(content: tuple[Token, ...]) -> bool:
    """Tell whether a second «что» goes with the verb that would be dropped."""
    return any(
        token.lower in {"что", "том"} and content[at - 1].lower in {"и", "также", "о"}
        for at, token in enumerate(content)
        if at
    )


def _capitalised(sentence: Sentence, text: str, first: int, at: int) -> Edit:
    tokens = sentence.tokens
    span = Span(tokens[first].span.start, tokens[at].span.stop)
    return Edit(span, capital(tokens[at].span.of(text)))
