"""Words that an infinitive goes with as well as a verbal noun: «право», «просить», «начать»."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple, cast

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import is_actor
from plainreply.grammar.forms import case_of
from plainreply.grammar.govern import complement_key
from plainreply.grammar.infinitive import Aspect
from plainreply.grammar.pairs import pair_of
from plainreply.grammar.subjects import SUBJECTS, subject_of
from plainreply.grammar.voice import is_short_participle
from plainreply.resources import Row, lexicon

COPULAS = frozenset("являться служить послужить стать становиться быть считать признать".split())
ABSENT = frozenset("нет отсутствовать отсутствие лишить лишать лишиться утратить".split())
MASTERS = frozenset(
    "копия бланк форма образец свидетельство удостоверение справка оригинал выписка реквизит "
    "номер дата проект срок текст пункт".split()
)
"""Nouns that make the next one a paper: «копия решения о зачислении»."""
SINGLE = frozenset({"обязанность", "обязательство"})
"""Nouns that list a field of work in the plural: «обязанности по уборке»."""
HANDLING = frozenset(
    "приложить прикладывать представить представлять предоставить предоставлять предъявить "
    "предъявлять получить получать выдать выдавать подать подавать составить составлять "
    "оформить оформлять подписать подписывать заполнить".split()
)
"""What is done with papers."""
PAPERS = frozenset("решение требование предложение согласие разрешение поручение отказ".split())


class Frame(NamedTuple):
    """How a word governs an action noun and which infinitive it takes instead.

    ``denied`` is the aspect under negation; ``own``: whoever the word is said of does the deed;
    ``deeds`` the only nouns it holds for, or, with ``spared``, those it does not; ``plain``
    a plainer word to put in its place.
    """

    pos: str
    form: str
    aspect: Aspect
    denied: Aspect
    own: bool
    deeds: frozenset[str]
    spared: frozenset[str]
    plain: str


@cache
def frames() -> Mapping[str, tuple[Frame, ...]]:
    """Return the frames of every governing word by its lemma."""
    found: dict[str, tuple[Frame, ...]] = {}
    for row in lexicon("infinitive-governors"):
        found[row["word"]] = (*found.get(row["word"], ()), _frame(row))
    return found


def _frame(row: Row) -> Frame:
    aspect, _, denied = row["aspect"].partition("/")
    words = frozenset(row["deeds"].removeprefix("-").split())
    spared = row["deeds"].startswith("-")
    return Frame(
        row["pos"],
        row["form"],
        cast(Aspect, aspect),
        cast(Aspect, denied or aspect),
        row["who"] == "own",
        frozenset() if spared else words,
        words if spared else frozenset(),
        row["plain"],
    )


def governed(sentence: Sentence, noun: Token) -> tuple[Token, Frame] | None:
    """Return the word that governs ``noun`` and the frame that fits, None if there is none."""
    for governor in _above(sentence, noun):
        for frame in frames().get(governor.lemma, ()):
            if _fits(sentence, governor, noun, frame):
                return governor, frame
    return None


def _above(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Yield the head, and the one above a genitive or pronoun between («решение суда о
    взыскании», «просим вас о переносе»)."""
    if noun.head < 0 or noun.rel == "conj":
        return
    head = sentence.tokens[noun.head]
    yield head
    if head.head >= 0 and is_someone(head) and not any(sentence.below(head, "case")):
        yield sentence.tokens[head.head]


def _fits(sentence: Sentence, governor: Token, noun: Token, frame: Frame) -> bool:
    """Tell whether the noun stands in the form that the frame asks for, right behind its word."""
    if governor.index > noun.index or not _is_of(governor, frame.pos):
        return False
    key = complement_key(sentence, noun)
    if frame.form == "acc":
        right = noun.rel == "obj" and key in {"acc", "nom"}
        right |= key == "gen" and noun.rel not in SUBJECTS and is_denied(sentence, governor)
    else:
        right = key == frame.form
    return right and _is_close(sentence, governor, noun) and _may_act(sentence, governor, frame)


def _is_of(governor: Token, pos: str) -> bool:
    if pos == "ADJ":
        return governor.pos == "ADJ" and governor.feats.get("Variant") == "Short"
    return governor.pos == pos and not is_short_participle(governor)


def _is_close(sentence: Sentence, governor: Token, noun: Token) -> bool:
    """Tell whether nothing but who acts stands between («отказ школы № 5 в приёме»): no mark,
    number, other clause, nor a thing («решение вопроса о переносе»)."""
    owners = [c for c in sentence.below(governor, "nmod") if c.index < noun.index]
    if governor.pos == "NOUN" and not all(map(is_someone, owners)):
        return False
    own = {token.index for owner in owners for token in sentence.subtree(owner)}
    between = sentence.tokens[governor.index + 1 : noun.index]
    return not any(
        token.text in {",", ";", ":", "(", ")", "—", "–", "№"}
        or any(map(str.isdigit, token.text))
        or token.feats.get("VerbForm") in {"Fin", "Inf"}
        for token in between
        if token.index not in own
    )


def _may_act(sentence: Sentence, governor: Token, frame: Frame) -> bool:
    """Tell whether the one who has to act is someone who can."""
    if not frame.own:
        return True
    subject = subject_of(sentence, governor)
    if subject is None:
        return governor.feats.get("Person") != "3" or governor.feats.get("Number") == "Plur"
    return is_someone(subject)


def is_someone(noun: Token) -> bool:
    """Tell whether the noun is an actor or an abbreviation, as a firm or school has («МБОУ»)."""
    return is_actor(noun) or (len(noun.text) > 1 and noun.text.isupper())


def is_denied(sentence: Sentence, governor: Token) -> bool:
    """Tell whether the word is negated, itself or by its verb («не имеет права», «нет права»)."""
    heads = [governor]
    if governor.head >= 0 and governor.pos == "NOUN":
        heads.append(sentence.tokens[governor.head])
    denied = any(child.lemma == "не" for head in heads for child in sentence.below(head))
    return denied or any(head.lemma in ABSENT for head in heads)


def is_paper(sentence: Sentence, governor: Token) -> bool:
    """Tell whether a noun names a paper rather than what it says («приложите решение о …»)."""
    if governor.pos != "NOUN":
        return False
    if governor.lemma in SINGLE and governor.feats.get("Number") == "Plur":
        return True
    topic = any(mark.lemma == "по" for mark in sentence.below(governor, "case"))
    if topic or (governor.index and governor.text[:1].isupper()):
        return True
    if governor.head < 0:
        return governor.index == 0 and governor.lemma in PAPERS
    head = sentence.tokens[governor.head]
    return head.lemma in MASTERS or (head.lemma in HANDLING and governor.lemma in PAPERS)


def is_verb_to_be(sentence: Sentence, governor: Token) -> bool:
    """Tell whether «отказ» will be told by «отказать», which takes no infinitive: behind
    «решение» or a verb that adds nothing («дать отказ»)."""
    if governor.lemma != "отказ" or governor.head < 0:
        return False
    head = sentence.tokens[governor.head]
    return head.lemma == "решение" or pair_of(head.lemma, governor.lemma) is not None


def is_predicate(sentence: Sentence, governor: Token) -> bool:
    """Tell whether a noun says what another one is («является основанием для отказа»)."""
    head = sentence.tokens[governor.head] if governor.head >= 0 else governor
    return case_of(governor) == "ins" and head.lemma in COPULAS
