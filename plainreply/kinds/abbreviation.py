"""Abbreviations that the reader is not told: at their first use, unless everyone knows them.

Told twice is found too, and told but never used. The lexicon says what an abbreviation stands for
and whether readers know it (``common`` is ``yes``).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plainreply.analysis.dictionary import known
from plainreply.analysis.layout import WORDED, spans
from plainreply.document import Analysis, Need, Sentence, Token
from plainreply.facts.abbreviations import Telling, is_abbreviation, signs, tellings
from plainreply.resources import Row
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span, held

NEEDS = Need.TOKENS
UNTOLD = "читатель может не знать это сокращение, при первом упоминании напишите полностью"
AGAIN = "сокращение уже расшифровано выше, уберите повтор"
UNUSED = "сокращение введено, но дальше не встречается, уберите его"
NAMED = frozenset({"«", '"', "„"})
UNITS = frozenset("КБ МБ ГБ ТБ КВ ВА ВТ ГЦ ДБ АТМ".split())
SERIES = frozenset({"серия", "серии", "серией", "сер", "шифр", "код"})


class Table(NamedTuple):
    """Abbreviations: what each stands for, and which of them everyone knows."""

    meanings: Mapping[str, str]
    common: frozenset[str]


def build(rule: Rule) -> Finder:
    """Return a finder of abbreviations that are told badly or not at all."""
    table = _table(rule.lexicon)
    names = frozenset(table.meanings)

    def find(analysis: Analysis) -> Iterator[Finding]:
        worded = spans(analysis.document, WORDED)
        told = [(s, t) for s in analysis.sentences for t in tellings(s, names)]
        uses = list(_uses(analysis.sentences, names))
        yield from _untold(uses, [t for _, t in told], table, worded)
        rare = [t for _, t in told if t.abbr not in table.common]
        yield from _badly_told(rare, uses, worded)

    return find


def _table(rows: Sequence[Row]) -> Table:
    meanings = {row["abbr"]: row["expansion"] for row in rows}
    return Table(meanings, frozenset(row["abbr"] for row in rows if row["common"] == "yes"))


def _uses(sentences: Sequence[Sentence], names: frozenset[str]) -> Iterator[Token]:
    for sentence in sentences:
        found = [token for token in signs(sentence, names) if _is_use(sentence, token)]
        if found and not _is_shouted(sentence):
            yield from found


def _is_shouted(sentence: Sentence) -> bool:
    words = (token.text for token in sentence.tokens if len(token.text) > 1 and token.is_word)
    return all(map(str.isupper, words))


def _is_use(sentence: Sentence, token: Token) -> bool:
    """Tell an abbreviation in prose from one that belongs to a name («МБОУ «Школа»»), a number
    («5 МБ») or a series."""
    if not token.text[0].isupper():
        return False
    before = sentence.tokens[token.index - 1] if token.index else token
    after = sentence.tokens[token.index + 1 : token.index + 2]
    if known(token.text.lower()) and any(_is_loud(other) for other in (before, *after)):
        return is_abbreviation(token.text)
    measured = before.text[-1:].isdigit() and token.text in UNITS
    unit = measured or before.lower in SERIES or before.text in "-–/"
    return not unit and not any(mark.text in NAMED for mark in after)


def _is_loud(token: Token) -> bool:
    """Tell whether a token is an ordinary word in capitals, as in a heading."""
    return len(token.text) > 1 and token.text.isupper() and not is_abbreviation(token.text)


def _untold(
    uses: Sequence[Token], told: Sequence[Telling], table: Table, worded: Sequence[Span]
) -> Iterator[Finding]:
    """Yield the first use of each abbreviation that is not told there or before."""
    first: dict[str, int] = {}
    for telling in told:
        first.setdefault(telling.abbr, telling.span.stop)
    seen: set[str] = set()
    for token in uses:
        abbr = token.text
        late = abbr not in first or first[abbr] > token.span.stop + 1
        if abbr in seen or abbr in table.common:
            continue
        if held(token.span, worded):
            seen.add(abbr)
            if late:
                yield Finding(token.span, fields={"advice": _advice(abbr, table)})


def _advice(abbr: str, table: Table) -> str:
    meaning = table.meanings.get(abbr, "")
    sure = len(meaning) > 1 and "/" not in meaning and "…" not in meaning
    return f"{UNTOLD}: {meaning}" if sure else UNTOLD


def _badly_told(
    told: Sequence[Telling], uses: Sequence[Token], worded: Sequence[Span]
) -> Iterator[Finding]:
    """Yield what is told twice and what is told but never used."""
    places = [telling.span for telling in told]
    used = Counter(token.text for token in uses if not held(token.span, places))
    seen: set[str] = set()
    for telling in told:
        if not telling.bracketed or not held(telling.span, worded):
            continue
        if telling.abbr in seen:
            yield Finding(telling.span, fields={"advice": AGAIN})
        elif not used[telling.abbr]:
            yield Finding(telling.span, fields={"advice": UNUSED})
        seen.add(telling.abbr)
