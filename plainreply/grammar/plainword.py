"""The plain word in place of a formula of officialese, in the form the sentence asks for."""

from collections.abc import Callable, Mapping

from plainreply.document import Sentence, Token
from plainreply.grammar.coordination import shares_verb
from plainreply.grammar.forms import (
    CASES,
    GENDERS,
    NUMBERS,
    UD_CASES,
    case_of,
    form_of,
    in_capitals_of,
    infinitive,
)
from plainreply.grammar.govern import as_infinitive, complement_key, is_action, put
from plainreply.grammar.lexical import Hit
from plainreply.grammar.mood import like
from plainreply.grammar.phrase import recase
from plainreply.grammar.plainsense import keeps_sense
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.subjects import subject_of


def plain(sentence: Sentence, text: str, hit: Hit) -> Redraft | None:
    """Return the sentence with the plain word in place of the formula, None when unsure."""
    if not keeps_sense(sentence, text, hit):
        return None
    redraft = Redraft(sentence, text)
    done = HOW.get(hit.formula.how, _no)(redraft, hit)
    return redraft if done else None


def _no(redraft: Redraft, hit: Hit) -> bool:
    return False


def _word(redraft: Redraft, hit: Hit) -> bool:
    """Put an unchanging word: «в полном объёме» -> «полностью»."""
    first, *rest = hit.tokens
    if hit.formula.lemmas[0] in {"в", "на"} and not _stands_by_verb(redraft.sentence, hit):
        return False
    redraft.replace({first.index: in_capitals_of(first.text, hit.formula.plain)})
    redraft.drop(*(token.index for token in rest))
    return True


def _stands_by_verb(sentence: Sentence, hit: Hit) -> bool:
    """Tell whether a formula of manner goes with a verb, unshouted: an adverb cannot hang on a
    noun («представление документов в полном объёме»)."""
    own = {token.index for token in hit.tokens}
    top = next((token for token in hit.tokens if token.head not in own), hit.tokens[-1])
    head = sentence.tokens[top.head] if top.head >= 0 else top
    plain = head.pos == "VERB" and "Case" not in head.feats
    return plain and not hit.tokens[-1].text.isupper() and not _follows_deed(sentence, hit, head)


def _follows_deed(sentence: Sentence, hit: Hit, verb: Token) -> bool:
    """Tell whether the formula stands between the phrase of an action noun and the verb, so that
    it may go with the noun («непредставление документов в полном объёме не позволяет»)."""
    at = hit.tokens[0].index - 1
    if at < 0 or verb.index < at:
        return False
    word = sentence.tokens[at]
    while word.pos in {"NOUN", "PROPN"} and not is_action(word) and word.rel in {"nmod", "conj"}:
        word = sentence.tokens[word.head]
    return word.pos == "NOUN" and is_action(word)


def _drop_first(redraft: Redraft, hit: Hit) -> bool:
    redraft.drop(hit.tokens[0].index)
    return True


def _drop_last(redraft: Redraft, hit: Hit) -> bool:
    redraft.drop(hit.tokens[-1].index)
    return True


def _drop_after(redraft: Redraft, hit: Hit) -> bool:
    redraft.drop(*(token.index for token in hit.tokens[1:]))
    return True


def _adjective(redraft: Redraft, hit: Hit) -> bool:
    """Put another adjective or pronoun in the same case, number and gender."""
    token = hit.tokens[0]
    form = agreeing(hit.formula.plain, token)
    if form is None:
        return False
    redraft.replace({token.index: in_capitals_of(token.text, form)})
    return True


def agreeing(lemma: str, model: Token) -> str | None:
    """Return the adjective ``lemma`` in the case, number and gender of ``model``."""
    case = UD_CASES.get(model.feats.get("Case", ""))
    if case is None:
        return None
    number = NUMBERS[model.feats.get("Number", "Sing")]
    wanted = {CASES[case], number}
    if number == "sing":
        wanted.add(GENDERS[model.feats.get("Gender", "Masc")])
    if case == "acc" and model.feats.get("Animacy"):
        wanted.add("anim" if model.feats["Animacy"] == "Anim" else "inan")
    return form_of(lemma, frozenset(wanted))


def _noun(redraft: Redraft, hit: Hit) -> bool:
    """Put one noun for adjective and noun: «денежных средств» -> «денег»."""
    first, last = hit.tokens[0], hit.tokens[-1]
    case = case_of(last)
    form = form_of(hit.formula.plain, frozenset({CASES[case], "plur"})) if case else None
    if form is None:
        return False
    redraft.replace({first.index: in_capitals_of(first.text, form)})
    redraft.drop(*(token.index for token in hit.tokens[1:]))
    return True


