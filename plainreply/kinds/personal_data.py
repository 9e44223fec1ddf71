"""Personal data of a reader that everyone would see: numbers of papers and accounts, a flat."""

import re
from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT
DATA = re.compile(
    r"""\b\d{3}-\d{3}-\d{3}[ -]\d{2}\b
      | \bпаспорт\w*[^.!?\n\d]{0,30}(?P<passport>\d{2}\s?\d{2}\s?(?:№\s?)?\d{6})\b
      | \bлицев\w+\s+сч[её]т\w*\s*(?:№\s*)?(?P<account>\d{5,20})\b
      | \b(?:ул|пр|пер|пл|наб|бул|ш|улиц\w|проспект\w?|переул\w+|д|дом)\b[^.!?\n]{0,40}?
        (?P<flat>\b(?:кв\.|квартир\w+)\s*№?\s*\d{1,4})\b
      | \b(?:ваш\w*|его|её|ее)\s+(?:номер\w*|телефон\w*)[^.!?\n\d]{0,20}
        (?P<phone>(?:\+7|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2})\b
      | \bИНН\w?\s*(?:№\s*|:\s*)?(?P<inn>\d{12})\b
      | \b(?:родил\w+|дат\w\s+рождения)[^.!?\n\d]{0,20}(?P<born>\d{1,2}\.\d{1,2}\.\d{4})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def build(rule: Rule) -> Finder:
    """Return a finder of such data, by their form and the words before them."""

    def find(analysis: Analysis) -> Iterator[Finding]:
        for match in DATA.finditer(analysis.document.text):
            group = match.lastgroup or 0
            yield Finding(Span(*match.span(group)))

    return find
