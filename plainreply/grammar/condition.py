"""Clauses of condition: «в случае отмены рейса» -> «если рейс отменят», set off by commas."""

from plainreply.document import Sentence, Token
from plainreply.grammar.circumstance import Circumstance
from plainreply.grammar.govern import COMPLEMENTS, complement_key
from plainreply.grammar.mainclause import is_imperative
from plainreply.grammar.predicate import PERSONS, THEY
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.setoff import put_word, set_off
from plainreply.grammar.tell import as_finites, as_infinitives, names_doer
from plainreply.grammar.whoacts import Who, habit_of

LOSSES = frozenset("утрата потеря порча".split())
MAKING = frozenset(
    "организация создание образование строительство открытие введение внедрение проведение "
    "предоставление выделение заключение составление издание приобретение размещение".split()
)
"""Deeds whose object comes with them: it is news and goes behind the verb."""
NEED, DISSENT = "необходимость", "несогласие"


def need(redraft: Redraft, words: tuple[Token, ...], noun: Token) -> bool:
    """«в случае необходимости» -> «если нужно»."""
    if noun.lemma != NEED or not _stands_alone(redraft.sentence, noun):
        return False
    put_word(redraft, words, "если")
    redraft.replace({noun.index: "нужно"})
    return set_off(redraft, words[0], noun)


def dissent(redraft: Redraft, words: tuple[Token, ...], noun: Token) -> bool:
    """«в случае несогласия с решением Вы…» -> «если Вы не согласны с решением, Вы…»."""
    sentence = redraft.sentence
    addressed = (t for t in sentence.tokens if t.lemma == "вы" and t.feats.get("Case") == "Nom")
    reader = next(addressed, None)
    complements = (c for c in sentence.below(noun, *COMPLEMENTS) if c.pos != "PUNCT")
    keys = {complement_key(sentence, child) for child in complements}
    if noun.lemma != DISSENT or reader is None or keys != {"с+ins"}:
        return False
    put_word(redraft, words, "если")
    redraft.replace({noun.index: f"{reader.text} не согласны"})
    return set_off(redraft, words[0], noun)


def if_it_happens(redraft: Redraft, found: Circumstance) -> bool:
    """«если рейс отменят»: a thing is told to be acted on by no one in particular, unless the
    reader is the one who acts («если потеряете карту»); what the reader may do where he is not
    addressed is told of anyone («если не представить документы»); what happens by itself is told
    so («если поступит жалоба»)."""
    sentence, activities, who = redraft.sentence, found.activities, found.who
    if found.main.tense == "Past" or found.noun.lemma == DISSENT:
        return False
    put_word(redraft, found.words, "если")
    own = names_doer(sentence, activities)
    if not own and who is Who.READER:
        return as_finites(redraft, activities, "Fut", perfective=True, actor=PERSONS["вы"])
    habit = habit_of(activities[0].noun)
    by_will = activities[0].noun.lemma not in LOSSES
    if not own and who is Who.ANYONE and not by_will:
        return False
    if not own and (who is Who.ANYONE or (who is Who.THEY and habit == "reader" and by_will)):
        if found.main.chain == found.words[:1]:
            return False
        return as_infinitives(redraft, activities)
    strange = habit != "office" and addresses_reader(sentence)
    if not own and (strange or (who is Who.SUBJECT and habit == "reader")):
        return False
    known = activities[0].noun.lemma not in MAKING
    return as_finites(redraft, activities, "Fut", perfective=True, actor=THEY, thing_first=known)


def _stands_alone(sentence: Sentence, noun: Token) -> bool:
    """Tell whether nothing goes with the noun, by the tree and by what stands behind it."""
    behind = sentence.tokens[noun.index + 1 : noun.index + 2]
    oblique = any(t.feats.get("Case") not in {None, "Nom"} and t.pos != "PRON" for t in behind)
    complements = [c for c in sentence.below(noun, *COMPLEMENTS) if c.pos != "PUNCT"]
    return not oblique and not complements


def addresses_reader(sentence: Sentence) -> bool:
    """Tell whether the sentence asks the reader to do something or says what he may do."""
    return any(token.lemma in {"вы", "ваш"} or is_imperative(token) for token in sentence.tokens)
