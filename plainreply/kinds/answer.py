"""An answer that comes late: over ``words`` words of the body retell the inquiry or the law first.

Thanks and regrets do not count. A text that never answers is left to other rules.
"""

from collections.abc import Iterator

from plainreply.analysis.body import first_words, sentences_in
from plainreply.document import Analysis, Need, Sentence
from plainreply.facts.answering import answer_at, is_polite, words_before
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.MORPHOLOGY


def build(rule: Rule) -> Finder:
    """Return a finder of the first words of what stands before a late answer."""
    limit = int(rule.options["words"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        before: list[Sentence] = []
        for sentence in sentences_in(analysis):
            verb = answer_at(text, sentence)
            if verb is not None:
                own = words_before(text, sentence, verb)
                words = sum(told.words for told in before) + own
                if words > limit:
                    fields = {"words": str(words), "limit": str(limit)}
                    yield Finding(first_words([*before, sentence]), fields=fields)
                return
            if not is_polite(sentence):
                before.append(sentence)

    return find
