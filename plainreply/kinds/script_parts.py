"""Several things that belong together and that a call script must say: place, time and way.

Options: ``parts`` maps a part of the lexicon, or where it has none of that name a fact
(``facts.stated``), to what the message calls it; ``at`` and ``within`` say where to look, as in
a single part (``start`` or ``end``, how many of the clerk's lines, all when 0); ``given`` is a part
without which there is nothing to ask for. ``{missing}`` in the message names what is not said.
"""

from collections.abc import Iterator, Sequence

from plainreply.document import Analysis, Need
from plainreply.facts.cues import Wordings, places, wordings
from plainreply.facts.script import Saying, Voice, sayings
from plainreply.facts.stated import FACTS, states
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
SHOWN = 3


def build(rule: Rule) -> Finder:
    """Return a finder of the lack of one or more of the parts."""
    options = rule.options
    names: dict[str, str] = dict(options["parts"])
    known = {part: wordings(rule.lexicon, part) for part in names}
    given = wordings(rule.lexicon, options["given"]) if "given" in options else None
    at_end, within = options.get("at") == "end", int(options.get("within", 0))

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        clerk = sayings(analysis, Voice.CLERK)
        if given is not None and not any(_has(text, saying, "", given) for saying in clerk):
            return
        near = clerk[-within:] if at_end else clerk[: within or None]
        lacking = [
            name
            for part, name in names.items()
            if not any(_has(text, saying, part, known[part]) for saying in near)
        ]
        if clerk and lacking:
            yield from _place(clerk[-1 if at_end else 0], at_end, ", ".join(lacking))

    return find


def _has(text: str, saying: Saying, part: str, known: Wordings) -> bool:
    around = saying.line.span.of(text)
    worded = any(True for _ in places(saying.tokens, around, known))
    return worded or (part in FACTS and states(part, around))


def _place(saying: Saying, at_end: bool, missing: str) -> Iterator[Finding]:
    words: Sequence[Span] = [token.span for token in saying.tokens if token.is_word]
    shown = words[-SHOWN:] if at_end else words[:SHOWN]
    if shown:
        yield Finding(Span(shown[0].start, shown[-1].stop), fields={"missing": missing})