def _verb(redraft: Redraft, hit: Hit) -> bool:
    """Put another verb in the same form, its complements in the cases it governs."""
    token = hit.tokens[0]
    form = like(token, hit.formula.plain)
    if form is None or infinitive(hit.formula.plain) is None:
        return False
    redraft.replace({token.index: in_capitals_of(token.text, form)})
    redraft.drop(*(other.index for other in hit.tokens[1:]))
    source, _, target = hit.formula.government.partition(">")
    return not source or _govern(redraft, token, source, target)


def _govern(redraft: Redraft, verb: Token, source: str, target: str) -> bool:
    """Change the complement in ``source`` case; «о том, что» becomes «что»."""
    sentence = redraft.sentence
    for child in sentence.below(verb, "obj", "iobj", "obl"):
        if complement_key(sentence, child) == source:
            return put(redraft, None, child, target)
    return True


def _copula(redraft: Redraft, hit: Hit) -> bool:
    """«X является Y» -> «X — Y», in either order."""
    sentence, verb = redraft.sentence, hit.tokens[0]
    subject = next(sentence.below(verb, "nsubj", "nsubj:pass"), None)
    named = [c for c in sentence.below(verb) if case_of(c) == "ins" and c.pos in {"NOUN", "ADJ"}]
    simple = verb.feats.get("Tense") == "Pres" and not any(
        child.lemma == "не" or child.rel in {"mark", "aux"} for child in sentence.below(verb)
    )
    if subject is None or subject.pos != "NOUN" or len(named) != 1 or not simple:
        return False
    if named[0].pos != "NOUN":
        return False
    forms = recase(sentence, named[0], "nom")
    between = subject.index < verb.index < named[0].index or (
        named[0].index < verb.index < subject.index
    )
    if forms is None or not between or verb.rel not in {"root", "parataxis", "conj", "ccomp"}:
        return False
    redraft.replace({**forms, verb.index: "—"})
    return True


PROCEDURES = frozenset({"разрешение", "рассмотрение", "обжалование"})


def _owe(redraft: Redraft, hit: Hit) -> bool:
    """«Долг подлежит взысканию» -> «Долг нужно взыскать»."""
    sentence, verb = redraft.sentence, hit.tokens[0]
    subject = subject_of(sentence, verb)
    deed = next((c for c in sentence.below(verb) if case_of(c) == "dat" and is_action(c)), None)
    present = verb.feats.get("Tense") == "Pres" and verb.feats.get("VerbForm") == "Fin"
    if subject is None or deed is None or not present or shares_verb(sentence, verb):
        return False
    following = sentence.tokens[deed.index + 1 : deed.index + 2]
    if deed.lemma in PROCEDURES and any(token.pos != "PUNCT" for token in following):
        return False
    given = recase(sentence, subject, "acc") if case_of(subject) == "nom" else None
    if given is None:
        return False
    negation = next((c for c in sentence.below(verb) if c.lemma == "не"), None)
    redraft.replace({**given, verb.index: "нельзя" if negation else hit.formula.plain})
    if negation is not None:
        redraft.drop(negation.index)
    return as_infinitive(redraft, None, deed, has_object=True)


def _chance(redraft: Redraft, hit: Hit) -> bool:
    """«Имеется возможность получения справки» -> «можно получить справку»."""
    noun = hit.tokens[-1]
    below = list(redraft.sentence.below(noun))
    deed = next((c for c in below if case_of(c) == "gen" and is_action(c)), None)
    spoken = any(child.feats.get("VerbForm") == "Inf" for child in below)
    if deed is None and not spoken:
        return False
    redraft.replace({hit.tokens[0].index: in_capitals_of(hit.tokens[0].text, "можно")})
    redraft.drop(*(token.index for token in hit.tokens[1:]))
    return deed is None or as_infinitive(redraft, None, deed)


def _pointer(redraft: Redraft, hit: Hit) -> bool:
    """«Сообщаем о том, что срок истёк» -> «сообщаем, что срок истёк»."""
    redraft.drop(*(token.index for token in hit.tokens if token.lower in {"о", "том"}))
    return True


HOW: Mapping[str, Callable[[Redraft, Hit], bool]] = {
    "word": _word,
    "drop_first": _drop_first,
    "drop_last": _drop_last,
    "drop_after": _drop_after,
    "adjective": _adjective,
    "noun": _noun,
    "verb": _verb,
    "copula": _copula,
    "owe": _owe,
    "chance": _chance,
    "pointer": _pointer,
}
