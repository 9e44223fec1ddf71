"""A branch that a call script must have: a client who is not interested, one who is rude.

Options: ``part``, the wordings of the branch's condition or heading in the lexicon; ``then``, a
part that the clerk must word in such a branch, which may then also open with the client's words.
"""

from collections.abc import Iterator

from plainreply.analysis.body import shown
from plainreply.document import Analysis, Need
from plainreply.facts.sayings import Saying, sayings
from plainreply.facts.script import Voice
from plainreply.facts.wordings import wordings
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.MORPHOLOGY


def build(rule: Rule) -> Finder:
    """Return a finder, at the last words of the clerk, of the lack of such a branch."""
    condition = wordings(rule.lexicon, rule.options["part"])
    told = {Voice.NOTE, Voice.TITLE} | ({Voice.CLIENT} if "then" in rule.options else set())
    then = wordings(rule.lexicon, rule.options["then"]) if "then" in rule.options else None

    def find(analysis: Analysis) -> Iterator[Finding]:
        lines = sayings(analysis, *Voice)
        opened = {
            _place(saying)
            for saying in lines
            if saying.line.voice in told and condition.first([saying.passage])
        }
        clerk = [saying for saying in lines if saying.line.voice is Voice.CLERK]
        inside = [saying.passage for saying in clerk if _place(saying) in opened]
        kept = then.first(inside) if then else opened
        if clerk and not kept and (place := shown(clerk[-1].tokens, last=True)):
            yield Finding(place)

    return find


def _place(saying: Saying) -> tuple[int, int]:
    return saying.line.section, saying.line.branch
