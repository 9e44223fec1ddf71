"""Blanks that nobody has filled in, and other leftovers of a template: «[…]», «{{ФИО}}»."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from plainreply.document import Analysis, Document, Need, Paragraph
from plainreply.facts.slots import BRACKETED, CURLY, LINE
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span, held

NEEDS = Need.TEXT
UNFILLED = "не заполнено, впишите или удалите"
DOTS = r"[….\s_]*"
SHAPES = pattern(
    rf"""(?P<dots>\[{DOTS}\]|<(?=\S){DOTS}>)
      | (?P<field>{BRACKETED})
      | (?P<slot>{CURLY})
      | (?P<brace>[{{}}])
      | (?P<line>[«„"]_+["»“]\s*_{{2,}}|{LINE}|\b20_{{1,2}}(?![\w@]))
      | (?P<points>…{{2,}}|\.{{6,}})
      | (?P<crosses>\b[ХхXx]{{2,}}(?:[-.][ХхXx]{{2,}})+\b|\b[Хх]{{3,}}\b|\b20[ХхXx]{{2}}\b
                   |(?<=№\s)[ХхXx]{{2,}}\b|(?<=№)[ХхXx]{{2,}}\b)""",
    re.VERBOSE,
)
JOINT = pattern(r'[\s"»“”.]{1,3}|[-.]')
"""What may stand between two parts of one blank: «"___" ________ 20__»."""
ROMAN = pattern(r"\s*(?:век|вв?\.|съезд|сесси|олимпи|-)", re.IGNORECASE)
SIGNATURE = pattern(r"\s*(?:[А-ЯЁ]\.|\(?[Пп]одпись|/)")
LETTERHEAD = frozenset("на от № г".split())
LATER = frozenset({"field", "slot", "line"})
CONTENTS = pattern(r"\s*\d*\s*$")
WORD = pattern(r"[^\W\d_]+|№")


def build(rule: Rule) -> Finder:
    """Return a finder of blanks; the message can name the ``cure``.

    Texts of the genres in option ``filled_later``, such as call scripts, keep their slots: «{имя}».

    The lexicon lists how the words begin that stand in square or angle brackets for what is to
    be written there. An ellipsis in brackets inside a quotation tells of words left out and is
    none; neither is the line for a signature or for the number and date in a letterhead.
    """
    later = frozenset(rule.options.get("filled_later", ()))
    fields = partial(_names_field, [row["begins"] for row in rule.lexicon])

    def find(analysis: Analysis) -> Iterator[Finding]:
        for paragraph in analysis.document.paragraphs:
            matches = [
                match
                for match in SHAPES.finditer(analysis.document.text, *paragraph.span)
                if not (match.lastgroup in LATER and analysis.setting.genre in later)
                and _is_blank(match, analysis, paragraph)
                and (match.lastgroup != "field" or fields(match[0]))
            ]
            yield from _findings(analysis.document.text, matches)
        for span in getattr(analysis.document.source.anchors, "merge_fields", ()):
            if analysis.setting.genre not in later:
                yield Finding(span, fields={"cure": UNFILLED})

    return find


def _names_field(begins: Sequence[str], shown: str) -> bool:
    """Tell whether brackets name what is to be written: «[дата]», «<указать причину>»."""
    words = WORD.findall(shown.lower())
    return bool(words) and any(words[0].startswith(start) for start in begins)


def _is_blank(match: re.Match[str], analysis: Analysis, paragraph: Paragraph) -> bool:
    document = analysis.document
    span = Span(*match.span())
    if match.lastgroup == "dots":
        return not _is_omission(span, analysis)
    if match.lastgroup == "field":
        return True
    if match.lastgroup == "line":
        return not _is_ruled(document, span, paragraph)
    if match.lastgroup == "points":
        return not CONTENTS.match(document.text, span.stop, paragraph.span.stop)
    return match.lastgroup != "crosses" or not ROMAN.match(document.text, span.stop)


def _is_omission(span: Span, analysis: Analysis) -> bool:
    """Tell whether the brackets stand for words left out of a quotation, or for a box to tick."""
    text = analysis.document.text
    if analysis.document.source.format == "markdown" and not span.of(text)[1:-1].strip():
        return True
    alone = text[span.start - 1 : span.start], text[span.stop : span.stop + 1]
    return held(span, analysis.quoted) and alone not in {("«", "»"), ('"', '"'), ("“", "”")}


def _is_ruled(document: Document, span: Span, paragraph: Paragraph) -> bool:
    """Tell whether a line is for a signature, for the letter's number, or a mere rule."""
    if SIGNATURE.match(document.text, span.stop, paragraph.span.stop):
        return True
    words = WORD.findall(paragraph.span.of(document.text).lower())
    return LETTERHEAD.issuperset(words)


def _findings(text: str, matches: Sequence[re.Match[str]]) -> Iterator[Finding]:
    """Yield a finding for every blank; what joins up is one, a lone brace is to be deleted."""
    runs: list[Span] = []
    for match in matches:
        span = Span(*match.span())
        if match.lastgroup == "brace":
            yield Finding(span, fields={"cure": "осталось от шаблона, удалите"})
        elif runs and JOINT.fullmatch(text, runs[-1].stop, span.start):
            runs[-1] = Span(runs[-1].start, span.stop)
        else:
            runs.append(span)
    for span in runs:
        yield Finding(span, fields={"cure": UNFILLED})
