"""A question that an order words itself: it must be asked so, with the answers it names.

Options: ``question``; ``answers``, each of which must be told after it.
"""

import re
from collections.abc import Iterator

from plainreply.analysis.body import shown
from plainreply.document import Analysis, Need
from plainreply.facts.sayings import sayings
from plainreply.facts.script import Voice
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.TOKENS
REACH = 400
"""Code points behind the question within which its answers are told."""
NO_QUESTION = "спросите в конце разговора: «{}»"
NO_ANSWERS = "назовите варианты ответа: {}"


def build(rule: Rule) -> Finder:
    """Return a finder of the lack of the question, or of its answers."""
    question = str(rule.options["question"])
    answers = tuple(map(str, rule.options["answers"]))
    pattern = re.compile(_loose(question), re.IGNORECASE)

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        asked = pattern.search(text)
        clerk = sayings(analysis, Voice.CLERK)
        if asked:
            told = text[asked.end() : asked.end() + REACH].lower().replace("ё", "е")
            if not all(re.search(rf"(?<!\w){_loose(answer)}(?!\w)", told) for answer in answers):
                cure = NO_ANSWERS.format(", ".join(f"«{answer}»" for answer in answers))
                yield Finding(Span(*asked.span()), fields={"cure": cure})
        elif clerk and (place := shown(clerk[-1].tokens, last=True)):
            yield Finding(place, fields={"cure": NO_QUESTION.format(question)})

    return find


def _loose(words: str) -> str:
    """Return a pattern of these words, with any blanks between them."""
    return r"\s+".join(map(re.escape, words.replace("ё", "е").rstrip("?.").split()))
