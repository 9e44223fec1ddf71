"""What is told, as a clause of its own: «сообщаем о необходимости оплаты счёта» -> «сообщаем, что
нужно оплатить счёт», «разъяснили порядок получения справки» -> «разъяснили, как получить»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.derivation import families
from plainreply.grammar.forms import case_of
from plainreply.grammar.govern import complement_key
from plainreply.grammar.governed import tops
from plainreply.grammar.infinitive import Aspect, row, tell
from plainreply.grammar.phrase import extent
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.setoff import DASHES, put_word, set_off
from plainreply.grammar.telling import TELLING

EXPLAINING = frozenset(
    "разъяснять разъяснить объяснять объяснить сообщать сообщить рассказывать рассказать узнать "
    "узнавать уточнить уточнять описывать описать изложить показать".split()
)
MODAL: dict[str, tuple[str, Aspect]] = {
    "необходимость": ("нужно", "pf"),
    "возможность": ("можно", "pf"),
    "невозможность": ("невозможно", "pf"),
    "недопустимость": ("нельзя", "only-ipf"),
    "важность": ("важно", "ipf"),
}
FORBIDDEN = "недопустимость"
MEANS = frozenset("телефон почта письмо сообщение".split())
OBJECTS = ("obj", "ccomp", "xcomp", "parataxis")
WAYS = frozenset({"порядок", "способ", "правило", "процедура"})
READERS = frozenset(
    "получение подача оплата уплата обжалование заполнение оформление подключение приобретение "
    "внесение предъявление восстановление возврат замена представление передача обращение "
    "вступление поступление приватизация присоединение продление".split()
)
"""What the reader himself does."""


def as_content(sentence: Sentence, text: str, noun: Token) -> Redraft | None:
    """Return the sentence with what is told in a clause with «что» or «как», None if unsure."""
    for top in tops(sentence, noun):
        head = sentence.tokens[top.head] if top.head >= 0 else top
        if not _is_bare(sentence, head, top):
            continue
        redraft = Redraft(sentence, text)
        told = _clause(redraft, head, top)
        return redraft if told and redraft.changes(noun) else None
    return None


def _clause(redraft: Redraft, head: Token, noun: Token) -> bool:
    condition = _condition(redraft.sentence, head)
    if condition:
        return _if_needed(redraft, condition, head, noun)
    return _that(redraft, head, noun) if head.lemma in MODAL else _how(redraft, head, noun)


def _condition(sentence: Sentence, head: Token) -> tuple[Token, ...]:
    """Return the «при» or «в случае» before «необходимости»."""
    before = sentence.tokens[max(head.index - 2, 0) : head.index]
    words = [token.lower for token in before]
    if head.lemma != "необходимость" or not before:
        return ()
    return before if words == ["в", "случае"] else before[-1:] if words[-1] == "при" else ()


def _if_needed(redraft: Redraft, words: tuple[Token, ...], head: Token, noun: Token) -> bool:
    """«при необходимости замены» -> «если нужно заменить»."""
    put_word(redraft, words, "если")
    redraft.replace({head.index: "нужно"})
    return tell(redraft, noun, "pf") and set_off(redraft, words[0], noun)


def _is_bare(sentence: Sentence, head: Token, noun: Token) -> bool:
    """Tell whether the noun above has nothing but ``noun`` in the genitive right behind it, and
    is no name."""
    if head.lemma not in MODAL.keys() | WAYS or noun.rel != "nmod" or case_of(noun) != "gen":
        return False
    others = [c for c in sentence.below(head) if c.rel != "case" and c is not noun]
    first = sentence.subtree(noun)[0]
    between = sentence.tokens[head.index + 1 : first.index]
    return not others and not between and not any(sentence.below(noun, "case"))


def _that(redraft: Redraft, head: Token, noun: Token) -> bool:
    """«о необходимости оплаты» -> «, что нужно оплатить» beside a verb of telling."""
    sentence = redraft.sentence
    mark = _preposition(sentence, head)
    plain, aspect = MODAL[head.lemma]
    if mark is None or not _may_be_told(sentence, head, noun) or not tell(redraft, noun, aspect):
        return False
    redraft.replace({head.index: plain})
    if _is_told(sentence, head, mark):
        redraft.replace({mark.index: "что"})
        return set_off(redraft, mark, noun)
    redraft.replace({head.index: f"том, что {plain}"})
    return head.lemma == FORBIDDEN and not _has_term(sentence, noun) and _closed(redraft, noun)


def _has_term(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a term follows that the paper sets, not the law («предостережение о
    недопустимости нарушения со сроком исполнения до мая»)."""
    terms = (token for token in sentence.subtree(noun) if token.lemma == "срок")
    return any(mark.lemma == "с" for term in terms for mark in sentence.below(term, "case"))


