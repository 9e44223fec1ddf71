"""Words in Latin letters that are no name, address or file."""

from collections.abc import Iterator

from plainreply.analysis.layout import WORDED, spans
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import held

NEEDS = Need.TOKENS
JOINERS, FOLLOWERS = frozenset("/.@_\\"), frozenset("/@_(")
WORD = pattern(r"[a-z]{2,}(?:-[a-zа-яё]+)?|[a-zA-Z]+-[а-яё]+")


def build(rule: Rule) -> Finder:
    """Return a finder of foreign words; the lexicon has Russian ones to write instead, and those
    that everyone may use (``plain`` is empty). Other words with a capital are names."""
    plain = {row["word"]: row["plain"] for row in rule.lexicon}

    def find(analysis: Analysis) -> Iterator[Finding]:
        worded = spans(analysis.document, WORDED)
        for sentence in analysis.sentences:
            for token in sentence.tokens if held(sentence.span, worded) else ():
                known = plain.get(token.text.lower())
                foreign = known or (known is None and _is_foreign(sentence, token))
                if foreign and not _is_joined(analysis.document.text, token):
                    advice = f"напишите по-русски: {known}" if known else "напишите по-русски"
                    yield Finding(token.span, fields={"advice": advice})

    return find


def _is_joined(text: str, token: Token) -> bool:
    """Tell whether a word is part of an address or a file name: «example.org/opros»."""
    start, stop = token.span
    return text[max(start - 1, 0) : start] in JOINERS or text[stop : stop + 1] in FOLLOWERS


def _is_foreign(sentence: Sentence, token: Token) -> bool:
    """Tell a foreign word in small letters that belongs to no name of several words."""
    near = sentence.tokens[max(token.index - 1, 0) : token.index + 2]
    named = any(t.text[:1].isupper() and t.text.isascii() for t in near if t is not token)
    return WORD.fullmatch(token.text) is not None and not named
