"""Noun phrases: their extent, and the whole phrase in another case with agreement kept."""

from plainreply.analysis.dictionary import known, readings
from plainreply.document import Sentence, Token
from plainreply.grammar.antecedent import is_which, which
from plainreply.grammar.counted import numerals, recase_counted
from plainreply.grammar.forms import CASES, GENDERS, NUMBERS, case_of, inflect, parse_of

Forms = dict[int, str]
Phrase = tuple[Token, ...]
NAMES = frozenset({"flat", "flat:name", "flat:foreign"})


def extent(sentence: Sentence, head: Token) -> tuple[Token, ...] | None:
    """Return the tokens of the phrase under ``head``, None when they do not stand together."""
    tokens = sentence.subtree(head)
    together = tokens[-1].index - tokens[0].index + 1 == len(tokens)
    return tokens if together else None


def noun_words(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the head with the adjectives before it and the genitives right behind it."""
    inside = {token.index for token in sentence.subtree(head)}
    start = stop = head.index
    while start - 1 in inside and sentence.tokens[start - 1].rel in {"amod", "det"}:
        start -= 1
    while stop + 1 in inside and case_of(sentence.tokens[stop + 1]) == "gen":
        stop += 1
    return sentence.tokens[start : stop + 1]


def recase(sentence: Sentence, head: Token, case: str) -> Forms | None:
    """Return new forms by token index that put the phrase under ``head`` into ``case``.

    ``case`` is one of ``nom gen dat acc ins prep``. Adjectives, pronouns, participles after
    the noun and coordinated nouns follow; abbreviations, names in quotes, digits and fixed
    words stay. None when some word has no such form or the phrase cannot be handled surely.
    """
    if not head.is_word:
        return {}
    if not is_dated(sentence, head) and any(numerals(sentence, head)):
        return recase_counted(sentence, head, case)
    own = _noun(sentence, head, case)
    if own is None:
        return None
    forms = {head.index: own}
    for child in sentence.below(head):
        more = _follow(sentence, head, child, case)
        if more is None:
            return None
        forms |= more
    return forms


def _follow(sentence: Sentence, head: Token, child: Token, case: str) -> Forms | None:
    """Return the new forms of one dependant; it may well need none."""
    if child.rel in {"amod", "det", "acl"} and child.feats.get("Case"):
        if not _agrees(head, child):
            return {} if _is_torn_off(sentence, head, child) else None
        return _recase_modifier(sentence, head, child, case)
    if child.rel == "conj" and case_of(child) == case_of(head):
        return recase(sentence, child, case) if child.pos in {"NOUN", "PROPN"} else None
    if child.rel in NAMES or child.rel == "appos":
        return _recase_name(sentence, head, child, case)
    if child.rel == "conj" and child.pos in {"NOUN", "PROPN", "ADJ"}:
        return {} if _joins_another(sentence, head, child) else None
    return {}


def _is_torn_off(sentence: Sentence, head: Token, child: Token) -> bool:
    """Tell whether a participle belongs to another noun: a finite verb stands between."""
    between = sentence.tokens[head.index + 1 : child.index]
    return any(token.feats.get("VerbForm") == "Fin" for token in between)


def is_cut_short(sentence: Sentence, noun: Token, forms: Forms) -> bool:
    """Tell whether a row goes on behind the phrase in the same case, though not in ``forms``."""
    tokens = sentence.tokens
    last = max((index for index in forms if index >= noun.index), default=noun.index)
    for at in range(last + 1, len(tokens) - 1):
        if tokens[at].text in {",", ";", ":"} or tokens[at].feats.get("VerbForm") == "Fin":
            return False
        joined = tokens[at].pos == "CCONJ" and case_of(tokens[at + 1]) == case_of(noun)
        if joined and at + 1 not in forms:
            return True
    return False


def _joins_another(sentence: Sentence, head: Token, child: Token) -> bool:
    """Tell whether a coordinated noun goes with a complement rather than with the head itself
    («порядок сбора и обработки»)."""
    complements = sentence.below(head, "nmod")
    return any(case_of(c) == case_of(child) and c.index < child.index for c in complements)


def _agrees(head: Token, child: Token) -> bool:
    """Tell whether a modifier has its noun's case and number, and gender in the singular; but
    for nominative and accusative, masculine and neuter look alike."""
    number = head.feats.get("Number")
    if is_fixed(child) or is_fixed(head):
        return True
    if case_of(child) != case_of(head) or child.feats.get("Number") != number:
        return _may_agree(head, child)
    genders = {child.feats.get("Gender"), head.feats.get("Gender")}
    alike = genders == {"Masc", "Neut"} and case_of(head) not in {"nom", "acc"}
    return number == "Plur" or len(genders - {None}) < 2 or alike


def _may_agree(head: Token, child: Token) -> bool:
    """Tell whether another reading of a modifier agrees with its noun («созданной комиссией»)."""
    case, number = case_of(head), NUMBERS.get(head.feats.get("Number", ""))
    gender = GENDERS.get(head.feats.get("Gender", ""))
    if not case or number is None or (number == "sing" and gender is None):
        return False
    wanted = {CASES[case], number} | ({gender} if number == "sing" else set())
    return any(wanted <= p.tag.grammemes for p in readings(child.text))


def _recase_modifier(sentence: Sentence, head: Token, child: Token, case: str) -> Forms | None:
    own = modifier(head, child, case)
    if own is None:
        return None
    forms = {child.index: own}
    for other in sentence.below(child, "conj"):
        if other.pos in {"ADJ", "DET", "VERB"} and _agrees(child, other):
            more = _recase_modifier(sentence, head, other, case)
            if more is None:
                return None
            forms |= more
    return forms


def modifier(head: Token, child: Token, case: str) -> str | None:
    """Return the adjective, pronoun or participle ``child`` agreeing with ``head`` in ``case``."""
    if is_fixed(child):
        return child.text
    wanted = [CASES[case]]
    number = head.feats.get("Number") or child.feats.get("Number", "Sing")
    wanted.append(NUMBERS[number])
    if number == "Sing":
        gender = head.feats.get("Gender") or child.feats.get("Gender", "Masc")
        wanted.append(GENDERS[gender])
    if case == "acc" and (number == "Plur" or "masc" in wanted):
        wanted.append("anim" if head.feats.get("Animacy") == "Anim" else "inan")
    return inflect(child, *wanted) or inflect(child, *wanted[:-1])


def _noun(sentence: Sentence, head: Token, case: str) -> str | None:
    if is_fixed(head) or case_of(head) == case or is_dated(sentence, head):
        return head.text
    if head.pos == "PRON":
        return pronoun(head, case)
    if is_which(head):
        return which(sentence, head, case)
    number = NUMBERS.get(head.feats.get("Number", "Sing"), "sing")
    return inflect(head, CASES[case], number)


def is_dated(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the noun is the month or year of a date («1 мая», «2025 года»), which stays."""
    before = sentence.tokens[noun.index - 1] if noun.index else noun
    return noun.lemma in DATES and before.text.isdigit()


DATES = frozenset(
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь "
    "год число".split()
)


def pronoun(token: Token, case: str) -> str | None:
    """Return a personal pronoun in another case, «него» without its н."""
    form = inflect(token, CASES[case])
    if form and token.lemma in {"он", "она", "оно", "они"} and form.lower()[0] == "н":
        return form[1:]
    return form


def is_letters(token: Token) -> bool:
    """Tell whether a word is an abbreviation that does not inflect («МКД»)."""
    return len(token.text) > 1 and token.text.isupper() and is_fixed(token)


def is_fixed(token: Token) -> bool:
    """Tell whether a word does not inflect: digits, Latin, abbreviations, indeclinable nouns."""
    if not token.is_word or token.text.isascii() or "Fixd" in parse_of(token).tag:
        return True
    abbreviation = len(token.text) > 1 and token.text.isupper()
    return (abbreviation and not known(token.text.lower())) or "Abbr" in parse_of(token).tag


def _recase_name(sentence: Sentence, head: Token, name: Token, case: str) -> Forms | None:
    """Return the forms of a name and its parts; quoted and indeclinable ones stay.

    None when the name does not stand in the case of its head: then its reading is doubtful.
    """
    first = sentence.subtree(name)[0]
    opened = first.text if first.text == '"' else ""
    before = sentence.tokens[name.index - 1].text if name.index else ""
    fixed = is_fixed(name) or not case_of(name) or case_of(name) == case
    if fixed or opened or before in {"«", '"', "№"}:
        return {}
    if case_of(name) != case_of(head) and _is_behind_preposition(sentence, head, name):
        return {}
    form = _noun(sentence, name, case) if case_of(name) == case_of(head) else None
    if form is None or not parse_of(name).is_known:
        return None
    forms = {name.index: form}
    for part in sentence.below(name, *NAMES):
        more = _recase_name(sentence, name, part, case)
        if more is None:
            return None
        forms |= more
    return forms


def _is_behind_preposition(sentence: Sentence, head: Token, name: Token) -> bool:
    """Tell whether a name belongs to a phrase that a preposition opens («рейс в город Орёл»)."""
    return any(token.pos == "ADP" for token in sentence.tokens[head.index + 1 : name.index])
