"""Rewrites held against what they came from: each sentence they make is analysed anew."""

from collections.abc import Sequence

from plainreply.analysis import resolve
from plainreply.analysis.segment import sentences, tokens
from plainreply.document import Document, Paragraph, Sentence
from plainreply.grammar.agreement import sound
from plainreply.spans import Edit, Span, apply

Edits = Sequence[Edit]


def verdicts(text: str, tried: Sequence[tuple[Sentence, Edits]]) -> list[bool]:
    """Tell for each parsed sentence of ``text`` whether the edits keep its facts and agreement.

    A sentence may be cut into several; then the facts are those of all of them together. What
    several rules make of a sentence alike is judged once.
    """
    cases = {(sentence.span, tuple(edits)): sentence for sentence, edits in tried}
    fresh = [rewritten(text, sentence, edits) for (_, edits), sentence in cases.items()]
    parsed = iter(resolve([part for parts in fresh for part in parts]))
    good = {
        case: sound(before, *(next(parsed) for _ in parts))
        for (case, before), parts in zip(cases.items(), fresh, strict=True)
    }
    return [good[sentence.span, tuple(edits)] for sentence, edits in tried]


def rewritten(text: str, sentence: Sentence, edits: Edits) -> list[Sentence]:
    """Return the sentences, cut into tokens, that the edits make of one sentence of ``text``."""
    start = sentence.span.start
    moved = (Edit(edit.span.shift(-start), edit.text) for edit in edits)
    fresh = apply(sentence.span.of(text), moved)
    document = Document(fresh, (Paragraph(Span(0, len(fresh))),))
    return [Sentence(span, tokens(fresh, span)) for span in sentences(document)]
