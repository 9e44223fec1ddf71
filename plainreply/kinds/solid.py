"""A long letter in one piece: over ``words`` words of body that lack ``headings`` and lists, or
``paragraphs``, as the option ``lacks`` says."""

from collections.abc import Iterator, Sequence

from plainreply.analysis.body import Block, blocks, first_words
from plainreply.document import Analysis, Need
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.TOKENS
DIVIDED = frozenset({"heading", "list", "cell"})
LONG = 25
"""Words of a paragraph that may have a heading."""
HEADING = 8
"""Words that a line without a full stop has at most to be a heading: «Что мы сделали»."""


def build(rule: Rule) -> Finder:
    """Return a finder of the first words of a body in one piece."""
    limit, lacks = int(rule.options["words"]), rule.options["lacks"]

    def find(analysis: Analysis) -> Iterator[Finding]:
        body = blocks(analysis)
        words = sum(block.words for block in body)
        whole = len(body) == 1 if lacks == "paragraphs" else not _divided(analysis, body)
        if words > limit and whole and sum(len(block.sentences) for block in body) > 1:
            fields = {"words": str(words), "limit": str(limit)}
            yield Finding(first_words(body[0].sentences), fields=fields)

    return find


def _divided(analysis: Analysis, body: Sequence[Block]) -> bool:
    """Tell whether headings, lists or a table divide the body; no heading stands below the last
    long paragraph."""
    if any(block.paragraph.role in DIVIDED for block in body):
        return True
    text = analysis.document.text
    last = max((at for at, block in enumerate(body) if block.words >= LONG), default=0)
    lines = (block for block in body[:last] if block.words <= HEADING)
    return any(not block.paragraph.span.of(text).rstrip().endswith((".", "!")) for block in lines)
