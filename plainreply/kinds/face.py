"""Stretches of text with a look that the rule names: italic, underlined and so on."""

from collections.abc import Callable, Iterator

from plainreply.document import Analysis, Face, Need
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT


def build(rule: Rule) -> Finder:
    """Return a finder of stretches whose face has the ``attribute``; links may be ``spared``."""
    attribute = str(rule.options["attribute"])
    spare_links = bool(rule.options.get("spare_links", False))

    def shows(face: Face) -> bool:
        return bool(getattr(face, attribute)) and not (spare_links and face.link)

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        for span in _joined(analysis, shows):
            trimmed = _trimmed(text, span)
            if any(map(str.isalnum, trimmed.of(text))):
                yield Finding(trimmed)

    return find


def _joined(analysis: Analysis, shows: Callable[[Face], bool]) -> Iterator[Span]:
    """Yield the longest stretches in one paragraph that show the look."""
    open_span: Span | None = None
    ends = {paragraph.span.stop for paragraph in analysis.document.paragraphs}
    for stretch in analysis.document.faces:
        if not shows(stretch.face):
            continue
        if (
            open_span is not None
            and open_span.stop == stretch.span.start
            and open_span.stop not in ends
        ):
            open_span = Span(open_span.start, stretch.span.stop)
            continue
        if open_span is not None:
            yield open_span
        open_span = stretch.span
    if open_span is not None:
        yield open_span


def _trimmed(text: str, span: Span) -> Span:
    found = span.of(text)
    left = len(found) - len(found.lstrip())
    return Span(span.start + left, span.start + max(left, len(found.rstrip())))
