"""Transfers of a call from one clerk to another.

Options: ``part``, the wordings of a transfer in the lexicon; ``most``, how many transfers a
client may meet on any way through the script; or ``warning``, the wordings that tell the client
of a transfer that an instruction orders.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from plainreply.document import Analysis, Need
from plainreply.facts.sayings import Saying, sayings
from plainreply.facts.script import Voice
from plainreply.facts.wordings import Wordings, wordings
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
BACK = 2
"""How many lines before the instruction may tell the client of the transfer."""

DENIED = frozenset({"не", "нельзя"})


def build(rule: Rule) -> Finder:
    """Return a finder of transfers too many, or of those that come without a warning."""
    moves = wordings(rule.lexicon, rule.options["part"])
    if "most" in rule.options:
        most = int(rule.options["most"])
        return lambda analysis: _too_many(analysis, moves, most)
    warnings = wordings(rule.lexicon, rule.options["warning"])
    return lambda analysis: _unannounced(analysis, moves, warnings)


def _too_many(analysis: Analysis, moves: Wordings, most: int) -> Iterator[Finding]:
    """Yield the first transfer over the limit; branches of one section are alternatives."""
    branches: dict[int, int] = defaultdict(int)
    trunk = 0
    section = told = 0
    before = None
    for saying in sayings(analysis, Voice.CLERK, Voice.NOTE):
        line = saying.line
        if line.section != section:
            trunk, section = trunk + max(branches.values(), default=0), line.section
            branches.clear()
        place = _transfer(saying, moves)
        follows = before is Voice.CLERK and line.voice is Voice.NOTE and told
        told = int(place is not None)
        before = line.voice
        if place is None or follows:  # the instruction to do what was just said
            continue
        branches[line.branch] += 1
        count = trunk + branches[0] + (branches[line.branch] if line.branch else 0)
        if count == most + 1:
            yield Finding(place, fields={"count": str(count), "most": str(most)})


def _unannounced(analysis: Analysis, moves: Wordings, warnings: Wordings) -> Iterator[Finding]:
    """Yield the instructions to transfer a call that no words to the client come before."""
    lines = sayings(analysis, Voice.CLERK, Voice.NOTE, Voice.CLIENT)
    for at, saying in enumerate(lines):
        place = _transfer(saying, moves) if saying.line.voice is Voice.NOTE else None
        if place and not _warned(saying, lines[max(at - BACK, 0) : at + 1], warnings):
            yield Finding(place)


def _warned(saying: Saying, near: Sequence[Saying], warnings: Wordings) -> bool:
    """Tell whether the lines before, or this one itself, tell the client."""
    told = (s.passage for s in near if s.line.voice is Voice.CLERK or s is saying)
    return warnings.first(told) is not None


def _transfer(saying: Saying, moves: Wordings) -> Span | None:
    words = saying.passage.sentence.tokens
    for move in moves.told(saying.passage):
        if not any(token.lower in DENIED for token in words[max(move.at - 2, 0) : move.at]):
            return move.span
    return None
