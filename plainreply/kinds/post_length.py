"""A post that is too long to be read in passing.

Options: ``words``, the most in all; ``sentence``, the most in one sentence. Words in quotation
marks do not count.
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.rule import Finder, Finding, Rule

NEEDS = Need.TOKENS
LONG = "в ответе {} слов, хватит {}: скажите главное, остальное дайте по ссылке"
WORDY = "в предложении {} слов, для поста хватит {}"


def build(rule: Rule) -> Finder:
    """Return a finder of the sentence that goes over the length, and of long sentences."""
    words, sentence_words = int(rule.options["words"]), int(rule.options["sentence"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        counts = [(sentence, analysis.own_words(sentence)) for sentence in analysis.sentences]
        total = sum(count for _, count in counts)
        so_far, told = 0, False
        for sentence, count in counts:
            so_far += count
            if so_far > words and not told:
                told = True
                yield Finding(sentence.span, fields={"cure": LONG.format(total, words)})
            elif count > sentence_words:
                yield Finding(sentence.span, fields={"cure": WORDY.format(count, sentence_words)})

    return find
