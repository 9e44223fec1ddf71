"""The full official name of a service where a short one would do.

«Государственная услуга по предоставлению …»: «услуга» with «по» and an action behind it, or in
quotation marks a name of more than ``words`` words.
"""

import re
from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT
OFFICIAL = r"(?:(?:государственн|муниципальн)\w+(?:\s+и\s+муниципальн\w+)?\s+)?"
SERVICE = pattern(
    rf"\b(?P<kind>{OFFICIAL})услуг\w*\s+(?:(?P<by>по)\s+(?P<action>(?!закон|телефон|адрес|цен|тариф)\w+(?:ни|ци|ти|ж|к|ач|юч)\w{{1,4}}\b)"
    r"|(?P<open>[«\"„])(?P<name>[^»\"“\n]{3,400})[»\"“])",
    re.IGNORECASE,
)
NAME = pattern(r"\b(?:по\s+)?\w+(?:\s+\w+){0,60}", re.UNICODE)
WORD = pattern(r"[^\W\d_]+")


def build(rule: Rule) -> Finder:
    """Return a finder of long names of services."""
    limit = int(rule.options["words"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        for match in SERVICE.finditer(text):
            if match["name"]:
                if len(WORD.findall(match["name"])) > limit:
                    yield Finding(Span(*match.span("name")))
                continue
            named = NAME.match(text, match.start("by"))
            words = len(WORD.findall(named[0])) - 1 if named else 0
            if named and (match["kind"] or words > limit):
                yield Finding(Span(match.start(), named.end()))

    return find
