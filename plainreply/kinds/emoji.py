"""Emoji in a post: none of a bad mood, and not too many.

The lexicon tells the ``mood`` of an ``emoji``. Option ``most``: how many may stand in a text.
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT
BAD = "«{}»: значок показывает недобрую эмоцию, уберите его"
MANY = "«{}»: в тексте больше {} значков, уберите лишние"
EMOJI = pattern(
    "[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\u2b55]"
    "(?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d[\U0001f300-\U0001faff\u2600-\u27bf])*"
)


def build(rule: Rule) -> Finder:
    """Return a finder of emoji of a bad mood, an error, and of those over the number."""
    bad = frozenset(row["emoji"] for row in rule.lexicon if row["mood"] == "bad")
    most = int(rule.options["most"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        fine = 0
        for match in EMOJI.finditer(analysis.document.text):
            span = Span(*match.span())
            if match[0][0] in bad:
                fields = {"cure": BAD.format(match[0])}
                yield Finding(span, fields=fields, severity="error")
                continue
            fine += 1
            if fine > most:
                yield Finding(span, fields={"cure": MANY.format(match[0], most)})

    return find
