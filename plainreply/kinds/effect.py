"""Letters with a shadow, an outline or another effect."""

from collections.abc import Iterator

from plainreply.analysis.layout import WORDED
from plainreply.analysis.looks import shown
from plainreply.document import Analysis, Face, Need, Paragraph
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.TEXT


def build(rule: Rule) -> Finder:
    """Return a finder of the effects that the option ``names`` calls by Russian names."""
    names = {str(effect): str(name) for effect, name in rule.options["names"].items()}

    def judge(face: Face, paragraph: Paragraph) -> tuple[str, ...] | None:
        return tuple(names[effect] for effect in sorted(face.effects) if effect in names) or None

    def find(analysis: Analysis) -> Iterator[Finding]:
        for stretch in shown(analysis.document, judge, WORDED):
            effects = ", ".join(stretch.verdict)
            yield Finding(stretch.span, fields={"what": stretch.what, "effects": effects})

    return find
