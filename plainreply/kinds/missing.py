"""A part that a letter of some genre must have: found to be missing when no wording of it is there.

The lexicon has the wordings of each part (``facts.worded``). Options: ``part`` is the part asked
for, ``when`` a part without whose wording nothing is asked, ``at`` says where the lack is shown
(``start``, the first words of the body, ``end``, the last, or ``when``, that wording), ``within``
how many sentences from there are looked at (all when 0), ``parts`` the parts of the letter to look
in, ``reach`` in how many sentences behind a wording its facts may stand.
"""

from collections.abc import Iterator, Sequence

from plainreply.analysis.layout import Part, spans
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.facts.worded import wordings
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span, held

NEEDS = Need.MORPHOLOGY
SHOWN = 3
"""How many words show where a part is missing."""
TEXT = (Part.SUBJECT, Part.BODY, Part.SIGN_OFF, Part.EXECUTOR)


def build(rule: Rule) -> Finder:
    """Return a finder of the place where the part is missing."""
    asked = wordings(rule.lexicon, rule.options["part"])
    when = wordings(rule.lexicon, rule.options["when"]) if "when" in rule.options else None
    at, within = rule.options["at"], int(rule.options.get("within", 0))
    reach = int(rule.options.get("reach", 1))
    parts = frozenset(map(Part, rule.options.get("parts", TEXT)))

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        letter = _sentences(analysis, parts)
        near = letter[-within:] if at == "end" else letter[: within or None]
        trigger = when.first(text, letter) if when else ()
        if (when and not trigger) or asked.first(text, near, reach):
            return
        body = _sentences(analysis, frozenset({Part.BODY})) or letter
        yield from _place(trigger if at == "when" else _words(body, at))

    return find


def _sentences(analysis: Analysis, parts: frozenset[Part]) -> list[Sentence]:
    """Return the sentences that stand in these parts of the letter."""
    places = spans(analysis.document, parts)
    return [sentence for sentence in analysis.sentences if held(sentence.span, places)]


def _words(sentences: Sequence[Sentence], at: str) -> Sequence[Token]:
    """Return the first or last words of these sentences."""
    if not sentences:
        return ()
    tokens = sentences[-1 if at == "end" else 0].tokens
    words = [token for token in tokens if token.is_word]
    return (words[-SHOWN:] if at == "end" else words[:SHOWN]) or tokens


def _place(shown: Sequence[Token]) -> Iterator[Finding]:
    """Yield the finding at these words, or at the last of a wording that has others within."""
    if shown:
        shown = shown if len(shown) <= SHOWN + 1 else shown[-1:]
        yield Finding(Span(shown[0].span.start, shown[-1].span.stop))
