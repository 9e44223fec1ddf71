"""Rewrites held against what they came from: each sentence they make is analysed anew."""

from collections.abc import Iterator, Sequence

from plainreply.analysis import resolve
from plainreply.analysis.segment import sentences
from plainreply.document import Document, Paragraph, Sentence
from plainreply.grammar.agreement import sound
from plainreply.memo import Memory
from plainreply.spans import Edit, Span, apply

Edits = Sequence[Edit]
Case = tuple[str, Edits]
"""A sentence and what is changed in it, both by their text and places in it alone."""
KEPT = 16384
"""How many cases are remembered."""
_known = Memory[Case, bool](KEPT)


def verdicts(text: str, tried: Sequence[tuple[Sentence, Edits]]) -> list[bool]:
    """Tell for each parsed sentence of ``text`` whether the edits keep its facts and agreement.

    A sentence may be cut into several; then the facts are those of all of them together. What
    several rules make of a sentence alike is judged once, and remembered.
    """
    cases = [_case(text, sentence, edits) for sentence, edits in tried]
    known = {case: judged for case in cases if (judged := _known.get(case)) is not None}
    asked = {case: one for case, one in zip(cases, tried, strict=True) if case not in known}
    fresh = [rewritten(text, *one) for one in asked.values()]
    parsed = iter(resolve([part for parts in fresh for part in parts]))
    for (case, (before, _)), parts in zip(asked.items(), fresh, strict=True):
        known[case] = sound(before, *(next(parsed) for _ in parts))
        _known.keep(case, known[case])
    return [known[case] for case in cases]


def _case(text: str, sentence: Sentence, edits: Edits) -> Case:
    return sentence.span.of(text), tuple(_moved(edits, -sentence.span.start))


def rewritten(text: str, sentence: Sentence, edits: Edits) -> list[tuple[str, Span]]:
    """Return where the sentences stand that the edits make of one sentence of ``text``, each with
    the text that they make."""
    fresh = apply(sentence.span.of(text), _moved(edits, -sentence.span.start))
    document = Document(fresh, (Paragraph(Span(0, len(fresh))),))
    return [(fresh, span) for span in sentences(document)]


def _moved(edits: Edits, by: int) -> Iterator[Edit]:
    return (Edit(edit.span.shift(by), edit.text) for edit in edits)
