"""Letters set too small."""

from collections.abc import Iterator

from plainreply.analysis.looks import letters, shown
from plainreply.document import Analysis, Face, Need, Paragraph
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.TEXT


def build(rule: Rule) -> Finder:
    """Return a finder of text below ``smallest`` points, in tables below ``smallest_in_table``.

    Only the body is judged, so footnotes and the executor's line may be smaller. Digits alone
    are spared: they may be a power or the number of a note. A size in over ``most`` places is
    one finding.
    """
    most = int(rule.options["most"])
    smallest = float(rule.options["smallest"])
    in_table = float(rule.options["smallest_in_table"])

    def judge(face: Face, paragraph: Paragraph) -> tuple[float, float] | None:
        least = in_table if paragraph.role == "cell" else smallest
        return (face.size, least) if face.size is not None and face.size < least else None

    def find(analysis: Analysis) -> Iterator[Finding]:
        for stretch in shown(analysis.document, judge, counts=_has_letters, most=most):
            size, least = (f"{points:g}".replace(".", ",") for points in stretch.verdict)
            fields = {"what": stretch.what, "size": size, "smallest": least}
            yield Finding(stretch.span, fields=fields)

    return find


def _has_letters(words: str, verdict: tuple[float, float]) -> bool:
    return letters(words) > 0
