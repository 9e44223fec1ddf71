"""The plain preposition or clause in place of a compound one, with the case it governs."""

from collections.abc import Sequence

from plainreply.document import Sentence, Token
from plainreply.grammar.activity import event_of
from plainreply.grammar.adverbial import as_clause
from plainreply.grammar.forms import with_vowel
from plainreply.grammar.govern import is_action
from plainreply.grammar.phrase import extent, recase
from plainreply.grammar.preposition import Match
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.replaceable import (
    CLAUSES,
    POINTERS,
    if_there_is,
    is_replaceable,
    repeated,
)
from plainreply.grammar.rewrite import Rewrite
from plainreply.grammar.setoff import put_word, set_off

SOURCES = frozenset("сведение данные информация сообщение мнение заключение".split())
PARTICLES = frozenset({"только", "лишь", "даже"})
CLAUSAL = frozenset({"", "чтобы", "если", "из-за", "через"})
"""Plain prepositions that a clause is better than."""


def plainly(sentence: Sentence, text: str, match: Match) -> Rewrite | None:
    """Return the sentence with the plain preposition or clause, or None when unsure."""
    if match.noun is None:
        return _conjunction(sentence, text, match)
    ways = (_by_preposition, _by_clause)
    if match.compound.plain in CLAUSAL:
        ways = (_by_clause, _by_preposition)
    row = repeated(sentence, match)
    tried = (way(sentence, text, row, match.noun) for way in ways if row)
    return next((rewrite for rewrite in tried if rewrite is not None), None)


def _by_clause(sentence: Sentence, text: str, row: Sequence[Match], noun: Token) -> Rewrite | None:
    """«в целях уточнения адреса» -> «чтобы уточнить адрес»."""
    clause = as_clause(sentence, text, row[0].tokens, noun) if len(row) == 1 else None
    return None if clause is None else Rewrite(clause, False)


def _by_preposition(
    sentence: Sentence, text: str, row: Sequence[Match], noun: Token
) -> Rewrite | None:
    """«в ходе проведения ремонта» -> «во время ремонта», «в целях безопасности» -> «для …»; a
    preposition that comes again in a row is replaced everywhere or nowhere."""
    redraft = Redraft(sentence, text)
    if not all(_put_plain(redraft, member, joined=member is not row[0]) for member in row):
        return None
    return Rewrite(redraft, row[0].compound.safe == "auto")


def _put_plain(redraft: Redraft, match: Match, *, joined: bool) -> bool:
    """Put the plain preposition for one compound; ``joined`` to another that goes the same way."""
    sentence, compound, noun = redraft.sentence, match.compound, match.noun
    if noun is None:
        return False
    event = event_of(sentence, noun) or noun
    plain, case = ("для", "gen") if compound.plain == "чтобы" else (compound.plain, "")
    case = case or compound.plain_case
    to_no_end = compound.plain == "чтобы" and is_action(noun)
    fits = is_replaceable(sentence, match, noun, event, joined=joined)
    if to_no_end or plain == "если" or not fits:
        return False
    forms = recase(sentence, event, case)
    if forms is None:
        return False
    clause = plain in CLAUSES
    if clause:
        plain = if_there_is(sentence, match, noun)
    redraft.replace(forms)
    redraft.drop(*({noun.index} - {event.index}))
    plain = with_vowel(plain, redraft.word_after(match.tokens[-1].index)) if plain else ""
    put_word(redraft, match.tokens, plain)
    if case == "dat":
        _unset_comma(redraft, match.tokens[0], noun)
    return bool(plain) and (not clause or set_off(redraft, match.tokens[0], noun))


def cure(match: Match) -> str:
    """Return in Russian what to write instead of a compound preposition."""
    compound, noun = match.compound, match.noun
    if noun is None and compound.plain == "если":
        return "составной союз, хватает простого „если“"
    fits = noun is not None and noun.lemma not in POINTERS
    if noun is not None and compound.nouns:
        fits = noun.lemma in compound.nouns
    if not compound.plain or not fits or compound.safe == "never":
        return "составной предлог, скажите проще"
    if compound.plain in {"чтобы", "если", *CLAUSES}:
        return f"составной предлог, лучше придаточное: „{compound.plain} …“"
    return f"составной предлог, обычно хватает простого „{compound.plain}“"


def _conjunction(sentence: Sentence, text: str, match: Match) -> Rewrite | None:
    """«в случае если» -> «если», with a comma before it and before «только».

    Behind «и» in the sentence a comma or none may be right, so that is refused.
    """
    first = match.tokens[0].index
    if match.compound.plain != "если" or (first and sentence.tokens[first - 1].lower == "не"):
        return None
    redraft = Redraft(sentence, text)
    put_word(redraft, match.tokens, "если")
    while first and sentence.tokens[first - 1].lower in PARTICLES:
        first -= 1
    before = sentence.tokens[first - 1] if first else None
    if before is not None and before.lower in {"и", "или", "либо"} and first > 1:
        return None
    if before is not None and before.pos not in {"PUNCT", "CCONJ"} and before.lower != "числе":
        redraft.insert(",", before=first)
    return Rewrite(redraft, match.tokens[-1].lemma == "если")


def _unset_comma(redraft: Redraft, first: Token, noun: Token) -> None:
    """Drop the comma of «согласно графику, …» at the start: «по графику» takes none."""
    sentence = redraft.sentence
    phrase = extent(sentence, noun) or ()
    words = [t for t in phrase if t.index >= first.index]
    inner = any(t.text == "," for t in words[:-1]) or noun.lemma in SOURCES
    if first.index == 0 and words and not inner:
        stop = words[-1].index + (words[-1].text != ",")
        if stop < len(sentence.tokens) and sentence.tokens[stop].text == ",":
            redraft.drop(stop)
