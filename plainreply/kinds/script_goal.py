"""The purpose of an outgoing call: the clerk must say it soon, and in a sentence or two.

Options: ``part``, the wordings of a purpose in the lexicon; ``within``, how many of the clerk's
lines are looked at; ``sentences`` and ``words``, the most that the purpose may take.
"""

from collections.abc import Iterator, Sequence

from plainreply.analysis.body import shown
from plainreply.document import Analysis, Need, Sentence
from plainreply.facts.sayings import Saying, sayings, spoken
from plainreply.facts.script import Voice
from plainreply.facts.wordings import Passage, Wordings, wordings
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
MISSING = "сотрудник не говорит, зачем звонит: скажите это в начале («Звоню, чтобы…»)"
LONG = "цель звонка занимает {} предложения и больше: скажите её в одном или двух"
WORDY = "в цели звонка {} слов: скажите короче, до {}"


def build(rule: Rule) -> Finder:
    """Return a finder of the lack of a purpose, or of one that takes too long."""
    goals = wordings(rule.lexicon, rule.options["part"])
    within = int(rule.options["within"])
    most, words = int(rule.options["sentences"]), int(rule.options["words"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        clerk = sayings(analysis, Voice.CLERK)
        found = next((g for s in clerk[:within] if (g := _goal(s, goals))), None)
        if found:
            yield from _judged(found, most, words)
        elif clerk and (place := shown(clerk[0].tokens)):
            yield Finding(place, fields={"cure": MISSING})

    return find


def _goal(saying: Saying, goals: Wordings) -> list[Sentence]:
    """Return the sentences of a line from the one that words the purpose up to a question."""
    for at, sentence in enumerate(saying.sentences):
        if goals.first([Passage(spoken(sentence), saying.text)]):
            told = []
            for other in saying.sentences[at:]:
                if any(token.text == "?" for token in other.tokens):
                    break
                told.append(other)
            return told or [sentence]
    return []


def _judged(told: Sequence[Sentence], most: int, words: int) -> Iterator[Finding]:
    span = Span(told[0].span.start, told[-1].span.stop)
    count = sum(sentence.words for sentence in told)
    if len(told) > most:
        yield Finding(span, fields={"cure": LONG.format(most + 1)})
    elif count > words:
        yield Finding(span, fields={"cure": WORDY.format(count, words)})
