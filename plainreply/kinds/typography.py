"""Slips of typing: spaces, doubled marks, hyphens for dashes, brackets without their pair, Latin
letters in Russian words."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
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
MEETING = pattern(r"[a-zA-Z](?:(?=[а-яёА-ЯЁ])|(?<=[а-яёА-ЯЁ].))")
"""Where a Latin letter meets a Russian one."""
LABEL = pattern(r"(?<![\w:.,-])(?:\d{1,3}|[а-яёa-z])\)", re.IGNORECASE)
MARK, PAIRS = pattern("[()«»]"), (("(", ")"), ("«", "»"))
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


Parts = Sequence[Span]
Sort = Callable[[str, Parts], Iterator[Slip]]


class Pattern(NamedTuple):
    """How a slip looks: the group ``slip`` is at fault. It opens with a mark or a blank, never with
    what stands before: so the places where it may be are found fast."""

    regex: re.Pattern[str]
    text: str
    fault: str


def _slip(regex: str, text: str, fault: str) -> Pattern:
    return Pattern(pattern(regex), text, fault)


SPACE = "лишний пробел перед знаком"
INSIDE = "лишний пробел у скобки или кавычки"
PATTERNS = (
    _slip(r"(?P<slip>[ \xa0](?<=[\w»)].)[ \xa0]{0,2})(?=[,;?!](?![)(]))", "", SPACE),
    _slip(r"(?P<slip> (?<=[а-яё»)].) {0,2})(?=\.(?:\s|$))", "", SPACE),
    _slip(r"(?P<slip>[,;])(?=[а-яёА-ЯЁ«(])(?<=[а-яё»)].)", "{} ", "нет пробела после знака"),
    _slip(r"(?P<slip>  (?<=[\w,.;:!?»)]..) ?)(?=[\w«(])", " ", "двойной пробел"),
    _slip(r"[(«](?P<slip> {1,3})(?=\w)", "", INSIDE),
    _slip(r"(?P<slip> (?<=[\w.].) {0,2})(?=[)»])", "", INSIDE),
    _slip(r"(?P<slip>,(?<=[\w»)],)(?: ?,|;)|;(?<=[\w»)];)[,;])(?=\s)", ",", "два знака подряд"),
    _slip(r"(?P<slip>\.\.)(?=\s|$)(?<=[а-яё»)]..)", ".", "две точки подряд"),
    _slip(r" (?P<slip>-(?<=[а-яё»)\d] -)-?) (?=[а-яёА-ЯЁ«(])", "—", "дефис вместо тире"),
)


def build(rule: Rule) -> Finder:
    """Return a finder of slips of typing in what is worded anew."""

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        dash = "–" if text.count(" – ") > text.count(" — ") else "—"
        parts = spans(analysis.document, WORDED)
        for sort in SORTS:
            for slip in islice(sort(text, parts), MOST):
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


def _typed(sign: Pattern) -> Sort:
    def typed(text: str, parts: Parts) -> Iterator[Slip]:
        for match in _within(sign.regex, text, parts):
            span = Span(*match.span("slip"))
            if not is_opaque(text, span.start):
                yield Slip(span, sign.text.format(match["slip"]), sign.fault)

    return typed


def _within(regex: re.Pattern[str], text: str, parts: Parts) -> Iterator[re.Match[str]]:
    """Yield the matches inside each part; most patterns have none in the whole text."""
    for part in parts if regex.search(text) else ():
        yield from regex.finditer(text, *part)


def _mixed(text: str, parts: Parts) -> Iterator[Slip]:
    """Yield words with Latin letters that look like Russian ones: «oтвет»."""
    for match in _within(MIXED, text, parts if MEETING.search(text) else ()):
        word = match[0].translate(FOREIGN)
        if not re.search("[a-zA-Z]", word) and known(word.lower()):
            yield Slip(Span(*match.span()), word, "латинские буквы в русском слове")


def _unpaired(text: str, parts: Parts) -> Iterator[Slip]:
    """Yield brackets and quotation marks whose pair the whole paragraph lacks.

    Labels («а)», «1)») close nothing. «Закон «О порядке…» with one closing mark for two is common.
    """
    for part in parts:
        marks = [
            m for m in MARK.finditer(text, *part) if text[m.start() - 1 : m.start()] not in FACES
        ]
        for first, last in PAIRS:
            found = [mark for mark in marks if mark[0] in (first, last)]
            if len({mark[0] for mark in found}) == 1:
                labels = {match.end() for match in LABEL.finditer(text, *part)}
                for mark in found:
                    if mark[0] == first or mark.end() not in labels:
                        yield Slip(Span(*mark.span()), None, "нет парного знака")


SORTS: tuple[Sort, ...] = (*map(_typed, PATTERNS), _mixed, _unpaired)
