"""What the front matter declares and an order does not allow, such as the channel of a mailing.

Options: ``key`` is the key, ``allowed`` the beginnings of its values (any when empty), ``least``
how many values it has at least. A text that does not declare the key is left alone.
"""

import re
from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT


def build(rule: Rule) -> Finder:
    """Return a finder of the line of the front matter that declares too little or too much."""
    key = str(rule.options["key"])
    allowed, least = tuple(rule.options.get("allowed", ())), int(rule.options.get("least", 1))
    line = re.compile(rf"^{re.escape(key)}[ \t]*:[^\n\r]*", re.IGNORECASE | re.MULTILINE)

    def find(analysis: Analysis) -> Iterator[Finding]:
        document = analysis.document
        if key not in document.meta:
            return
        values = [value.strip().lower() for value in document.meta[key].split(",")]
        good = [value for value in values if value and (not allowed or value.startswith(allowed))]
        start = min((p.span.start for p in document.paragraphs), default=len(document.text))
        head = document.text[:start]
        place = line.search(head)
        if place and len(good) < least:
            yield Finding(Span(*place.span()))

    return find
