"""Slips of typing: spaces, doubled marks, hyphens for dashes, brackets without their pair, Latin
letters in Russian words."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from plainreply.analysis.dictionary import known
from plainreply.analysis.layout import WORDED, spans
from plainreply.analysis.segment_tokens import is_opaque
from plainreply.document import Analysis, Need
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import Edit, Span

NEEDS = Need.TOKENS
FOREIGN = str.maketrans("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ")
"""Latin letters that look like Russian ones."""
SCRIPTS = r"(?=\w{0,30}[а-яёА-ЯЁ])(?=\w{0,30}[a-zA-Z])"
MIXED = pattern(rf"(?<![\w-]){SCRIPTS}[а-яёА-ЯЁa-zA-Z]{{3,30}}(?![\w-])")
LABEL = pattern(r"(?<![\w:.,-])(?:\d{1,3}|[а-яёa-z])\)", re.IGNORECASE)
PAIRS = (("(", ")"), ("«", "»"))
FACES = frozenset(":;=")
"""Before a bracket these draw a face."""
BEFORE, AFTER, REACH = pattern(r"\S+\Z"), pattern(r"\w+|\S"), 30
MOST = 50
"""Findings of one sort in a text, after which more of them tell nothing."""


class Slip(NamedTuple):
    """A slip: where it is, what to write there (None: not sure), what is wrong."""

    span: Span
    text: str | None
    fault: str


class Pattern(NamedTuple):
    """How a slip looks: the group ``slip`` is at fault."""

    regex: re.Pattern[str]
    text: str
    fault: str


def _slip(regex: str, text: str, fault: str) -> Pattern:
    return Pattern(pattern(regex), text, fault)


SPACE = "лишний пробел перед знаком"
INSIDE = "лишний пробел у скобки или кавычки"
PATTERNS = (
    _slip(r"(?<=[\w»)])(?P<slip>[ \xa0]{1,3})(?=[,;?!](?![)(]))", "", SPACE),
    _slip(r"(?<=[а-яё»)])(?P<slip> {1,3})(?=\.(?:\s|$))", "", SPACE),
    _slip(r"(?<=[а-яё»)])(?P<slip>[,;])(?=[а-яёА-ЯЁ«(])", "{} ", "нет пробела после знака"),
    _slip(r"(?<=[\w,.;:!?»)])(?P<slip>  |   )(?=[\w«(])", " ", "двойной пробел"),
    _slip(r"(?<=[(«])(?P<slip> {1,3})(?=\w)", "", INSIDE),
    _slip(r"(?<=[\w.])(?P<slip> {1,3})(?=[)»])", "", INSIDE),
    _slip(r"(?<=[\w»)])(?P<slip>, ?,|;;|;,|,;)(?=\s)", ",", "два знака подряд"),
    _slip(r"(?<=[а-яё»)])(?P<slip>\.\.)(?=\s|$)", ".", "две точки подряд"),
    _slip(r"(?<=[а-яё»)\d]) (?P<slip>-{1,2}) (?=[а-яёА-ЯЁ«(])", "—", "дефис вместо тире"),
)


def build(rule: Rule) -> Finder:
    """Return a finder of slips of typing in what is worded anew."""

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        dash = "–" if text.count(" – ") > text.count(" — ") else "—"
        for sort in SORTS:
            found = (s for part in spans(analysis.document, WORDED) for s in sort(text, part))
            for _, slip in zip(range(MOST), found, strict=False):
                new = dash if slip.text == "—" else slip.text
                fixes = () if new is None else offer((Edit(slip.span, new),), safe=True)
                yield Finding(_shown(text, slip.span), fixes, fields={"fault": slip.fault})

    return find


def _shown(text: str, span: Span) -> Span:
    """Return what to show of a slip: blanks with the words or marks at both sides."""
    if not span.of(text).isspace():
        return span
    before = BEFORE.search(text, max(span.start - REACH, 0), span.start)
    last = AFTER.match(text, span.stop, span.stop + REACH)
    return Span(before.start() if before else span.start, last.end() if last else span.stop)


def _typed(sign: Pattern) -> Callable[[str, Span], Iterator[Slip]]:
    def typed(text: str, part: Span) -> Iterator[Slip]:
        for match in sign.regex.finditer(text, *part):
            span = Span(*match.span("slip"))
            if not is_opaque(text, span.start):
                yield Slip(span, sign.text.format(match["slip"]), sign.fault)

    return typed


def _mixed(text: str, part: Span) -> Iterator[Slip]:
    """Yield words with Latin letters that look like Russian ones: «oтвет»."""
    for match in MIXED.finditer(text, *part):
        word = match[0].translate(FOREIGN)
        if not re.search("[a-zA-Z]", word) and known(word.lower()):
            yield Slip(Span(*match.span()), word, "латинские буквы в русском слове")


def _unpaired(text: str, part: Span) -> Iterator[Slip]:
    """Yield brackets and quotation marks whose pair the whole paragraph lacks.

    Labels («а)», «1)») close nothing. «Закон «О порядке…» with one closing mark for two is common.
    """
    labels = {match.end() - 1 for match in LABEL.finditer(text, *part)}
    places: dict[str, list[int]] = {mark: [] for pair in PAIRS for mark in pair}
    for at in range(*part):
        if text[at] in places and text[at - 1 : at] not in FACES:
            places[text[at]].append(at)
    for first, last in PAIRS:
        if bool(places[first]) != bool(places[last]):
            for at in (*places[first], *(at for at in places[last] if at not in labels)):
                yield Slip(Span(at, at + 1), None, "нет парного знака")


SORTS: tuple[Callable[[str, Span], Iterator[Slip]], ...] = (
    *map(_typed, PATTERNS),
    _mixed,
    _unpaired,
)
