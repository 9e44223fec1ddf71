"""Compound prepositions: finding them, and the plain one with its case in their place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.activate import Rewrite
from plainreply.grammar.forms import CASES, case_of, in_capitals_of, with_vowel
from plainreply.grammar.govern import as_infinitive, is_action, short
from plainreply.grammar.phrase import extent, is_dated, recase
from plainreply.grammar.redraft import Redraft
from plainreply.resources import Row

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"})
POINTERS = frozenset(
    "это что то который чем требование законодательство норма положение часть пункт "
    "подпункт абзац очерёдность изложить".split()
)
SOURCES = frozenset("сведение данные информация сообщение мнение заключение".split())
DASHES = frozenset({"—", "–", "-"})
OPENERS = frozenset({",", "(", "«", "—", "также"})
CLAUSES = {"чтобы", "если есть", "если нет"}


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound preposition: its words and what replaces them (see ``prepositions.tsv``)."""

    words: tuple[str, ...]
    case: str
    plain: str
    plain_case: str
    safe: str
    unless: frozenset[str]
    nouns: frozenset[str]
    heads: frozenset[str]


@dataclass(frozen=True, slots=True)
class Match:
    """A compound preposition in a sentence: its tokens and the noun it governs, if found."""

    compound: Compound
    tokens: tuple[Token, ...]
    noun: Token | None


Index = Mapping[str, Sequence[Compound]]


def index(rows: Sequence[Row]) -> Index:
    """Return the compounds of a table by their first word, longest first."""
    found: dict[str, list[Compound]] = {}
    for row in rows:
        words = tuple(short(word) for word in row["phrase"].replace("ё", "е").split())
        compound = Compound(
            words, row["case"], row["plain"], row["plain_case"], row["safe"],
            *(frozenset(row[name].split()) for name in ("unless", "nouns", "heads")),
        )  # fmt: skip
        found.setdefault(words[0], []).append(compound)
    for compounds in found.values():
        compounds.sort(key=lambda compound: -len(compound.words))
    return found


def matches(sentence: Sentence, compounds: Index) -> Iterator[Match]:
    """Yield the compound prepositions of a parsed sentence, in order, without overlap."""
    free = 0
    for token in sentence.tokens:
        if token.index < free:
            continue
        for compound in compounds.get(short(token.lower), ()):
            match = _match(sentence, token, compound)
            if match is not None:
                free = match.tokens[-1].index + 1
                yield match
                break


def _match(sentence: Sentence, first: Token, compound: Compound) -> Match | None:
    tokens = sentence.tokens[first.index : first.index + len(compound.words)]
    if tuple(short(token.lower) for token in tokens) != compound.words:
        return None
    noun = governed(sentence, tokens, compound.case)
    if noun is None or _means_something_else(sentence, tokens, noun, compound):
        return None
    return Match(compound, tokens, noun)


def governed(sentence: Sentence, tokens: tuple[Token, ...], case: str) -> Token | None:
    """Return the noun behind the preposition, in the case it governs or uninflected.

    The parser's head is taken when it stands behind; else the next noun.
    """
    last = tokens[-1].index
    for token in tokens:
        head = sentence.tokens[token.head] if token.head >= 0 else token
        behind = token.rel == "case" and head.index > last and head.pos in NOMINAL
        if behind and (_fits(head, case) or is_dated(sentence, head)):
            return head
    found: Token | None = None
    for token in sentence.tokens[last + 1 : last + 6]:
        nominal = token.pos in {"NOUN", "PROPN", "PRON"}
        if nominal and (_fits(token, case) or is_dated(sentence, token)):
            return token
        if _is_participle(token) and _fits(token, case):
            found = found or token
        elif found is None and token.pos not in NOMINAL and token.text not in {"«", '"', ","}:
            return None
    return found


def _is_participle(token: Token) -> bool:
    return token.feats.get("VerbForm") == "Part" and "Case" in token.feats


def _fits(noun: Token, case: str) -> bool:
    """Tell whether a form can stand in ``case``: the tag alone is not trusted."""
    if not case_of(noun) or noun.pos in {"NUM", "X"} or noun.lemma in {"то", "тот"}:
        return True
    return any(parse.tag.case == CASES.get(case) for parse in readings(noun.text))


def _means_something_else(
    sentence: Sentence, tokens: tuple[Token, ...], noun: Token, compound: Compound
) -> bool:
    after = sentence.tokens[tokens[-1].index + 1 :][:1]
    head = sentence.tokens[noun.head].lemma if noun.head >= 0 else ""
    own = sentence.tokens[tokens[0].head].lemma if tokens[0].head >= 0 else ""
    for reason in compound.unless:
        kind, _, lemma = reason.partition(":")
        if kind == "number" and any(token.text[0].isdigit() for token in after):
            return True
        if kind == "noun" and lemma == noun.lemma:
            return True
        if kind == "verb" and lemma in {head, own}:
            return True
    return False


