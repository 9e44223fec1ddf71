"""Finders that look at one sentence at a time, and remember what they found in it.

Letters are made of formulas, and a draft is checked anew after each change, most of its sentences
as they were. Places are remembered from where the sentence starts.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import chain

from plainreply.document import Analysis, Sentence, Token
from plainreply.grammar.polite import is_polite
from plainreply.memo import Memory, remembered
from plainreply.rule import Finder, Finding
from plainreply.stretches import parts

KEPT = 8192
"""How many sentences a finder remembers."""


def by_sentence(
    find: Callable[[str, Sentence], Iterable[Finding]],
    beside: Callable[[str, Sentence], Hashable] | None = None,
) -> Finder:
    """Return a finder that asks ``find`` about the document's text and each of its sentences, or
    each part of one that is too long.

    What it finds may hang on the sentence, on whether the letter writes «Вы» with a capital, and
    on nothing else but what ``beside`` tells of the text around.
    """

    def told(analysis: Analysis, at: int) -> Iterable[Finding]:
        text, here = analysis.document.text, parts(analysis.sentences[at])
        if len(here) == 1:
            return find(text, here[0])
        return chain.from_iterable(find(text, part) for part in here)

    def around(analysis: Analysis, at: int) -> Hashable:
        return beside and beside(analysis.document.text, analysis.sentences[at])

    return remembering(told, around)


def by_neighbours(
    find: Callable[[str, Sentence, Sequence[Token]], Iterable[Finding]],
) -> Finder:
    """Return a finder as ``by_sentence`` does, whose finds may hang on the tokens of the next
    sentence in the paragraph, too."""

    def told(analysis: Analysis, at: int) -> Iterable[Finding]:
        here = parts(analysis.sentences[at])
        behind = [*(part.tokens for part in here[1:]), _behind(analysis, at)]
        each = zip(here, behind, strict=True)
        text = analysis.document.text
        return chain.from_iterable(find(text, part, tokens) for part, tokens in each)

    def around(analysis: Analysis, at: int) -> Hashable:
        return _said(analysis)[at + 1] if _behind(analysis, at) else None

    return remembering(told, around)


def _behind(analysis: Analysis, at: int) -> Sequence[Token]:
    """Return the tokens of the next sentence in the paragraph, if there is one."""
    here, *behind = analysis.sentences[at : at + 2]
    between = [analysis.document.text[here.span.stop : after.span.start] for after in behind]
    return () if not behind or "\n" in between[0] else parts(behind[0])[0].tokens


def remembering(
    find: Callable[[Analysis, int], Iterable[Finding]],
    around: Callable[[Analysis, int], Hashable],
) -> Finder:
    """Return a finder that asks ``find`` about each sentence of an analysis, by its number;
    ``around`` tells all that its finds hang on but the sentence and the manner of address."""
    known = Memory[Hashable, tuple[Finding, ...]](KEPT)

    def finder(analysis: Analysis) -> Iterator[Finding]:
        for at, (sentence, said) in enumerate(
            zip(analysis.sentences, _said(analysis), strict=True)
        ):
            key, start = (said, around(analysis, at)), sentence.span.start
            found = known.get(key)
            if found is None:
                fresh = tuple(find(analysis, at))
                known.keep(key, tuple([finding.shift(-start) for finding in fresh]))
                yield from fresh
            else:
                yield from (finding.shift(start) for finding in found)

    return finder


@remembered
def _said(analysis: Analysis) -> Iterator[Hashable]:
    """Yield what finds in each sentence hang on, whoever finds them."""
    text = analysis.document.text
    polite = is_polite(text)
    return ((s.span.of(text), polite, analysis.need) for s in analysis.sentences)
