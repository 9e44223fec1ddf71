"""Several things that a letter must tell together, such as the date, time and place of a visit.

Options: ``given``, a part of the lexicon without which nothing is asked for; ``parts`` maps a part,
or a fact (``facts.stated``) where the lexicon has none of that name, to what the message calls it.
``{missing}`` in the message names what is not told.
"""

from collections.abc import Iterator

from plainreply.analysis.layout import Part, spans
from plainreply.document import Analysis, Need, Sentence
from plainreply.facts.cues import Wordings, places, wordings
from plainreply.facts.stated import FACTS, states
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span, held

NEEDS = Need.MORPHOLOGY
TEXT = frozenset({Part.SUBJECT, Part.BODY})


def build(rule: Rule) -> Finder:
    """Return a finder, at the words that give the occasion, of what is not told."""
    given = wordings(rule.lexicon, rule.options["given"])
    names: dict[str, str] = dict(rule.options["parts"])
    known = {part: wordings(rule.lexicon, part) for part in names}

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        body = spans(analysis.document, TEXT)
        sentences = [s for s in analysis.sentences if held(s.span, body)]
        occasion = next((o for s in sentences if (o := _occasion(s, given))), None)
        if occasion is None:
            return
        missing = [
            name for part, name in names.items() if not _told(text, sentences, part, known[part])
        ]
        if missing:
            yield Finding(occasion, fields={"missing": ", ".join(missing)})

    return find


def _occasion(sentence: Sentence, given: Wordings) -> Span | None:
    found = next(places(sentence.tokens, "", given), None)
    if found is None:
        return None
    at, wording = found
    last = sentence.tokens[min(at + len(wording.lemmas), len(sentence.tokens)) - 1]
    return Span(sentence.tokens[at].span.start, last.span.stop)


def _told(text: str, sentences: list[Sentence], part: str, known: Wordings) -> bool:
    """Tell whether a sentence states the fact or words the part, with its facts there or next."""
    for at, sentence in enumerate(sentences):
        around = "\n".join(s.span.of(text) for s in sentences[at : at + 2])
        if part in FACTS and not known and states(part, around):
            return True
        if any(True for _ in places(sentence.tokens, around, known)):
            return True
    return False
