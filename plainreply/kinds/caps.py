"""Words in capitals that are no abbreviation, typed so or shown so by formatting."""

from collections.abc import Iterator

from plainreply.analysis.dictionary import known, readings
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.grammar.forms import capital
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import Edit, hull

NEEDS = Need.TOKENS
SHORTEST = 2


def build(rule: Rule) -> Finder:
    """Return a finder of capitals; abbreviations of the lexicon and unknown words are spared.

    Neighbouring words are one finding. A paragraph wholly in capitals whose sentence has no
    verb («МИНИСТЕРСТВО ТРУДА», a heading or the name of a body) is part of the letterhead.
    """
    abbreviations = frozenset(row["abbr"] for row in rule.lexicon)

    def find(analysis: Analysis) -> Iterator[Finding]:
        text = analysis.document.text
        for sentence in analysis.sentences:
            if _is_heading(sentence):
                continue
            for run in _runs(sentence, abbreviations):
                yield _finding(text, sentence, run)

    return find


def _is_heading(sentence: Sentence) -> bool:
    """Tell whether all words are capitals and none is a verb: a letterhead or a heading."""
    words = [token for token in sentence.tokens if token.is_word]
    shouted = sentence.tokens[-1].text == "!" or any(map(_may_be_verb, words))
    return all(token.text.isupper() for token in words) and not shouted


def _may_be_verb(token: Token) -> bool:
    parse = readings(token.text.lower())[0]
    return parse.tag.POS in {"VERB", "INFN", "PRTS", "PRED", "ADJS"}


def _runs(sentence: Sentence, abbreviations: frozenset[str]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in sentence.tokens:
        shouted = _is_shouted(token, abbreviations) and not _names(sentence, token)
        if shouted or (run and _is_short_capital(token)):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _names(sentence: Sentence, token: Token) -> bool:
    """Tell whether a quoted name follows: then the capitals are its kind («АИС «Зачисление»»)."""
    following = sentence.tokens[token.index + 1 : token.index + 2]
    return any(mark.text in {"«", '"'} for mark in following)


def _is_shouted(token: Token, abbreviations: frozenset[str]) -> bool:
    """Tell whether a token is an ordinary word in capitals."""
    word = token.text
    if len(word) < SHORTEST or not word.isupper() or not word.isalpha() or word.isascii():
        return False
    return word not in abbreviations and known(word.lower()) and not _is_abbreviation(word)


def _is_abbreviation(word: str) -> bool:
    tags = [parse.tag for parse in readings(word.lower())]
    return any("Abbr" in tag for tag in tags) or all("Name" in tag for tag in tags)


def _is_short_capital(token: Token) -> bool:
    text = token.text
    return len(text) == 1 and text.isalpha() and text.isupper() and text.lower() != text


def _finding(text: str, sentence: Sentence, run: list[Token]) -> Finding:
    span = hull(token.span for token in run)
    edits = tuple(Edit(token.span, _lowered(sentence, token)) for token in run)
    return Finding(span, offer(edits))


def _lowered(sentence: Sentence, token: Token) -> str:
    first = token.index == 0
    name = any(
        "Name" in p.tag or "Surn" in p.tag or "Geox" in p.tag
        for p in readings(token.text.lower())[:1]
    )
    word = token.text.lower()
    return capital(word) if first or name else word
