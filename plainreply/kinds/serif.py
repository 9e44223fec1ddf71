"""A letter set in a typeface with serifs."""

from collections import Counter
from collections.abc import Iterator, Mapping

from plainreply.analysis.layout import Part
from plainreply.analysis.looks import EVERYWHERE, WHOLE, letters, pieces, trimmed
from plainreply.document import Analysis, Document, Need
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TEXT
PARTLY = "часть письма"

_STYLE = pattern(
    r"\s+(?:thin|extra ?light|light|semi ?light|regular|book|medium|semi ?bold|demi ?bold|bold"
    r"|extra ?bold|black|heavy|narrow|condensed|caption|display|text|pro|std|cyr|ce|mt|ps)$"
)


def build(rule: Rule) -> Finder:
    """Return a finder of the typefaces that the lexicon marks ``serif``; others are silent.

    There is at most one finding a letter: its share of such letters must be above ``allowed``.
    """
    kinds = {row["family"].casefold(): row["serif"] for row in rule.lexicon}
    allowed = float(rule.options["allowed"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        document = analysis.document
        total, filled, first = _families(document)
        serif = Counter({name: n for name, n in filled.items() if _kind(name, kinds) == "serif"})
        if total and serif.total() > allowed * total:
            ((family, _),) = serif.most_common(1)
            what = EVERYWHERE if serif.total() >= WHOLE * total else PARTLY
            yield Finding(first[family], fields={"what": what, "family": family})

    return find


def _families(document: Document) -> tuple[int, Counter[str], dict[str, Span]]:
    """Return the letters of the body, in all and by typeface, and where each first stands."""
    total, filled = 0, Counter[str]()
    first: dict[str, Span] = {}
    for span, face, _ in pieces(document, {Part.BODY}):
        count = letters(span.of(document.text))
        total += count
        if face.family and count:
            filled[face.family] += count
            first.setdefault(face.family, trimmed(document.text, span))
    return total, filled, first


def _kind(family: str, kinds: Mapping[str, str]) -> str | None:
    """Return ``serif``, ``sans`` or ``mono``, looking past words such as «Light»; else None."""
    name = family.casefold().strip()
    while name not in kinds and (shorter := _STYLE.sub("", name)) != name:
        name = shorter
    return kinds.get(name)