def plainly(sentence: Sentence, text: str, match: Match) -> Rewrite | None:
    """Return the sentence with the plain preposition or clause, or None when unsure."""
    compound, noun = match.compound, match.noun
    if noun is None or not _is_replaceable(sentence, match, noun):
        return None
    redraft = Redraft(sentence, text)
    if compound.plain == "чтобы":
        if not purpose(redraft, match.tokens, noun):
            return None
        return Rewrite(redraft, False)
    forms = recase(sentence, noun, compound.plain_case)
    if forms is None:
        return None
    redraft.replace(forms)
    plain = with_vowel(compound.plain, redraft.word_after(match.tokens[-1].index))
    _put(redraft, match.tokens, plain)
    if compound.plain_case == "dat":
        _unset_comma(redraft, match.tokens[0], noun)
    if compound.plain in CLAUSES and not set_off(redraft, match.tokens[0], noun):
        return None
    return Rewrite(redraft, compound.safe == "auto")


def _is_replaceable(sentence: Sentence, match: Match, noun: Token) -> bool:
    """Tell whether the plain preposition is right with this noun and what governs it."""
    compound, top = match.compound, noun
    if sentence.tokens[noun.head] in match.tokens:
        top = sentence.tokens[noun.head]
    if compound.safe == "never" or not compound.plain or noun.lemma in POINTERS:
        return False
    head = sentence.tokens[top.head].lemma if top.head >= 0 else ""
    after_noun = 0 <= top.head < top.index and sentence.tokens[top.head].pos == "NOUN"
    if (compound.plain == "после" and after_noun) or noun.pos == "VERB":
        return False
    if compound.plain in {"по", "из"} and _may_belong_before(sentence, match.tokens[0]):
        return False
    fits = not compound.nouns or noun.lemma in compound.nouns
    return fits and (not compound.heads or head in compound.heads) and not _dangles(sentence, noun)


def _may_belong_before(sentence: Sentence, first: Token) -> bool:
    """Tell whether «по …» in place of the compound would go with the noun or participle before it
    («на основании изложенного в соответствии с пунктом»)."""
    before = sentence.tokens[first.index - 1] if first.index else first
    return before.pos == "NOUN" or _is_participle(before)


def _dangles(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a coordination inside the phrase may belong to ``noun`` itself.

    «по вопросам уборки снега, наличия наледи»: if «наличия» hangs on «снега», a new case for
    «уборки» alone would break the row.
    """
    for token in sentence.subtree(noun):
        inner = token.rel == "conj" and token.head != noun.index and token.pos == "NOUN"
        if inner and sentence.tokens[token.head].pos == "NOUN" and case_of(token) == case_of(noun):
            commas = any(c.text == "," for c in sentence.below(token, "punct"))
            if commas or is_action(token):
                return True
    return False


def purpose(redraft: Redraft, tokens: tuple[Token, ...], noun: Token) -> bool:
    """«в целях уточнения адреса» -> «чтобы уточнить адрес», «для безопасности» if no action."""
    if is_done_for_you(redraft.sentence, noun):
        return False
    if not is_action(noun) or any(redraft.sentence.below(noun, "conj")):
        _put(redraft, tokens, "для")
        return recase(redraft.sentence, noun, "gen") is not None
    _put(redraft, tokens, "чтобы")
    return as_infinitive(redraft, None, noun) and set_off(redraft, tokens[0], noun)


def is_done_for_you(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the office acts and the reader is told to do something for it: «чтобы
    пересчитать плату, Вам нужно…» would make the reader the one who does it."""
    told = any(t.lemma == "вы" and t.feats.get("Case") == "Dat" for t in sentence.tokens)
    head = sentence.tokens[noun.head] if noun.head >= 0 else noun
    verbs = (head, *sentence.below(head, "xcomp"))
    passive = any(
        verb.feats.get("VerbForm") == "Part" and verb.feats.get("Variant") == "Short"
        for verb in verbs
    )
    return passive or (told and noun.lemma in OFFICE_ACTS)


OFFICE_ACTS = frozenset(
    "рассмотрение перерасчёт назначение принятие осуществление решение начисление "
    "предоставление включение".split()
)


def _put(redraft: Redraft, tokens: tuple[Token, ...], plain: str) -> None:
    redraft.replace({tokens[0].index: in_capitals_of(tokens[0].text, plain)})
    redraft.drop(*(token.index for token in tokens[1:]))


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


def set_off(redraft: Redraft, first: Token, noun: Token) -> bool:
    """Set the clause from ``first`` to the end of the phrase of ``noun`` off with commas.

    Returns False when the end is in doubt: a preposition follows, and its phrase may belong to
    the clause as well.
    """
    sentence = redraft.sentence
    phrase = extent(sentence, noun)
    if phrase is None:
        return False
    stop = phrase[-1].index + 1
    if stop < len(sentence.tokens) and sentence.tokens[stop].pos == "ADP":
        return False
    following = sentence.tokens[stop] if stop < len(sentence.tokens) else None
    if following is not None and (following.pos != "PUNCT" or following.text in DASHES):
        redraft.insert(",", before=stop)
    before = sentence.tokens[first.index - 1] if first.index else None
    if before is not None and before.pos != "CCONJ" and before.text not in OPENERS:
        redraft.insert(",", before=first.index)
    return True
