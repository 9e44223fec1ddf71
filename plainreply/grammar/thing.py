"""Where the words around an action noun make it a thing: a service, a paper, part of a name."""

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.grammar.sense import adjective_sort, tells_action
from plainreply.grammar.subjects import SUBJECTS

CALLED = frozenset("услуга функция опция сервис операция раздел вкладка кнопка рубрика".split())
HOSTS = frozenset({"организация", "направление"})
"""Nouns that name a body or a field when they name no action: «организация отдыха»."""
OBJECTS = frozenset({"obj", "nmod", "iobj", *SUBJECTS})
SORTS = frozenset({"форма", "вид"})
HANDED = frozenset(
    "получить получать выдать выдавать запросить запрашивать представить представлять "
    "предоставить предоставлять приложить прилагать иметь оформить получение выдача".split()
)
"""What is done with a paper; several actions cannot be handed over, their papers can."""


def is_thing(sentence: Sentence, noun: Token) -> bool:
    """Tell whether an action noun is called a thing here."""
    return any(test(sentence, noun) for test in TESTS)


def _is_called(sentence: Sentence, noun: Token) -> bool:
    """Tell «услугу доставка на дом»: the nominative behind a noun that is called by it."""
    before = sentence.tokens[noun.index - 1] if noun.index > 0 else noun
    return before.lemma in CALLED and noun.feats.get("Case") in {"Nom", "Acc"}


def _is_handed(sentence: Sentence, noun: Token) -> bool:
    """Tell «согласования не получены»: papers in the plural, of nothing."""
    if noun.feats.get("Number") != "Plur" or noun.head < 0 or noun.rel not in OBJECTS:
        return False
    handed = sentence.tokens[noun.head].lemma in HANDED
    return handed and not any(case_of(child) == "gen" for child in sentence.below(noun, "nmod"))


def _is_owned(sentence: Sentence, noun: Token) -> bool:
    """Tell «имеет регистрацию», «имеющий допуск»: a paper or a state that someone has."""
    head = sentence.tokens[noun.head] if noun.head >= 0 else noun
    return noun.rel == "obj" and head.lemma == "иметь"


def _is_hosted(sentence: Sentence, noun: Token) -> bool:
    """Tell «организация отдыха и оздоровления» where it is a body: its name goes on."""
    top = noun
    while top.rel == "conj" and top.head >= 0:
        top = sentence.tokens[top.head]
    if top.head < 0 or top.rel != "nmod" or case_of(noun) != "gen":
        return False
    host = sentence.tokens[top.head]
    if host.lemma not in HOSTS or any(sentence.below(top, "case")):
        return False
    return not tells_action(sentence, host)


def _is_sorted(sentence: Sentence, noun: Token) -> bool:
    """Tell «заочная форма обучения»: one of the sorts that an action comes in, done to nothing."""
    form = sentence.tokens[noun.head] if noun.head >= 0 and noun.rel == "nmod" else noun
    if form.lemma not in SORTS or any(sentence.below(noun)):
        return False
    return any(adjective_sort(child) == "kind" for child in sentence.below(form, "amod"))


TESTS = (_is_called, _is_handed, _is_owned, _is_hosted, _is_sorted)
