"""Stretches of text with a look that the rule names: italic, underlined and so on."""

from collections.abc import Iterator

from plainreply.analysis.layout import WORDED
from plainreply.analysis.looks import shown
from plainreply.document import Analysis, Face, Need, Paragraph
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.TEXT


def build(rule: Rule) -> Finder:
    """Return a finder of stretches whose face has the ``attribute``.

    ``spare_links`` and ``spare_headings`` leave those out. A look of the whole letter is one
    finding.
    """
    attribute = str(rule.options["attribute"])
    spare_links = bool(rule.options.get("spare_links", False))
    spare_headings = bool(rule.options.get("spare_headings", False))

    def judge(face: Face, paragraph: Paragraph) -> bool | None:
        spared = (spare_links and face.link) or (spare_headings and paragraph.role == "heading")
        return True if getattr(face, attribute) and not spared else None

    def find(analysis: Analysis) -> Iterator[Finding]:
        for stretch in shown(analysis.document, judge, WORDED):
            yield Finding(stretch.span, fields={"what": stretch.what})

    return find
