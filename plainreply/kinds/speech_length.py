"""What a clerk says on the telephone at too great length.

Options: ``words``, the most in a sentence; ``sentences``, the most in one line of a script.
"""

from collections.abc import Iterator

from plainreply.document import Analysis, Need
from plainreply.facts.sayings import sayings
from plainreply.facts.script import Voice
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
            told = [sentence for sentence in saying.sentences if sentence.words > 1]
            long = [sentence for sentence in told if sentence.words > words]
            for sentence in long:
                cure = WORDY.format(sentence.words, words)
                yield Finding(sentence.span, fields={"cure": cure})
            if len(told) > most and not long:
                span = Span(told[0].span.start, told[-1].span.stop)
                yield Finding(span, fields={"cure": TALKY.format(len(told), most)})

    return find
