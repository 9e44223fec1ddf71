"""One thing called by two words in a letter: «ваше заявление … ваше обращение».

That it is one thing shows its owner («ваш»), its number, or a pointer («данное обращение») when the
letter has named nothing else so. A sentence that has both words tells them apart.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plainreply.analysis.layout import Part, spans
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.grammar.lookup import plain_lemma
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span, held

NEEDS = Need.SYNTAX
POINTERS = frozenset("данный указанный этот вышеуказанный упомянутый настоящий".split())
OWNED = frozenset({"ваш"})
MOST = 200
"""Mentions of a group that are compared, so that time stays linear."""
REACH = 8
"""Words behind a noun among which its number stands: «заявление от 5 мая 2026 года № 12»."""


class Mention(NamedTuple):
    """A noun of a group: where it stands, whose it is, and its number."""

    noun: str
    span: Span
    sentence: int
    owned: bool
    pointed: bool
    number: str


def build(rule: Rule) -> Finder:
    """Return a finder of the first other word for a thing; ``first`` is what it was called."""
    groups = {row["noun"]: row["group"] for row in rule.lexicon}

    def find(analysis: Analysis) -> Iterator[Finding]:
        body = spans(analysis.document, frozenset({Part.BODY}))
        found: dict[str, list[Mention]] = {}
        for at, sentence in enumerate(analysis.sentences):
            for group, mention in _mentions(sentence, at, groups):
                if held(mention.span, body) and not held(mention.span, analysis.spared):
                    found.setdefault(group, []).append(mention)
        for mentions in found.values():
            yield from _differing(mentions[:MOST])

    return find


def _mentions(
    sentence: Sentence, at: int, groups: Mapping[str, str]
) -> Iterator[tuple[str, Mention]]:
    for token in sentence.tokens:
        group = groups.get(plain_lemma(token))
        if group is not None and token.feats.get("Number") != "Plur":
            tied = {child.lemma for child in sentence.below(token, "det", "amod")}
            mention = Mention(
                token.lemma,
                token.span,
                at,
                bool(tied & OWNED),
                bool(tied & POINTERS),
                _number(sentence, token),
            )
            yield group, mention


def _number(sentence: Sentence, noun: Token) -> str:
    """Return the number of a paper: what stands behind «№»."""
    near = sentence.tokens[noun.index + 1 : noun.index + 1 + REACH]
    at = next((i for i, token in enumerate(near) if token.text == "№"), None)
    return near[at + 1].text if at is not None and at + 1 < len(near) else ""


def _differing(mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Yield the first mention that calls the thing of an earlier one by another word."""
    for at, mention in enumerate(mentions):
        before = mentions[:at]
        other = next((m for m in before if _is_same(m, mention)), None)
        if other is not None and not _told_apart(mentions, other.noun, mention.noun):
            yield Finding(mention.span, fields={"first": other.noun})
            return


def _is_same(first: Mention, later: Mention) -> bool:
    if first.noun == later.noun or first.sentence == later.sentence:
        return False
    if first.number and later.number:
        return first.number == later.number
    owned = first.owned and later.owned
    return owned or (later.pointed and first.owned and later.sentence - first.sentence <= 2)


def _told_apart(mentions: Sequence[Mention], first: str, second: str) -> bool:
    """Tell whether one sentence has both words: then they are two things."""
    places = {m.sentence for m in mentions if m.noun == first}
    numbers = {m.number for m in mentions if m.noun in {first, second} and m.number}
    both = any(m.noun == second and m.sentence in places for m in mentions)
    return both or len(numbers) > 1
