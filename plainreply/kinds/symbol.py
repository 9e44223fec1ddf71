"""Characters that a plain letter does without: arrows, section signs, emoji."""

import re
from collections.abc import Iterator
from functools import cache

from plainreply.document import Analysis, Document, Need
from plainreply.facts import contacts
from plainreply.patterns import pattern
from plainreply.rule import Finder, Finding, Fix, Rule, offer
from plainreply.spans import Edit, Span, apart

NEEDS = Need.TEXT
LAST_WORD, FIRST_WORD = pattern(r"[^\W\d_]+$"), pattern(r"[^\W\d_]+")
JOINERS = "\u200d\ufe0f"
LONGEST_ABBREVIATION = 2
BRACKETS = frozenset("{}[]<>")
EMOJI = pattern("[\U0001f300-\U0001faff\u2600-\u27bf\u2b50\ufe0f\u200d]+")
ADDRESSES = frozenset({"url", "email"})


def build(rule: Rule) -> Finder:
    """Return a finder of special symbols.

    Letters, digits, ordinary punctuation and the characters of option ``allowed`` are fine;
    ``between_words`` lists those that are fine except between two letters; the lexicon gives
    words to write instead. Addresses of sites and mail are spared. Emoji are fine in texts of the
    genres in option ``smiles_in``, the brackets of slots in those in ``slots_in``.
    """
    allowed = frozenset(str(rule.options["allowed"]))
    between = frozenset(str(rule.options["between_words"]))
    slotted = frozenset(rule.options.get("slots_in", ()))
    smiling = frozenset(rule.options.get("smiles_in", ()))
    words = {row["symbol"]: row["word"] for row in rule.lexicon}

    def find(analysis: Analysis) -> Iterator[Finding]:
        document, genre = analysis.document, analysis.setting.genre
        text = document.text
        fine = allowed | BRACKETS if genre in slotted else allowed
        smiles = _smiles(text) if genre in smiling else ()
        spared = apart((*_addresses(text), *smiles))
        at = 0
        for span in _symbols(document, fine, between):
            while at < len(spared) and spared[at].stop <= span.start:
                at += 1
            if at == len(spared) or not spared[at].overlaps(span):
                yield Finding(span, _fixes(text, span, words))

    return find


def _addresses(text: str) -> Iterator[Span]:
    return (contact.span for contact in contacts(text) if contact.way in ADDRESSES)


def _smiles(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in EMOJI.finditer(text))


def _symbols(
    document: Document, allowed: frozenset[str], between: frozenset[str]
) -> Iterator[Span]:
    """Yield the special symbols of the paragraphs; what is outside of them is no prose."""
    doubtful = _doubtful(allowed)
    for paragraph in document.paragraphs:
        for match in doubtful.finditer(document.text, *paragraph.span):
            yield from _stretches(document.text, Span(*match.span()), allowed, between)


@cache
def _doubtful(allowed: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern of the stretches that may be special symbols: few of all characters."""
    fine = "".join(map(re.escape, sorted(allowed - {"_"})))
    return re.compile(rf"(?:[^\w\s{fine}]|_)+")


def _stretches(
    text: str, span: Span, allowed: frozenset[str], between: frozenset[str]
) -> Iterator[Span]:
    """Yield the longest stretches of special symbols, joiners and variation selectors inside."""
    start = -1
    for at, char in enumerate(span.of(text), span.start):
        special = _is_special(text, at, allowed, between)
        if start >= 0 and not special and char not in JOINERS:
            yield Span(start, at)
            start = -1
        if special and start < 0:
            start = at
    if start >= 0:
        yield Span(start, span.stop)


def _is_special(text: str, at: int, allowed: frozenset[str], between: frozenset[str]) -> bool:
    char = text[at]
    if char.isalnum() or char.isspace() or char in allowed:
        return False
    if char in between:
        return _divides_words(text, at)
    return not _is_silent(char)


def _divides_words(text: str, at: int) -> bool:
    """Tell «и/или», «справка/копия» from abbreviations («п/п», «км/ч») and numbers («5/25»)."""
    left, right = LAST_WORD.search(text[max(at - 40, 0) : at]), FIRST_WORD.match(text, at + 1)
    if left is None or right is None:
        return False
    words = (left[0].lower(), right[0].lower())
    return words == ("и", "или") or min(map(len, words)) > LONGEST_ABBREVIATION


def _is_silent(char: str) -> bool:
    """Tell characters that show nothing of their own: accents, soft hyphens, joiners."""
    import unicodedata

    return unicodedata.category(char) in {"Mn", "Cf", "Cc"}


def _fixes(text: str, span: Span, words: dict[str, str]) -> tuple[Fix, ...]:
    word = words.get(span.of(text))
    return offer((Edit(span, word),)) if word else ()
