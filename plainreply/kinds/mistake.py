"""Mistakes that grammar proves: the wrong case, «-тся» for «-ться», a preposition written apart."""

from collections.abc import Iterator

from plainreply.bysentence import by_sentence
from plainreply.document import Need, Sentence
from plainreply.grammar.mistakes import Mistake, mistakes
from plainreply.grammar.redraft import Redraft
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import Edit, hull

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of mistakes of grammar; the message says why in the field ``advice``."""

    def find(text: str, sentence: Sentence) -> Iterator[Finding]:
        for mistake in mistakes(sentence):
            span = hull(token.span for token in mistake.words)
            edits = _edits(text, sentence, mistake)
            yield Finding(span, offer(edits, safe=True), fields={"advice": mistake.why})

    return by_sentence(find)


def _edits(text: str, sentence: Sentence, mistake: Mistake) -> tuple[Edit, ...]:
    redraft = Redraft(sentence, text)
    redraft.replace({index: form for index, form in mistake.forms.items() if form})
    redraft.drop(*(index for index, form in mistake.forms.items() if not form))
    return redraft.edits() if mistake.forms else ()
