"""Takes the comments to this program out of a plain text: they are no prose.

``<!-- plainreply: пропустить passive -->`` on a line of its own goes with its line, so that the
lines around it stay one paragraph; inside a line it goes with the blank before it.
"""

import re

from plainreply.document import Remark
from plainreply.patterns import pattern
from plainreply.sourcemap import Piece, SourceMap
from plainreply.spans import Span

MARK = "<!--"
_COMMENT = r"<!--(?P<{}>\s*plainreply\s*:(?:(?!-->).)*)-->"
COMMENT = pattern(
    rf"^[ \t]*{_COMMENT.format('line')}[ \t]*(?:\r?\n|\Z)"
    rf"|[ \t]+{_COMMENT.format('behind')}(?=\s|\Z)"
    rf"|{_COMMENT.format('inside')}",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)


def without_comments(text: str, start: int) -> tuple[SourceMap, str, tuple[Remark, ...]] | None:
    """Return a text without its comments from ``start`` on, with what leads back to it and the
    comments at the places where they stood; None for a text without any."""
    found = list(COMMENT.finditer(text, start)) if MARK in text else []
    if not found:
        return None
    pieces: list[Piece] = []
    remarks: list[Remark] = []
    at, size = 0, 0
    for match in (*found, None):
        stop = match.start() if match else len(text)
        if stop > at:
            pieces.append(Piece(Span(size, size + stop - at), Span(at, stop)))
            size += stop - at
        if match:
            remarks.append(Remark(Span(size, size), str(match[match.lastgroup or 0]).strip(), ""))
            at = match.end()
    kept = "".join(piece.source.of(text) for piece in pieces)
    return SourceMap(text, tuple(pieces)), kept, tuple(remarks)
