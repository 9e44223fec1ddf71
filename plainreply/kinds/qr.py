"""A QR code without a link beside it, for those who read the letter on the telephone or paper."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.facts import contacts
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span, hull

NEEDS = Need.TEXT
CODE = pattern(r"(?<!\w)(?:QR|куар)(?:-?\s?код\w{0,3})?(?!\w)", re.IGNORECASE)
NEAR = 2
"""Paragraphs before and behind the one with the code in which the link may stand."""


def build(rule: Rule) -> Finder:
    """Return a finder of the words «QR-код» with no link near them."""

    def find(analysis: Analysis) -> Iterator[Finding]:
        document = analysis.document
        links = [c.span for c in contacts(document.text) if c.way == "url"]
        links += [stretch.span for stretch in document.faces if stretch.face.link]
        links.sort()
        for at, paragraph in enumerate(document.paragraphs):
            near = document.paragraphs[max(at - NEAR, 0) : at + NEAR + 1]
            around = hull(other.span for other in near)
            found = CODE.search(paragraph.span.of(document.text))
            at_link = bisect_left(links, (around.start, around.start))
            linked = at_link < len(links) and links[at_link].start < around.stop
            if found and not linked:
                yield Finding(Span(*found.span()).shift(paragraph.span.start))

    return find
