"""Rows whose members are marked: by semicolons, numbers, «во-первых» or a link («если», «если»)."""

import re
from collections.abc import Callable, Iterator, Sequence

from plainreply.document import Sentence, Token

FEWEST = 3
"""How many members a row has at least."""
ORDINALS = ("во-первых", "во-вторых", "в-третьих", "в-четвертых", "в-пятых")
LINKS = frozenset({"если", "кто", "чтобы"})
"""Links that lead the members of a list; «что» retells."""
DENIALS = frozenset({"не", "нет"})
SOON = 4
"""Words of a clause among which its denial stands."""
NUMBER = re.compile(r"\d{1,2}")
Part = tuple[Token, ...]


def marked(sentence: Sentence) -> tuple[Part, ...]:
    """Return the members of a row that marks part, none where there are fewer than three."""
    for parted in (_by_semicolons, _by_numbers, _by_ordinals, _by_links, _by_denials):
        members = tuple(part for part in parted(sentence.tokens) if part)
        if len(members) >= FEWEST:
            return members
    return ()


def _by_semicolons(tokens: Part) -> Iterator[Part]:
    parts = list(_split(tokens, lambda at: tokens[at].text == ";"))
    if len(parts) >= FEWEST:
        yield _opened(parts[0], parts[1])
        yield from parts[1:]


def _opened(first: Part, second: Part) -> Part:
    """Return the first member without the words that lead to the row."""
    colon = next((at for at, token in enumerate(first) if token.text == ":"), None)
    if colon is not None:
        return first[colon + 1 :]
    form = _form(second)
    alike = (at for at, token in enumerate(first) if form and token.feats.get("VerbForm") == form)
    return first[next(alike, 0) :]


def _form(part: Part) -> str:
    return part[0].feats.get("VerbForm", "") if part else ""


def _by_numbers(tokens: Part) -> Iterator[Part]:
    """Yield what stands behind «1)», «2)» and so on."""
    places = [
        at
        for at in range(1, len(tokens))
        if tokens[at].text == ")" and NUMBER.fullmatch(tokens[at - 1].text)
    ]
    if [tokens[at - 1].text for at in places] == [str(n + 1) for n in range(len(places))]:
        yield from _between(tokens, [at + 1 for at in places], [at - 1 for at in places])


def _by_ordinals(tokens: Part) -> Iterator[Part]:
    places = [at for at, token in enumerate(tokens) if token.lower in ORDINALS]
    yield from _between(tokens, places, places)


def _between(tokens: Part, starts: Sequence[int], stops: Sequence[int]) -> Iterator[Part]:
    """Yield the tokens from each of ``starts`` to the stop of the next one."""
    for start, stop in zip(starts, [*stops[1:], len(tokens)], strict=False):
        yield tokens[start:stop]


def _by_links(tokens: Part) -> Iterator[Part]:
    """Yield the clauses that one link opens, each from its comma on."""
    clauses = list(_split(tokens, lambda at: tokens[at].text == ","))
    links = [next((t.lemma for t in part[:3] if t.lemma in LINKS), "") for part in clauses]
    link = max(links, key=links.count, default="")
    if link:
        yield from (part for part, own in zip(clauses, links, strict=True) if own == link)


def _by_denials(tokens: Part) -> Iterator[Part]:
    """Yield the clauses each of which says what is not there: «не указан адрес, нет согласия»."""
    clauses = list(_split(tokens, lambda at: tokens[at].text == "," or tokens[at].lower == "и"))
    yield from (part for part in clauses if any(t.lower in DENIALS for t in part[:SOON]))


def _split(tokens: Part, parts_at: Callable[[int], bool]) -> Iterator[Part]:
    start = 0
    for at in range(len(tokens)):
        if parts_at(at):
            yield tokens[start:at]
            start = at + 1
    yield tokens[start:]
