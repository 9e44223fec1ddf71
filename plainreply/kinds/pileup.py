"""Too many of one thing in a sentence: brackets, or participle clauses."""

from collections.abc import Callable, Iterator
from itertools import pairwise

from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span, held, hull

NEEDS = Need.SYNTAX
SHORT_NAMES = frozenset({"далее", "при"})


def build(rule: Rule) -> Finder:
    """Return a finder of sentences with more than ``most`` of ``what``.

    ``what`` is ``brackets`` or ``participles``; the finding reaches from the first to the last.
    Those in quotations and names are not the writer's and do not count.
    """
    most, count = int(rule.options["most"]), COUNTERS[str(rule.options["what"])]

    def find(analysis: Analysis) -> Iterator[Finding]:
        for sentence in analysis.sentences:
            spans = tuple(span for span in count(sentence) if not held(span, analysis.spared))
            if len(spans) > most:
                yield Finding(hull(spans), words=spans, fields={"count": str(len(spans))})

    return find


def _brackets(sentence: Sentence) -> Iterator[Span]:
    """Yield the brackets that hold a remark; «(далее – …)», «(при наличии)» and codes do not."""
    opened: Token | None = None
    for token in sentence.tokens:
        if token.text == "(":
            opened = token
        elif token.text == ")" and opened is not None:
            inside = sentence.tokens[opened.index + 1 : token.index]
            words = [t for t in inside if t.is_word and not t.text.isupper()]
            if len(words) > 1 and words[0].lower not in SHORT_NAMES:
                yield Span(opened.span.start, token.span.stop)
            opened = None


def _participles(sentence: Sentence) -> Iterator[Span]:
    """Yield the full participles that open a clause behind their noun («, утверждённый …»)."""
    for before, token in pairwise(sentence.tokens):
        full = token.feats.get("VerbForm") == "Part" and "Case" in token.feats
        opens = full and before.text == "," and token.rel in {"acl", "amod", "conj"}
        if opens and not _precedes_noun(sentence, token):
            yield token.span


def _precedes_noun(sentence: Sentence, participle: Token) -> bool:
    """Tell whether a participle is the attribute of the next noun: «, сопровождающих их лицах».

    The noun agrees with it; where the noun before the comma agrees as well, the next one may be
    its object («граждан, сопровождающих детей»), but not in the dative or locative.
    """
    after = sentence.tokens[participle.index + 1 : participle.index + 3]
    noun = next((token for token in after if token.pos not in {"PRON", "DET", "ADJ"}), None)
    if noun is None or noun.pos != "NOUN" or not _agree(participle, noun):
        return False
    behind = sentence.tokens[participle.index - 2] if participle.index > 1 else participle
    return participle.feats.get("Case") in {"Dat", "Loc"} or not _agree(participle, behind)


def _agree(participle: Token, noun: Token) -> bool:
    return all(
        noun.feats.get(feat) == value
        for feat, value in participle.feats.items()
        if feat in {"Case", "Number", "Gender"}
    )


COUNTERS: dict[str, Callable[[Sentence], Iterator[Span]]] = {
    "brackets": _brackets,
    "participles": _participles,
}
