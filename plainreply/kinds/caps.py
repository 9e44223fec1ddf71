"""Words in capitals that are no abbreviation, typed so or shown so by formatting."""

from collections.abc import Iterator
from typing import NamedTuple

from plainreply.analysis.dictionary import known, readings
from plainreply.analysis.layout import WORDED, spans
from plainreply.analysis.looks import pieces
from plainreply.document import Analysis, Document, Need, Sentence, Token
from plainreply.grammar.forms import capital
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import Edit, Span, held, hull

NEEDS = Need.TOKENS
SHORTEST = 2
CAPITALS = pattern(f"[А-ЯЁ]{{{SHORTEST}}}")


class Seen(NamedTuple):
    """What a reader of the letter sees: where formatting shows capitals, and which words in
    capitals are abbreviations."""

    capitals: tuple[Span, ...]
    abbreviations: frozenset[str]

    def dressed(self, token: Token) -> bool:
        """Tell whether formatting shows the token in capitals."""
        start = token.span.start
        return held(Span(start, start + 1), self.capitals)

    def text(self, token: Token) -> str:
        """Return the token as it is shown."""
        return token.text.upper() if self.dressed(token) else token.text


def build(rule: Rule) -> Finder:
    """Return a finder of capitals; abbreviations of the lexicon and unknown words are spared.

    Neighbouring words are one finding. Letterhead, sign-off and the like are not judged, nor
    is a paragraph wholly in capitals whose sentence has no verb («МИНИСТЕРСТВО ТРУДА»).
    """
    abbreviations = frozenset(row["abbr"] for row in rule.lexicon)

    def find(analysis: Analysis) -> Iterator[Finding]:
        document = analysis.document
        worded = spans(document, WORDED)
        seen = Seen(tuple(_capitals(document)), abbreviations)
        for sentence in analysis.sentences:
            if not seen.capitals and not CAPITALS.search(document.text, *sentence.span):
                continue
            if held(sentence.span, worded) and not _is_heading(sentence, seen):
                for run in _runs(sentence, seen):
                    yield _finding(document.text, sentence, run, seen)

    return find


def _capitals(document: Document) -> Iterator[Span]:
    for span, face, _ in pieces(document, WORDED):
        if face.caps or face.small_caps:
            yield span


def _is_heading(sentence: Sentence, seen: Seen) -> bool:
    """Tell whether all words are capitals and none is a verb: a letterhead or a heading."""
    words = [token for token in sentence.tokens if token.is_word]
    shouted = sentence.tokens[-1].text == "!" or any(map(_may_be_verb, words))
    return all(seen.text(token).isupper() for token in words) and not shouted


def _may_be_verb(token: Token) -> bool:
    parse = readings(token.text.lower())[0]
    return parse.tag.POS in {"VERB", "INFN", "PRTS", "PRED", "ADJS"}


def _runs(sentence: Sentence, seen: Seen) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in sentence.tokens:
        shouted = _is_shouted(token, seen) and not _names(sentence, token)
        if shouted or (run and _is_short_capital(seen.text(token))):
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


def _is_shouted(token: Token, seen: Seen) -> bool:
    """Tell whether a token is an ordinary word in capitals."""
    word = seen.text(token)
    if len(word) < SHORTEST or not word.isupper() or not word.isalpha() or word.isascii():
        return False
    if token.text.isupper() and (word in seen.abbreviations or _is_abbreviation(word)):
        return False
    return known(word.lower())


def _is_abbreviation(word: str) -> bool:
    tags = [parse.tag for parse in readings(word.lower())]
    return any("Abbr" in tag for tag in tags) or all("Name" in tag for tag in tags)


def _is_short_capital(text: str) -> bool:
    return len(text) == 1 and text.isalpha() and text.isupper() and text.lower() != text


def _finding(text: str, sentence: Sentence, run: list[Token], seen: Seen) -> Finding:
    """Return the finding of a run; there is no fix in words where formatting is at fault."""
    span = hull(token.span for token in run)
    if any(map(seen.dressed, run)):
        return Finding(span, fields={"found": span.of(text).upper()})
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
