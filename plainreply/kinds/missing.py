"""A part that a letter of some genre must have: found to be missing when no wording of it is there.

The lexicon has the wordings of each part: ``phrase`` is lemmas or forms in order as ``read_on``
takes them, empty where the facts alone tell; ``facts`` are sorts of fact (``facts.STATED``) one
of which must stand in the same sentence or the next. Options: ``part`` is the part asked for,
``when`` a part without whose wording nothing is asked, ``at`` says where the lack is shown
(``start``, the first words of the body, ``end``, the last, or ``when``, that wording), ``within``
how many sentences from there are looked at (all when 0), ``parts`` the parts of the letter to
look in, ``reach`` in how many sentences behind the wording the fact may stand, and ``own`` how
many words must follow a wording before an act is cited (a reason is no reference to a law).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plainreply.analysis.layout import Part, spans
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.facts import laws, states
from plainreply.grammar.lookup import by_first_word, keys, read_on
from plainreply.resources import Row
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span, held

NEEDS = Need.MORPHOLOGY
SHOWN = 3
"""How many words show where a part is missing."""
LONGEST = 80
"""How many words a wording takes at most."""
TEXT = (Part.SUBJECT, Part.BODY, Part.SIGN_OFF, Part.EXECUTOR)


class Wording(NamedTuple):
    """A way to word a part: its lemmas, and the facts one of which must go with it."""

    lemmas: tuple[str, ...]
    facts: frozenset[str]


class Wordings(NamedTuple):
    """The wordings of a part by their first word, the facts that alone tell it, and the rule's
    ``reach`` and ``own``."""

    by_word: Mapping[str, Sequence[Wording]]
    alone: frozenset[str]
    reach: int
    own: int


def build(rule: Rule) -> Finder:
    """Return a finder of the place where the part is missing."""
    asked = _wordings(rule, rule.options["part"])
    when = _wordings(rule, rule.options["when"]) if "when" in rule.options else None
    at, within = rule.options["at"], int(rule.options.get("within", 0))
    parts = frozenset(map(Part, rule.options.get("parts", TEXT)))

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        letter = _sentences(analysis, parts)
        near = letter[-within:] if at == "end" else letter[: within or None]
        trigger = _first(text, letter, when) if when else None
        if (when and not trigger) or _first(text, near, asked):
            return
        body = _sentences(analysis, frozenset({Part.BODY})) or letter
        yield from _place(trigger if trigger and at == "when" else _words(body, at))

    return find


def _wordings(rule: Rule, part: str) -> Wordings:
    rows = [row for row in rule.lexicon if row["part"] == part]
    worded = [_wording(row) for row in rows if row["phrase"]]
    alone = frozenset(fact for row in rows if not row["phrase"] for fact in row["facts"].split())
    by_word = by_first_word(worded, lambda wording: wording.lemmas)
    own = int(rule.options.get("own", 0)) if part == rule.options["part"] else 0
    return Wordings(by_word, alone, int(rule.options.get("reach", 1)), own)


def _wording(row: Row) -> Wording:
    return Wording(tuple(row["phrase"].split()), frozenset(row["facts"].split()))


def _sentences(analysis: Analysis, parts: frozenset[Part]) -> list[Sentence]:
    """Return the sentences that stand in these parts of the letter."""
    places = spans(analysis.document, parts)
    return [sentence for sentence in analysis.sentences if held(sentence.span, places)]


def _first(text: str, sentences: Sequence[Sentence], wordings: Wordings) -> Sequence[Token]:
    """Return the first words that word the part, empty when none do."""
    for at, sentence in enumerate(sentences):
        around = "\n".join(s.span.of(text) for s in sentences[at : at + 1 + wordings.reach])
        if wordings.alone and states(wordings.alone, sentence.span.of(text)):
            return sentence.tokens[:1]
        for token in sentence.tokens:
            for wording in (w for key in keys(token) for w in wordings.by_word.get(key, ())):
                found = read_on(
                    wording.lemmas, sentence.tokens[token.index : token.index + LONGEST]
                )
                stated = not wording.facts or states(wording.facts, around)
                if found and stated and _has_own(around, sentence, found, wordings.own):
                    return found
    return ()


def _has_own(around: str, sentence: Sentence, found: Sequence[Token], own: int) -> bool:
    """Tell whether so many words follow before an act is cited."""
    if not own:
        return True
    behind = around[found[-1].span.stop - sentence.span.start :]
    acts = laws(behind)
    plain = behind[: acts[0].span.start] if acts else behind
    return sum(any(map(str.isalpha, word)) for word in plain.split()) >= own


def _words(sentences: Sequence[Sentence], at: str) -> Sequence[Token]:
    """Return the first or last words of these sentences."""
    if not sentences:
        return ()
    tokens = sentences[-1 if at == "end" else 0].tokens
    words = [token for token in tokens if token.is_word]
    return (words[-SHOWN:] if at == "end" else words[:SHOWN]) or tokens


def _place(shown: Sequence[Token]) -> Iterator[Finding]:
    """Yield the finding at these words."""
    if shown:
        yield Finding(Span(shown[0].span.start, shown[-1].span.stop))
