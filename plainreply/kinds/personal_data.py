"""Personal data of a reader that everyone would see: numbers of papers and accounts, a flat."""

import re
from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.facts.dates import MONTHS
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT
MONTH = rf"(?:{'|'.join(MONTHS)})"
PHONE = r"(?:\+7|8)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}"
MOBILE = r"(?:\+7|8)[\s(-]*9\d\d[\s)-]*\d{3}[\s-]?\d{2}[\s-]?\d{2}"
SIXTEEN = r"\d{4}[\s-]?\d{4}[\s-]?\d{4}[\s-]?\d{4}"
DATA = pattern(
    rf"""\b\d{{3}}-\d{{3}}-\d{{3}}[ -]\d{{2}}\b
      | \bСНИЛС\w?[^.!?\n\d]{{0,20}}(?P<insurance>\d{{3}}[ -]?\d{{3}}[ -]?\d{{3}}[ -]?\d{{2}})\b
      | \bпаспорт\w*[^.!?\n\d]{{0,30}}(?P<passport>\d{{2}}\s?\d{{2}}\s?(?:№\s?)?\d{{6}})\b
      | \b(?:лицев\w+\s+сч[её]т\w*|лиц\.\s*сч[её]т\w*|л/с)[\s:]*(?:№\s*)?(?P<account>\d{{5,20}})\b
      | \b(?P<flat>(?:кв\.|квартир(?:а|ы|е|у|ой|ам|ах)?)\s*№?\s*\d{{1,4}})\b(?!\s+{MONTH})
      | \b(?:ваш\w*)\s+(?:номер\w*|телефон\w*)[^.!?\n\d]{{0,20}}(?P<phone>{PHONE})\b
      | \b(?:его|е[её]|их)\s+(?:номер\w*|телефон\w*)[^.!?\n\d]{{0,20}}(?P<mobile>{MOBILE})\b
      | \b(?:пере|по)звон\w+\s+вам\b[^.!?\n\d]{{0,20}}(?P<called>{PHONE})\b
      | (?P<left>{PHONE})(?=[^.!?\n]{{0,30}}\bвы\s+(?:указал|оставил|назвал|сообщил|дал))
      | \b(?:карт\w+|полис\w*)[^.!?\n\d]{{0,20}}(?P<card>{SIXTEEN})\b
      | \bИНН\w?\s*(?:№\s*|:\s*)?(?P<inn>\d{{12}})\b
      | (?P<birth>\b\d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d{{2}})\s*г(?:ода|\.)?\s*р(?:\.|ожд)
      | \b(?:родил\w+|рождени\w+)[^.!?\n\d]{{0,20}}
        (?P<born>\d{{1,2}}(?:\.\d{{1,2}}\.|\s+{MONTH}\s+)\d{{4}})\b
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
