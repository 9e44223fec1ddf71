"""What a clerk says on the telephone at too great length.

Options: ``words``, the most in a sentence; ``sentences``, the most in one line of a script.
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.facts.script import Voice, sayings
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TOKENS
WORDY = "в фразе {} слов, на слух её не удержать: скажите короче, до {}"
TALKY = "в реплике {} предложений подряд: дайте человеку ответить, хватит {}"


def build(rule: Rule) -> Finder:
    """Return a finder of long sentences, and of lines of many sentences."""
    words, most = int(rule.options["words"]), int(rule.options["sentences"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        for saying in sayings(analysis, Voice.CLERK):
            told = [s for s in saying.sentences if sum(token.is_word for token in s) > 1]
            counts = [sum(token.is_word for token in sentence) for sentence in saying.sentences]
            long = [pair for pair in zip(saying.sentences, counts, strict=True) if pair[1] > words]
            for sentence, count in long:
                span = Span(sentence[0].span.start, sentence[-1].span.stop)
                yield Finding(span, fields={"cure": WORDY.format(count, words)})
            if len(told) > most and not long:
                span = Span(told[0][0].span.start, told[-1][-1].span.stop)
                yield Finding(span, fields={"cure": TALKY.format(len(told), most)})

    return find
