"""Numbers whose words in brackets say another number: «14 (тринадцать) мест»."""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.facts import spelt
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.TEXT


def build(rule: Rule) -> Finder:
    """Return a finder of numbers that differ from their words; the message can name ``worth``."""
    return _find


def _find(analysis: Analysis) -> Iterator[Finding]:
    for number in spelt(analysis.document.text):
        if number.number != number.worth:
            yield Finding(number.span, fields={"worth": str(number.worth)})
