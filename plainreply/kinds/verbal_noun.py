"""Verbal nouns: nouns that name an action which could be a verb."""

from plainreply.bysentence import by_sentence
from plainreply.document import Need, Sentence, Token
from plainreply.grammar.derivation import Family
from plainreply.grammar.hint import hinted
from plainreply.grammar.nominal import verbal_nouns
from plainreply.grammar.subjects import SUBJECTS
from plainreply.grammar.verbalise import verbalised
from plainreply.rule import Finder, Finding, Rule, Severity, offer

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of verbal nouns; the message can name the ``verb``.

    One that is the subject of its clause hides who acts («отключение произойдёт 5 мая») and is
    a warning whatever the rule says of others.
    """

    return by_sentence(
        lambda text, sentence: (
            _finding(text, sentence, *found) for found in verbal_nouns(sentence)
        )
    )


def _finding(text: str, sentence: Sentence, noun: Token, family: Family) -> Finding:
    redraft = verbalised(sentence, text, noun)
    fixes = () if redraft is None else offer(redraft.edits())
    verb = hinted(sentence, noun, family)
    hides: Severity | None = "warning" if noun.rel in SUBJECTS else None
    return Finding(noun.span, fixes, fields={"verb": verb}, severity=hides)
