"""Action nouns that a modal word says something of: «подача жалобы возможна» -> «подать жалобу
можно», «необходима замена труб» -> «нужно заменить трубы»."""

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of, finite, in_capitals_of, inflect
from plainreply.grammar.governed import tops
from plainreply.grammar.infinitive import Aspect, deed_of, row, tell
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.subjects import SUBJECTS
from plainreply.resources import lexicon

POSSIBLE = "возможный"
THEY_SAY = "они "
HAPPENING = frozenset(
    "отключение прекращение приостановление ограничение закрытие повышение увеличение снижение "
    "уменьшение сокращение ухудшение повреждение потеря утрата разрушение нарушение причинение "
    "задержка отмена изменение перенос рост образование блокировка удаление взыскание увольнение "
    "отчисление перевод отклонение введение обрушение".split()
)
"""What is possible because it may happen: «возможно отключение воды»."""
READERS = frozenset(
    "подача получение оплата оформление представление направление приобретение обжалование "
    "ознакомление замена восстановление подключение заключение внесение использование посещение "
    "уточнение размещение обращение участие".split()
)
"""What is possible because the reader may do it: «возможна подача жалобы»."""
AGAIN = frozenset(
    "ежемесячно ежегодно ежедневно еженедельно ежеквартально регулярно постоянно всегда "
    "периодически".split()
)
GROUNDS = frozenset(
    "основание заявление согласие решение соглашение запрос просьба желание кабинет портал сайт "
    "приложение отделение офис мфц телефон".split()
)
"""On or by what the reader has it done."""


class Modal(NamedTuple):
    """A modal word and the infinitive beside it, plain and negated; an empty ``plain`` keeps the
    word, an empty ``denied`` refuses."""

    plain: str
    aspect: Aspect
    denied: str
    denied_aspect: Aspect


@cache
def modals() -> Mapping[str, Modal]:
    """Return the modal words by lemma."""
    return {
        row["word"]: Modal(
            row["plain"],
            cast(Aspect, row["aspect"]),
            row["denied"],
            cast(Aspect, row["denied_aspect"]),
        )
        for row in lexicon("modal-predicates")
    }


def of_modal(sentence: Sentence, text: str, noun: Token) -> Redraft | None:
    """Return the sentence with the subject ``noun`` told by an infinitive, None if unsure."""
    for top in tops(sentence, noun):
        if top.rel not in SUBJECTS or top.head < 0:
            continue
        word = sentence.tokens[top.head]
        modal = modals().get(word.lemma)
        if modal is None or not _is_predicate(sentence, word):
            return None
        redraft = Redraft(sentence, text)
        told = _told(redraft, top, word, modal)
        return redraft if told and redraft.changes(noun) else None
    return None


def _is_predicate(sentence: Sentence, word: Token) -> bool:
    """Tell whether the word stands alone as a short adjective or finite verb."""
    finite = word.feats.get("VerbForm") == "Fin" or word.feats.get("Variant") == "Short"
    others = (child for child in sentence.below(word, "conj") if child.pos in {"VERB", "ADJ"})
    return finite and all(any(sentence.below(other, *SUBJECTS)) for other in others)


def _told(redraft: Redraft, noun: Token, word: Token, modal: Modal) -> bool:
    sentence = redraft.sentence
    negation = next((c for c in sentence.below(word) if c.lemma == "не"), None)
    if negation is not None and not (modal.denied and negation.index == word.index - 1):
        return False
    if case_of(noun) != "nom" and (negation is None or case_of(noun) != "gen"):
        return False
    alone = not any(sentence.below(noun, "conj")) and noun.feats.get("Number") == "Sing"
    if alone and word.feats.get("Number") == "Plur":
        return False
    if word.lemma == POSSIBLE and not _may_be_done(sentence, noun, word):
        return False
    aspect = modal.aspect if negation is None else modal.denied_aspect
    if aspect == "pf" and any(c.lemma in AGAIN for c in sentence.below(word, "advmod", "obl")):
        aspect = "ipf"
    if not tell(redraft, noun, aspect) or not _say(redraft, word, modal, negation):
        return False
    return not modal.plain.startswith(THEY_SAY) or _put_behind(redraft, noun, word)


def _put_behind(redraft: Redraft, noun: Token, word: Token) -> bool:
    """Put the infinitive behind the verb: «заявления начнут принимать». A row of them stays
    before it only if the verb comes first."""
    sentence = redraft.sentence
    if word.index < noun.index:
        return True
    deed = deed_of(sentence, noun)
    if deed is None or any(sentence.below(noun, "conj")):
        return False
    redraft.replace({deed.noun.index: redraft.word(deed.noun.index).lower()})
    redraft.move([deed.noun.index], before=redraft.after(word.index))
    return True


def _may_be_done(sentence: Sentence, noun: Token, word: Token) -> bool:
    """Tell whether the deed is possible because someone may do it, not because it may happen."""
    nouns = [each.lemma for each in row(sentence, noun)]
    if word.index < noun.index:
        return all(lemma in READERS for lemma in nouns)
    if not any(lemma in HAPPENING for lemma in nouns):
        return True
    below = [c.lemma for child in sentence.below(word) for c in (child, *sentence.below(child))]
    return any(lemma in GROUNDS for lemma in below)


def _say(redraft: Redraft, word: Token, modal: Modal, negation: Token | None) -> bool:
    """Put the plain word in, with the auxiliary in the neuter behind it («можно будет»)."""
    sentence = redraft.sentence
    plain = _plain(word, modal, negation)
    auxiliaries = [c for c in sentence.below(word) if c.lemma == "быть"]
    if plain is None or len(auxiliaries) > 1:
        return False
    if negation is not None:
        redraft.drop(negation.index)
    if not auxiliaries:
        first = negation or word
        redraft.replace({word.index: in_capitals_of(first.text, plain)})
        return True
    auxiliary = auxiliaries[0]
    neuter = (_neuter(auxiliary) or "").lower()
    if not neuter or abs(auxiliary.index - word.index) != 1 or negation is not None:
        return False
    first, second = sorted((auxiliary, word), key=lambda token: token.index)
    says = (plain, neuter) if modal.plain or first is word else (neuter, plain)
    redraft.replace({first.index: in_capitals_of(first.text, says[0]), second.index: says[1]})
    return True


def _plain(word: Token, modal: Modal, negation: Token | None) -> str | None:
    """Return the word to say; a verb in the past or future keeps its own, and «они начать» gives
    the verb to no one in particular («начнут»)."""
    if modal.plain.startswith(THEY_SAY):
        *before, verb = modal.plain.removeprefix(THEY_SAY).split()
        form = finite(verb, word.feats.get("Tense", ""))
        return None if form is None else " ".join((*before, form))
    if negation is not None:
        return modal.denied if word.feats.get("Tense") in {None, "Pres"} else None
    if modal.plain and word.feats.get("Tense") in {None, "Pres"}:
        return modal.plain
    form = _neuter(word)
    return None if form is None else form.lower()


def _neuter(word: Token) -> str | None:
    """Return the form that goes with an infinitive: neuter, or third person singular."""
    if word.feats.get("Tense") == "Past" or word.feats.get("VerbForm") != "Fin":
        return inflect(word, "sing", "neut")
    return inflect(word, "sing", "3per")
