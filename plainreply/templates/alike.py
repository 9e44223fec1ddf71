"""Checks that compare templates: the same text twice, and two that contradict each other."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from plainreply.facts import sums, terms
from plainreply.facts.slots import slots
from plainreply.rule import Rule
from plainreply.spans import Edit, Span, apply
from plainreply.templates.library import Library, Template
from plainreply.templates.values import Flaw

GRAM = 3
STEM = 5
_WORD = re.compile(r"[^\W\d_]+|\d+|□")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]*)*[.!?]?")
_EMPTY = frozenset(
    "в на за с по до из у к о об от для и или не что как при через течение будет"
    " вы вас вам ваш мы это его".split()
)


class Said(NamedTuple):
    """A term or a sum: where it stands, what it is, and what its sentence speaks of."""

    span: Span
    sort: str
    value: tuple[object, ...]
    words: frozenset[str]


def duplicates(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find templates of one kind that share most of their text with an earlier one."""
    least = float(rule.options["share"])
    grams = [_grams(template.body) for template in library.templates]
    for at, near in _neighbours(grams):
        template = library.templates[at]
        twins = [
            other
            for other in sorted(near)
            if library.templates[other].kind == template.kind
            and similarity(grams[at], grams[other]) >= least
        ]
        if twins:
            fields = {"other": library.templates[twins[0]].name}
            yield Flaw(template, Span(template.start, _first_line(template)), fields)


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """Return which share of the word sequences of two texts both have, 0..1."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _neighbours(grams: Sequence[frozenset[str]]) -> Iterator[tuple[int, set[int]]]:
    """Yield for each text the earlier ones that share a sequence with it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for at, own in enumerate(grams):
        yield at, {other for gram in own for other in holders[gram]}
        for gram in own:
            if len(holders[gram]) < 50:  # a phrase of every letter tells nothing
                holders[gram].append(at)


def _grams(text: str) -> frozenset[str]:
    plain = apply(text, tuple(Edit(slot.span, "□") for slot in slots(text)))
    words = [word.lower().replace("ё", "е") for word in _WORD.findall(plain)]
    return frozenset(" ".join(words[at : at + GRAM]) for at in range(len(words) - GRAM + 1))


def grams_of(text: str) -> frozenset[str]:
    """Return the sequences of words of a text that no slot stands in."""
    return frozenset(gram for gram in _grams(text) if "□" not in gram)


def share(template: frozenset[str], reply: frozenset[str]) -> float:
    """Return which share of a template's word sequences a reply has, 0..1."""
    return len(template & reply) / len(template) if template else 0.0


def _first_line(template: Template) -> int:
    text = template.document.text
    start = template.start
    stop = text.find("\n", start)
    return len(text) if stop < 0 else stop


def conflicts(library: Library, rule: Rule, today: date) -> Iterator[Flaw]:
    """Find terms and sums that differ from those of another template of the same topic."""
    least = float(rule.options["share"])
    for templates in library.by_topic().values():
        told: list[tuple[Template, Said]] = []
        for template in templates:
            for said in _facts(template):
                against = (pair for pair in told if pair[0] is not template)
                against = (pair for pair in against if _differ(pair[1], said, least))
                other, theirs = next(against, (None, said))
                if other is not None:
                    words = theirs.span.of(other.document.text)
                    yield Flaw(template, said.span, {"other": other.name, "theirs": words})
            told += [(template, said) for said in _facts(template)]


def _differ(one: Said, other: Said, least: float) -> bool:
    if one.sort != other.sort or one.value == other.value:
        return False
    return bool(one.words) and similarity(one.words, other.words) >= least


def _facts(template: Template) -> Iterator[Said]:
    """Yield the terms and sums of a template with the words of their sentences."""
    text = template.document.text
    for match in _SENTENCE.finditer(text, template.start):
        said = match[0]
        found = [("term", t.span, (t.amount, t.unit, t.working)) for t in terms(said)]
        money = [("sum", s.span, (s.rubles,)) for s in sums(said)]
        for sort, span, value in (*found, *money):
            rest = said[: span.start] + said[span.stop :]
            place = Span(match.start() + span.start, match.start() + span.stop)
            yield Said(place, sort, value, _stems(rest))


def _stems(sentence: str) -> frozenset[str]:
    words = (word.lower().replace("ё", "е") for word in _WORD.findall(sentence))
    return frozenset(w[:STEM] for w in words if w not in _EMPTY and not w.isdigit() and w != "□")
