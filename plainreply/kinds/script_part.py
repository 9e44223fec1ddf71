"""A part that a call script must have: found to be missing when nobody words it.

The lexicon has the wordings (``facts.cues``). Options: ``part``; ``by``, who must word it
(``clerk``, or ``any``: also in an instruction); ``at``, where its lack is shown (``start`` or
``end``); ``within``, how many of the clerk's lines from there are looked at (all when 0);
``worth``, how much the different wordings found must be worth together (1); ``lines``, how many
lines must have one (1); ``given``, a part without which there is nothing to ask for.
"""

from collections.abc import Iterator, Sequence

from plainreply.document import Analysis, Need
from plainreply.facts.cues import Wording, Wordings, places, wordings
from plainreply.facts.script import Saying, Voice, sayings
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
SHOWN = 3
"""How many words show where a part is missing."""
WHO = {
    "clerk": (Voice.CLERK,),
    "note": (Voice.NOTE,),
    "any": (Voice.CLERK, Voice.NOTE, Voice.TITLE),
}


def build(rule: Rule) -> Finder:
    """Return a finder of the place where the part is missing."""
    options = rule.options
    wanted = wordings(rule.lexicon, options["part"])
    given = wordings(rule.lexicon, options["given"]) if "given" in options else None
    at_end, within = options.get("at") == "end", int(options.get("within", 0))
    worth, lines = int(options.get("worth", 1)), int(options.get("lines", 1))
    who = WHO[options.get("by", "clerk")]

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        clerk = sayings(analysis, Voice.CLERK)
        everyone = sayings(analysis, *WHO["any"])
        if given is not None and not any(_words(text, s, given) for s in everyone):
            return
        asked = sayings(analysis, *who)
        near = asked[-within:] if at_end else asked[: within or None]
        found = [words for saying in near if (words := _words(text, saying, wanted))]
        total = sum(wording.worth for wording in {w for words in found for w in words})
        if clerk and (total < worth or len(found) < lines):
            yield from _place(clerk[-1 if at_end else 0], at_end)

    return find


def _words(text: str, saying: Saying, known: Wordings) -> set[Wording]:
    """Return the wordings that a line has; what they state may stand anywhere in it."""
    around = saying.line.span.of(text)
    return {wording for _, wording in places(saying.tokens, around, known)}


def _place(saying: Saying, at_end: bool) -> Iterator[Finding]:
    """Yield the finding at the first or last words of a line."""
    shown: Sequence[Span] = [token.span for token in saying.tokens if token.is_word]
    shown = shown[-SHOWN:] if at_end else shown[:SHOWN]
    if shown:
        yield Finding(Span(shown[0].start, shown[-1].stop))
