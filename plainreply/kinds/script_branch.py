"""A branch that a call script must have: a client who is not interested, one who is rude.

Options: ``part``, the wordings of the branch's condition or heading in the lexicon; ``then``, a
part that the clerk must word in such a branch, which may then also open with the client's words.
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.facts.cues import Wordings, places, wordings
from plainreply.facts.script import Saying, Voice, sayings
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
SHOWN = 3


def build(rule: Rule) -> Finder:
    """Return a finder, at the last words of the clerk, of the lack of such a branch."""
    condition = wordings(rule.lexicon, rule.options["part"])
    told = {Voice.NOTE, Voice.TITLE} | ({Voice.CLIENT} if "then" in rule.options else set())
    then = wordings(rule.lexicon, rule.options["then"]) if "then" in rule.options else None

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        lines = sayings(analysis, *Voice)
        opened = {
            (saying.line.section, saying.line.branch)
            for saying in lines
            if saying.line.voice in told and _has(text, saying, condition)
        }
        clerk = [saying for saying in lines if saying.line.voice is Voice.CLERK]
        inside = [s for s in clerk if _place(s) in opened and _has(text, s, then)]
        if clerk and not (inside if then is not None else opened):
            words = [token.span for token in clerk[-1].tokens if token.is_word][-SHOWN:]
            if words:
                yield Finding(Span(words[0].start, words[-1].stop))

    return find


def _place(saying: Saying) -> tuple[int, int]:
    return saying.line.section, saying.line.branch


def _has(text: str, saying: Saying, known: Wordings | None) -> bool:
    around = saying.line.span.of(text)
    return known is not None and any(True for _ in places(saying.tokens, around, known))
