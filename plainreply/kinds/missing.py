"""Parts that a letter of some genre must have: missing where no wording of them is there.

The lexicon has the wordings of each part (``facts.wordings``). Options: ``part`` is the part asked
for, or ``parts`` maps several to what ``{missing}`` in the message calls them; ``besides`` names
parts whose sentences do not count («можно обжаловать» tells of no way out); ``when`` are parts
without whose wording nothing is asked, unless ``always``;
``facts`` asks for one of these facts with the wording of ``when`` instead of a part; ``at`` says
where the lack is shown (``start``, the first words of the body, ``end``, the last, or ``when``,
that wording), ``within`` how many sentences from there are looked at (all when 0), ``where`` the
parts of the letter to look in, ``reach`` in how many sentences behind a wording its facts may be.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from plainreply.analysis.body import BODY, SHOWN, sentences_of, shown
from plainreply.analysis.layout import Part
from plainreply.document import Analysis, Need
from plainreply.facts import states
from plainreply.facts.wordings import Passage, Read, Wordings, passages, wordings
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
Lack = Callable[[Sequence[Passage]], Sequence[str]]
"""Returns what the message calls the parts that passages lack."""
TEXT = (Part.SUBJECT, Part.BODY, Part.SIGN_OFF, Part.EXECUTOR)


def build(rule: Rule) -> Finder:
    """Return a finder of the place where a part is missing."""
    options = rule.options
    lacks = _lack(rule)
    besides = wordings(rule.lexicon, *options.get("besides", ()))
    when = wordings(rule.lexicon, *options["when"].split()) if "when" in options else None
    always, at = bool(options.get("always", False)), options["at"]
    within, reach = int(options.get("within", 0)), int(options.get("reach", 1))
    where = frozenset(map(Part, options.get("where", TEXT)))

    def find(analysis: Analysis) -> Iterator[Finding]:
        letter = passages(analysis, where, reach)
        trigger = when.first(letter) if when else None
        if when and not trigger and not always:
            return
        near = letter[-within:] if at == "end" else letter[: within or None]
        lacking = lacks([passage for passage in near if not any(besides.read(passage.sentence))])
        place = _occasion(trigger) if trigger and at == "when" else _edge(analysis, where, at)
        if lacking and place:
            yield Finding(place, fields={"missing": ", ".join(lacking)})

    return find


def _lack(rule: Rule) -> Lack:
    """Return what tells the names of the parts that passages lack."""
    options = rule.options
    if "facts" in options:
        facts, told = options["facts"].split(), wordings(rule.lexicon, *options["when"].split())
        return lambda near: () if _is_stated(facts, told, near) else ("",)
    names: Mapping[str, str] = options.get("parts") or {options["part"]: ""}
    asked = {name: wordings(rule.lexicon, part) for part, name in names.items()}
    return lambda near: [name for name, known in asked.items() if not known.tell(near)]


def _is_stated(facts: Sequence[str], told: Wordings, near: Sequence[Passage]) -> bool:
    """Tell whether a fact stands where the part is worded, or anywhere when it is not."""
    worded = [passage for passage in near if told.first([passage])]
    return any(states(facts, passage.said) for passage in worded or near)


def _occasion(trigger: Read) -> Span:
    """Return where a wording stands, the last word of one that has many others within."""
    return trigger.span if len(trigger.tokens) <= SHOWN + 1 else trigger.tokens[-1].span


def _edge(analysis: Analysis, where: frozenset[Part], at: str) -> Span | None:
    """Return where the first or last words of the body stand, or of what is looked at."""
    body = sentences_of(analysis, BODY) or sentences_of(analysis, where)
    last = at != "start"
    return shown(body[-1 if last else 0].tokens, last=last) if body else None
