"""A part that a letter of some genre must have: found to be missing when no wording of it is there.

The lexicon has the wordings of each part: ``phrase`` is lemmas or forms in order, with at most
two other words between one and the next; ``facts`` are sorts of fact one of which must stand in
the same sentence or the next (``day term phone email url address sum``). Options: ``part`` is
the part asked for, ``at`` says where its lack is shown (``start``, the first words of the body, or
``end``, the last), ``within`` how many sentences from there are looked at (all when 0).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from plainreply.analysis.layout import Part, spans
from plainreply.document import Analysis, Need, Sentence
from plainreply.facts import contacts, days, sums, terms
from plainreply.grammar.lookup import by_first_word, plain_lemma, reads_on
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span, held

NEEDS = Need.MORPHOLOGY
SHOWN = 3
"""How many words show where a part is missing."""
TEXT = frozenset({Part.SUBJECT, Part.BODY, Part.SIGN_OFF, Part.EXECUTOR})


class Wording(NamedTuple):
    """A way to word a part: its lemmas, and the facts one of which must go with it."""

    lemmas: tuple[str, ...]
    facts: frozenset[str]


Wordings = Mapping[str, Sequence[Wording]]


def build(rule: Rule) -> Finder:
    """Return a finder of the place where the part is missing."""
    rows = [row for row in rule.lexicon if row["part"] == rule.options["part"]]
    wordings = by_first_word(
        (Wording(tuple(row["phrase"].split()), frozenset(row["facts"].split())) for row in rows),
        lambda wording: wording.lemmas,
    )
    at_end, within = rule.options["at"] == "end", int(rule.options.get("within", 0))

    def find(analysis: Analysis) -> Iterator[Finding]:
        letter = _sentences(analysis, TEXT)
        near = letter[-within:] if at_end else letter[: within or None]
        text = analysis.document.text
        if not any(_has(text, near, at, wordings) for at in range(len(near))):
            yield from _place(_sentences(analysis, frozenset({Part.BODY})) or letter, at_end)

    return find


def _sentences(analysis: Analysis, parts: frozenset[Part]) -> list[Sentence]:
    """Return the sentences that stand in these parts of the letter."""
    places = spans(analysis.document, parts)
    return [sentence for sentence in analysis.sentences if held(sentence.span, places)]


def _has(text: str, sentences: Sequence[Sentence], at: int, wordings: Wordings) -> bool:
    """Tell whether a sentence words the part, with its facts there or in the next one."""
    sentence = sentences[at]
    around = "\n".join(s.span.of(text) for s in sentences[at : at + 2])
    return any(
        reads_on(wording.lemmas, sentence.tokens[token.index :])
        and (not wording.facts or any(FACTS[fact](around) for fact in wording.facts))
        for token in sentence.tokens
        for word in {plain_lemma(token), token.lower}
        for wording in wordings.get(word, ())
    )


def _ways(way: str) -> Callable[[str], bool]:
    return lambda text: any(contact.way == way for contact in contacts(text))


FACTS: Mapping[str, Callable[[str], bool]] = {
    "day": lambda text: bool(days(text)),
    "term": lambda text: bool(terms(text)),
    "sum": lambda text: bool(sums(text)),
    **{way: _ways(way) for way in ("phone", "email", "url", "address")},
}
"""Tests of a sentence for each sort of fact."""


def _place(sentences: Sequence[Sentence], at_end: bool) -> Iterator[Finding]:
    """Yield the finding at the first or last words of these sentences."""
    if sentences:
        words = [token for token in sentences[-1 if at_end else 0].tokens if token.is_word]
        shown = (words[-SHOWN:] if at_end else words[:SHOWN]) or list(sentences[0].tokens)
        yield Finding(Span(shown[0].span.start, shown[-1].span.stop))
