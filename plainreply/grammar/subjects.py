"""What undergoes the action of a passive: its subject in the tree, or the noun beside it."""

from collections.abc import Iterator

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import is_short_name
from plainreply.grammar.clause import is_break, same_clause

SUBJECTS = ("nsubj", "nsubj:pass")
LINKS = frozenset({"быть", "мочь", "должный", "не"})
NEAR = 6


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject of ``verb``, looking up through auxiliaries, modals and coordination."""
    asked, seen = verb, set[int]()
    while verb.index not in seen:
        seen.add(verb.index)
        found = _own_subject(sentence, verb)
        if found is not None:
            return found if same_clause(sentence, found, asked) else None
        if verb.rel not in {"xcomp", "conj", "csubj", "aux", "cop"} or verb.head < 0:
            return None
        verb = sentence.tokens[verb.head]
    return None


def _own_subject(sentence: Sentence, verb: Token) -> Token | None:
    """Return the subject of a verb; of several the first that agrees with it and is no name."""
    found = list(sentence.below(verb, *SUBJECTS))
    plain = [noun for noun in found if not is_short_name(sentence, noun)]
    fit = [noun for noun in plain if goes_with(verb, noun)] if len(plain) > 1 else plain
    return next(iter(fit or found), None)


def goes_with(verb: Token, subject: Token) -> bool:
    """Tell whether a verb may have this subject by number and gender."""
    if verb.feats.get("Number") == "Plur":
        return True
    same = verb.feats.get("Number") == subject.feats.get("Number")
    return same and verb.feats.get("Gender") in {None, subject.feats.get("Gender")}


def undergoer_of(sentence: Sentence, verb: Token) -> Token | None:
    """Return what a passive is said of: its subject in the tree if that can be right, else the
    noun beside the verb that agrees with it."""
    found = subject_of(sentence, verb)
    own = found is not None and (found.head == verb.index or verb.rel == "xcomp")
    beside = subject_beside(sentence, verb)
    if found is not None and beside is None and is_short_name(sentence, found):
        beside = _object(sentence, verb)
    named = found is not None and is_short_name(sentence, found) and beside is not None
    if own and found is not None and not named and _may_be_subject(sentence, verb, found):
        return found
    return (
        None if beside is None and found is not None and _clashes(verb, found) else beside or found
    )


def _object(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun that the parser takes for the object of a participle, which has none («УК
    выдано предписание»)."""
    if verb.feats.get("VerbForm") != "Part":
        return None
    for noun in sentence.below(verb, "obj", "iobj"):
        if noun.feats.get("Case") in {"Acc", "Nom"} and _agrees(verb, noun):
            return noun
    return None


def _clashes(verb: Token, noun: Token) -> bool:
    """Tell whether case or genders of verb and noun surely differ."""
    if noun.feats.get("Case") in {"Acc", "Dat", "Loc"}:
        return True
    genders = {verb.feats.get("Gender"), noun.feats.get("Gender")}
    singular = verb.feats.get("Number") == noun.feats.get("Number") == "Sing"
    return singular and None not in genders and len(genders) > 1 and not noun.text.isupper()


def _may_be_subject(sentence: Sentence, verb: Token, noun: Token) -> bool:
    """Tell whether a noun may be the subject by case and agreement, or is counted or denied."""
    if noun.feats.get("Case") != "Nom" or is_short_name(sentence, noun):
        return noun.feats.get("Case") in {None, "Gen", "Nom"}
    several = any(sentence.below(noun, "conj", "nummod", "nummod:gov"))
    plural = verb.feats.get("Number") == "Plur" and noun.feats.get("Number") == "Sing"
    return several or (goes_with(verb, noun) and not plural)


def subject_beside(sentence: Sentence, verb: Token) -> Token | None:
    """Return the nominative noun in the clause of a finite passive that agrees with it, whatever
    the parser hangs it on; None where there is none near."""
    if verb.feats.get("VerbForm") not in {"Part", "Fin"}:
        return None
    before = _first_nominative(_leftwards(sentence, verb))
    found = before or _first_nominative(_rightwards(sentence, verb))
    if found is None or not _agrees(verb, found) or any(sentence.below(found, "case")):
        return None
    return None if _is_taken(sentence, found, verb) else found


def _agrees(verb: Token, noun: Token) -> bool:
    return goes_with(verb, noun) and verb.feats.get("Number") == noun.feats.get("Number")


def _is_taken(sentence: Sentence, noun: Token, verb: Token) -> bool:
    """Tell whether the noun is the subject of another verb or part of a name."""
    head = sentence.tokens[noun.head] if noun.head >= 0 else verb
    other = noun.rel in SUBJECTS and head is not verb and head.index != verb.head
    other = other and not noun.index < verb.index < head.index
    return other or noun.rel in {"appos", "flat", "flat:name", "flat:foreign"}


def _first_nominative(tokens: Iterator[Token]) -> Token | None:
    nouns = (t for t in tokens if t.pos in {"NOUN", "PRON"} and t.feats.get("Case") == "Nom")
    return next(nouns, None)


def _leftwards(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Yield the words of the clause before the verb, nearest first, over set-off participles."""
    at = verb.index - 1
    while at >= 0:
        token = sentence.tokens[at]
        if token.text == ",":
            at = _set_off(sentence, at)
        elif (is_break(token) and token.lemma not in LINKS) or token.text in {"(", "–", "—"}:
            return
        else:
            yield token
        at -= 1


def _set_off(sentence: Sentence, comma: int) -> int:
    """Return where a phrase with a participle that ends at this comma begins, -1 for none."""
    for at in range(comma - 1, -1, -1):
        token = sentence.tokens[at]
        if token.text == ",":
            opening = sentence.tokens[at + 1]
            full = opening.feats.get("VerbForm") == "Part" and "Case" in opening.feats
            return at if full else -1
        if is_break(token):
            return -1
    return -1


def _rightwards(sentence: Sentence, verb: Token) -> Iterator[Token]:
    """Yield the few words behind the verb, up to a mark or another clause."""
    for token in sentence.tokens[verb.index + 1 : verb.index + NEAR]:
        if not token.is_word or is_break(token):
            return
        yield token