def _closed(redraft: Redraft, noun: Token) -> bool:
    """Put a comma behind the clause if the sentence goes on; its end must be sure."""
    phrase, tokens = extent(redraft.sentence, noun), redraft.sentence.tokens
    following = tokens[phrase[-1].index + 1 :][:1] if phrase else ()
    if phrase is None or any(token.pos == "ADP" for token in following):
        return False
    for token in following:
        if token.pos != "PUNCT" or token.text in DASHES:
            redraft.insert(",", before=token.index)
    return True


def _is_told(sentence: Sentence, head: Token, mark: Token) -> bool:
    """Tell whether a verb of telling stands before, and tells nothing else."""
    verb = sentence.tokens[head.head]
    return verb.lemma in TELLING and verb.index < mark.index and _tells_only(sentence, verb, head)


def _tells_only(sentence: Sentence, verb: Token, head: Token) -> bool:
    """Tell whether nothing else is told further on («сообщаем о порядке оплаты следующее»)."""
    others = (c for c in sentence.below(verb, *OBJECTS) if c.index > head.index)
    return not any(others) and not any(t.lemma == "следующий" for t in sentence.tokens[-2:])


def _may_be_told(sentence: Sentence, head: Token, noun: Token) -> bool:
    """Tell whether what is possible is what someone may do; and no means follows, which may
    belong to the telling («сообщим о переносе по телефону»)."""
    nouns = tuple(row(sentence, noun))
    means = (token for token in sentence.subtree(noun) if token.lemma in MEANS)
    possible = head.lemma != "возможность" or all(each.lemma in READERS for each in nouns)
    return possible and not any(means)


def _preposition(sentence: Sentence, head: Token) -> Token | None:
    """Return the «о» of the noun, if it has that and stands right behind it."""
    mark = next(sentence.below(head, "case"), None)
    fits = mark is not None and mark.lemma in {"о", "об"} and mark.index == head.index - 1
    return mark if fits and head.head >= 0 else None


def _how(redraft: Redraft, head: Token, noun: Token) -> bool:
    """«разъяснили порядок получения» -> «разъяснили, как получить» of what the reader does."""
    sentence = redraft.sentence
    if head.head < 0 or head.text[:1].isupper():
        return False
    told, mark = sentence.tokens[head.head], next(sentence.below(head, "case"), None)
    nouns = tuple(row(sentence, noun))
    if told.lemma not in EXPLAINING or told.index > head.index:
        return False
    if not _tells_only(sentence, told, head) or any(_has_circumstance(sentence, n) for n in nouns):
        return False
    if not all(each.lemma in READERS for each in nouns) or not tell(redraft, noun, "pf"):
        return False
    if mark is None and head.rel != "obj":
        return False
    if mark is not None:
        if mark.lemma not in {"о", "об"}:
            return False
        redraft.drop(mark.index)
    redraft.replace({head.index: "как"})
    return set_off(redraft, head, noun)


def _has_circumstance(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a place or time follows that the verb does not govern: it may go with the
    telling («узнать порядок оплаты сбора в отделе»)."""
    family = families().get(noun.lemma)
    governed = family.government if family is not None else {}
    return any(
        token.rel == "case"
        and token.index > noun.index
        and complement_key(sentence, sentence.tokens[token.head]) not in governed
        for token in sentence.subtree(noun)
    )
