"""What the front matter of a text must say about it.

Options: ``key`` of the front matter; ``least``, how many values, with commas between them, it
must have (1); ``values``, one of which must be among them; ``missing``, whether a front matter
without the key is a finding too. A text without any front matter has none.
"""

import re
from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT


def build(rule: Rule) -> Finder:
    """Return a finder of a key that is missing or says too little."""
    key, least = str(rule.options["key"]), int(rule.options.get("least", 1))
    values = frozenset(map(str.lower, rule.options.get("values", ())))
    missing = bool(rule.options.get("missing", False))
    line = re.compile(rf"^{re.escape(key)}[ \t]*:[^\n]*$", re.MULTILINE | re.IGNORECASE)

    def find(analysis: Analysis) -> Iterator[Finding]:
        meta, text = analysis.document.meta, analysis.document.text
        if key not in meta:
            if missing and meta:
                yield Finding(Span(0, len(text.split("\n", 1)[0].rstrip("\r"))))
            return
        told = [value.strip().lower() for value in meta[key].split(",") if value.strip()]
        if len(told) < least or (values and values.isdisjoint(told)):
            place = line.search(text)
            yield Finding(Span(*place.span()) if place else Span(0, 0))

    return find
