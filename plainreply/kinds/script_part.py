"""Parts that a call script must have: found to be missing when nobody words them.

The lexicon has the wordings (``facts.wordings``). Options: ``part``, or ``parts`` that maps several
to what ``{missing}`` in the message calls them; ``by``, who must word it (``clerk``, or ``any``:
also in an instruction); ``at``, where its lack is shown (``start`` or ``end``); ``within``, how
many of the clerk's lines from there are looked at (all when 0); ``worth``, how much the different
wordings found must be worth together (1); ``lines``, how many lines must have one (1); ``given``, a
part without which there is nothing to ask for.
"""

from collections.abc import Iterator, Sequence

from plainreply.analysis.body import shown
from plainreply.document import Analysis, Need
from plainreply.facts.sayings import Saying, sayings
from plainreply.facts.script import Voice
from plainreply.facts.wordings import Wordings, wordings
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.MORPHOLOGY
WHO = {"clerk": (Voice.CLERK,), "any": (Voice.CLERK, Voice.NOTE, Voice.TITLE)}


def build(rule: Rule) -> Finder:
    """Return a finder of the place where a part is missing."""
    options = rule.options
    names: dict[str, str] = options.get("parts") or {options["part"]: ""}
    wanted = {name: wordings(rule.lexicon, part) for part, name in names.items()}
    given = wordings(rule.lexicon, options["given"]) if "given" in options else None
    at_end, within = options.get("at") == "end", int(options.get("within", 0))
    worth, lines = int(options.get("worth", 1)), int(options.get("lines", 1))
    who = WHO[options.get("by", "clerk")]

    def find(analysis: Analysis) -> Iterator[Finding]:
        clerk = sayings(analysis, Voice.CLERK)
        if given and not given.tell([s.passage for s in sayings(analysis, *WHO["any"])]):
            return
        asked = sayings(analysis, *who)
        near = asked[-within:] if at_end else asked[: within or None]
        lacking = [n for n, known in wanted.items() if not _suffices(near, known, worth, lines)]
        place = shown(clerk[-1 if at_end else 0].tokens, last=at_end) if clerk else None
        if lacking and place:
            yield Finding(place, fields={"missing": ", ".join(lacking)})

    return find


def _suffices(near: Sequence[Saying], known: Wordings, worth: int, lines: int) -> bool:
    """Tell whether enough lines word the part, or a line states what alone tells it."""
    passages = [saying.passage for saying in near]
    found = [words for passage in passages if (words := {r.wording for r in known.told(passage)})]
    total = sum(wording.worth for wording in {w for words in found for w in words})
    return (total >= worth and len(found) >= lines) or known.stated(passages)
