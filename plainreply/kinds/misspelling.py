"""Words that no dictionary has and that are one slip away from a common word."""

from collections.abc import Iterator

from plainreply.analysis.dictionary import NAMES, readings
from plainreply.analysis.layout import WORDED, spans
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.grammar.forms import in_capitals_of
from plainreply.grammar.spelling import is_unknown, meant
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import Edit, held
from plainreply.words import folded

NEEDS = Need.MORPHOLOGY
MOST = 200
"""Unknown words after which a text is taken to be in no language that we know."""
SHORT = 6
"""Letters of a word that may be cut by the point behind it («каб.»)."""


def build(rule: Rule) -> Finder:
    """Return a finder of misspelt words; the lexicon has known slips and what was meant.

    Names are spared: words with a capital inside a sentence and what may be a surname.
    """
    told = {row["wrong"]: row["right"] for row in rule.lexicon}
    slips = frozenset(map(folded, told))

    def find(analysis: Analysis) -> Iterator[Finding]:
        worded = spans(analysis.document, WORDED)
        seen: set[str] = set()
        for sentence in analysis.sentences:
            for token in sentence.tokens if held(sentence.span, worded) else ():
                right = token.lower in slips and told.get(token.text.lower())
                if right:
                    yield _finding(token, (right,))
                elif len(seen) < MOST and is_unknown(token.text) and _is_judged(sentence, token):
                    word = token.text.lower()
                    seen.add(word)
                    words = meant(word, token.pos, token.feats)
                    if words and (token.text.islower() or not _is_name(words[0])):
                        yield _finding(token, words)

    return find


def _is_judged(sentence: Sentence, token: Token) -> bool:
    """Tell a word that may be misspelt from a name or an abbreviation with a point."""
    after = sentence.tokens[token.index + 1 : token.index + 2]
    cut = len(token.text) < SHORT and any(t.text == "." for t in after)
    last = token.index + 2 >= len(sentence.tokens)
    joined = any(
        other.is_word
        and (other.span.start == token.span.stop or other.span.stop == token.span.start)
        for other in (*sentence.tokens[max(token.index - 1, 0) : token.index], *after)
    )
    if joined or (cut and not last):
        return False
    if token.text.islower():
        return True
    opens = token.index == 0 or not any(t.is_word for t in sentence.tokens[: token.index])
    return opens and token.text[1:].islower() and token.pos != "PROPN"


def _is_name(word: str) -> bool:
    return any(not NAMES.isdisjoint(parse.tag.grammemes) for parse in readings(word))


def _finding(token: Token, words: tuple[str, ...]) -> Finding:
    likely = in_capitals_of(token.text, words[0])
    hint = "» или «".join(words[:2])
    return Finding(token.span, offer((Edit(token.span, likely),)), fields={"meant": hint})
