"""Second thoughts about a reading, once the tree is known: words that depend on each other agree.

«Изменения проводятся»: the tagger may read a genitive singular, but a subject is nominative
and has its verb's number.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from plainreply.analysis.dictionary import readings
from plainreply.analysis.ud import feats_of
from plainreply.document import Token
from plainreply.words import Feats

SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
NOMINAL = frozenset({"NOUN", "PROPN"})
NOUN_PLACES = SUBJECTS | {"nmod", "obj", "obl", "iobj"}


def agreed(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens of a parsed sentence with subjects, then modifiers, settled."""
    told = _unmodified([_noun(t) if t.rel in NOUN_PLACES else t for t in tokens])
    for rels, settle in STEPS:
        for token in [settle(t, told) for t in told if t.rel in rels]:
            told[token.index] = token
    return tuple(told)


def _noun(token: Token) -> Token:
    """Read as a noun what the tree has in a noun's place and the tagger took for a finite verb
    («оценка надела проведена»), if its form allows that."""
    if token.feats.get("VerbForm") != "Fin":
        return token
    nouns = (parse for parse in readings(token.text) if parse.tag.POS == "NOUN")
    parse = next(nouns, None)
    if parse is None:
        return token
    return replace(token, lemma=parse.normal_form, pos="NOUN", feats=feats_of(parse.tag))


def _unmodified(tokens: list[Token]) -> list[Token]:
    """Give a preposition back to the noun behind it, which the parser took for an attribute of
    the next one («в разговоре с клиентом сотрудником…»)."""
    for token in [t for t in tokens if t.rel == "amod" and t.pos == "NOUN"]:
        above, before = tokens[token.head], tokens[token.index - 1]
        misled = above.index == token.index + 1
        if misled and before.rel == "case" and before.head == above.index:
            tokens[before.index] = replace(before, head=token.index)
            tokens[token.index] = replace(token, head=above.head, rel="nmod")
    return tokens


def _genitive(token: Token, tokens: Sequence[Token]) -> Token:
    """Read as a genitive what hangs on the noun before it without a preposition («подача
    заявления»), if its form allows that."""
    bare = token.pos == "NOUN" and token.head == token.index - 1
    if not bare or token.feats.get("Case") not in {"Nom", "Acc"} or not token.text.islower():
        return token
    above = tokens[token.head]
    return _reread(token, {"Case": "Gen"}) if above.pos == "NOUN" else token


def _complement(token: Token, tokens: Sequence[Token]) -> Token:
    """Hang a genitive that the parser took for a second subject on the noun before it."""
    if token.feats.get("Case") != "Gen" or token.index == 0:
        return token
    before = tokens[token.index - 1]
    top = before
    while top.rel == "nmod":
        top = tokens[top.head]
    hangs = before.pos == "NOUN" and top.rel in SUBJECTS and top.head == token.head
    return replace(token, head=before.index, rel="nmod") if hangs else token


def _joined(token: Token, tokens: Sequence[Token]) -> Token:
    """Join a noun to the one above that shares its case rather than to the genitive before it
    («требование о возврате денег и уплате неустойки»)."""
    above, own = tokens[token.head], token.feats.get("Case")
    misled = token.pos == "NOUN" and above.feats.get("Case") == "Gen"
    if not misled or own in {None, "Gen"}:
        return token
    while above.rel == "nmod" and above.pos == "NOUN":
        above = tokens[above.head]
        case = above.feats.get("Case", "")
        if above.pos == "NOUN" and (case == own or {case, own} == {"Dat", "Loc"}):
            joined = replace(token, head=above.index)
            return joined if case == own else _reread(joined, {"Case": case})
    return token


def _subject(token: Token, tokens: Sequence[Token]) -> Token:
    """Read a subject as a nominative of its verb's number, if its form allows that."""
    if token.head < 0 or token.pos not in NOMINAL:
        return token
    verb = tokens[token.head]
    number = verb.feats.get("Number")
    wrong = token.feats.get("Case") != "Nom" or token.feats.get("Number") != number
    if number is None or not wrong or verb.pos in NOMINAL:
        return token
    if any(t.head == token.index and t.rel == "conj" for t in tokens):
        return token
    return _reread(token, {"Case": "Nom", "Number": number})


def _modifier(token: Token, tokens: Sequence[Token]) -> Token:
    """Read an adjective in the case, number and gender of its noun, if its form allows that."""
    if token.head < 0 or not token.feats.get("Case"):
        return token
    noun = tokens[token.head]
    if noun.pos not in NOMINAL or not noun.feats.get("Case"):
        return token
    wanted = {name: noun.feats[name] for name in ("Case", "Number") if name in noun.feats}
    if wanted.get("Number") == "Sing" and "Gender" in noun.feats:
        wanted["Gender"] = noun.feats["Gender"]
    return token if _has(token.feats, wanted) else _reread(token, wanted)


def _has(feats: Feats, wanted: dict[str, str]) -> bool:
    return all(feats.get(name, value) == value for name, value in wanted.items())


def _reread(token: Token, wanted: dict[str, str]) -> Token:
    for parse in readings(token.text):
        feats = feats_of(parse.tag)
        if parse.normal_form == token.lemma and feats.get("Case") and _has(feats, wanted):
            return replace(token, feats=feats)
    return token


STEPS: tuple[tuple[frozenset[str], Callable[[Token, Sequence[Token]], Token]], ...] = (
    (SUBJECTS, _complement),
    (frozenset({"nmod"}), _genitive),
    (frozenset({"conj"}), _joined),
    (SUBJECTS, _subject),
    (frozenset({"amod", "det"}), _modifier),
)
"""What is settled one after the other, and the relations whose words it looks at."""
