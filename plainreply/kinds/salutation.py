"""A greeting that names nobody («Уважаемый заявитель!») though the addressee has a name.

Option ``words`` are the lemmas by which a reader is called instead of the name. A letter to
several people, or to a firm, is left alone.
"""

from collections.abc import Iterator

from plainreply.analysis.layout import Part, layout
from plainreply.analysis.layout_signs import is_person, is_salutation
from plainreply.document import Analysis, Need, Sentence
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import hull

NEEDS = Need.MORPHOLOGY
FEW = 6
"""Words that a salutation has at most."""


def build(rule: Rule) -> Finder:
    """Return a finder of greetings without the name that the addressee has."""
    words = frozenset(rule.options["words"])

    def find(analysis: Analysis) -> Iterator[Finding]:
        if not _is_to_one(analysis):
            return
        text = analysis.document.text
        for sentence in analysis.sentences:
            if sentence.words <= FEW and is_salutation(sentence.span.of(text).strip()):
                called = any(token.lemma in words for token in sentence.tokens)
                if called and not _names(sentence):
                    yield Finding(hull(t.span for t in sentence.tokens if t.is_word))
                return

    return find


def _is_to_one(analysis: Analysis) -> bool:
    """Tell whether one person stands among the lines of the addressee."""
    document = analysis.document
    told = zip(document.paragraphs, layout(document), strict=True)
    lines = (p.span.of(document.text).strip() for p, part in told if part is Part.ADDRESSEE)
    return sum(map(is_person, lines)) == 1


def _names(sentence: Sentence) -> bool:
    """Tell whether a word behind the first has a capital: the reader's name."""
    words = [token for token in sentence.tokens if token.is_word]
    return any(token.text[0].isupper() for token in words[1:])
