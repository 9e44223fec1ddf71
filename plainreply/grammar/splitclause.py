"""Why the clause of a split predicate must be left as it is: each test is a way to go wrong."""

from collections.abc import Collection
from itertools import pairwise

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.actors import MEANS, TIMES, is_actor
from plainreply.grammar.antecedent import is_doubtful, is_which
from plainreply.grammar.bodyname import may_act_by_name
from plainreply.grammar.clause import same_clause
from plainreply.grammar.coordination import has_subject, is_predicate
from plainreply.grammar.decided import decides_openly, decides_possible, decides_twice, loses_topic
from plainreply.grammar.doer import follows_preposition
from plainreply.grammar.forms import case_of
from plainreply.grammar.obstacles import helps_someone, is_denied, is_nominative
from plainreply.grammar.phrase import is_fixed
from plainreply.grammar.predicate import predicate_of
from plainreply.grammar.refer import RESUMING
from plainreply.grammar.rivals import has_another_agent
from plainreply.grammar.row import row_of
from plainreply.grammar.split import Split, is_negated
from plainreply.grammar.stock import lemmas
from plainreply.grammar.subjects import subject_of
from plainreply.grammar.whoacts import habit_of

WAYS = MEANS | frozenset("путь помощь сила средство".split())
COURSES = frozenset("ход итог результат процесс рамка".split())
DENIALS = frozenset({"ли", "никакой", "ни", "никто", "ничто"})
MARKS = frozenset({"(", ")"})
OWN_PLACES = frozenset({"кабинет", "подсистема", "портал", "приложение"})
"""Where the reader acts for himself."""


def is_hindered(
    sentence: Sentence, split: Split, agent: Token | None, *, in_row: bool = False
) -> bool:
    """Tell whether the clause around the two words must be left as it is; ``in_row``: the other
    passives of its row change with it."""
    if split.passive and not in_row and len(row_of(sentence, split.light)) > 1:
        return True
    if follows_row(sentence, split.noun) or decides_openly(sentence, split):
        return True
    if any(is_which(c) and is_doubtful(sentence, c) for c in sentence.below(split.noun)):
        return True
    if not split.passive:
        own = _is_done_by_others(sentence, split) or decides_possible(sentence, split)
        told = "subj" in split.pair.government or loses_topic(sentence, split)
        own = own or _has_two_doers(sentence, split)
        return own or told or is_resumed(sentence, split.noun)
    if decides_twice(sentence, split) or is_resumed(sentence, split.noun):
        return True
    decided = "inf" in split.pair.government.values()
    if decided and (split.noun.index < split.light.index or is_negated(sentence, split.light)):
        return True
    return _is_hindered_passive(sentence, split, agent)


def _is_hindered_passive(sentence: Sentence, split: Split, agent: Token | None) -> bool:
    predicate = predicate_of(sentence, split.light)
    if not DENIALS.isdisjoint(lemmas(sentence)):
        return True
    if not is_nominative(sentence, split.noun, predicate) or shares_noun(sentence, split):
        return True
    if agent is not None:
        return _has_torn_row(sentence, split) or has_another_agent(sentence, split.light, agent)
    if (
        _has_torn_row(sentence, split)
        or helps_someone(sentence, predicate)
        or is_denied(split.noun, predicate)
    ):
        return True
    if predicate.modal is None and _is_done_by_reader(sentence, split):
        return True
    inside = {t.index for t in sentence.subtree(split.noun) if t.index < split.light.index}
    return any(_may_act(sentence, split, t, inside) for t in sentence.tokens)


def _is_done_by_reader(sentence: Sentence, split: Split) -> bool:
    """Tell whether the reader does it himself, in his own account or on the portal."""
    places = {child.lemma for child in sentence.subtree(split.light) if child.rel == "obl"}
    return bool(places & OWN_PLACES) and habit_of(split.noun) != "office"


def follows_row(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a noun may be the last member of a row («запись и (или) вызов врача»)."""
    start = noun.index
    while start and sentence.tokens[start - 1].head == noun.index and _modifies(sentence, start):
        start -= 1
    before = start - 1
    while before > 0 and sentence.tokens[before].text in MARKS:
        before -= 1
    if before <= 0 or sentence.tokens[before].pos not in {"CCONJ", "PART"}:
        return False
    joins = sentence.tokens[before].pos == "CCONJ" or sentence.tokens[before].lemma == "также"
    previous = sentence.tokens[before - 1]
    return joins and previous.text != "," and previous.pos != "VERB"


def _modifies(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index - 1].rel in {"amod", "det", "advmod", "acl"}


def shares_noun(sentence: Sentence, split: Split) -> bool:
    """Tell whether another verb has the noun that would go for its subject, too."""
    verb, noun = split.light, split.noun
    if verb.rel == "conj" and not has_subject(sentence, verb):
        return True
    for other in sentence.tokens:
        if other.index == verb.index or not is_predicate(other) or has_subject(sentence, other):
            continue
        joined = other.rel == "conj" and other.head == verb.index
        short = other.feats.get("Variant") == "Short" and other.index > verb.index
        if (joined or short) and _may_agree(other, noun):
            return True
    return False


def _may_agree(verb: Token, noun: Token) -> bool:
    """Tell whether the form of a verb allows the noun for its subject."""
    if verb.feats.get("Person", "3") != "3":
        return False
    number, gender = verb.feats.get("Number"), verb.feats.get("Gender")
    if number != noun.feats.get("Number"):
        return False
    return number == "Plur" or gender in {None, noun.feats.get("Gender")}


def is_resumed(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a pronoun further on may stand for the noun that would go."""
    plural = noun.feats.get("Number") == "Plur"
    sort = "Plur" if plural else noun.feats.get("Gender", "Masc")
    later, pronouns = sentence.tokens[noun.index + 1 :], RESUMING[sort]
    courses = filter(is_which, later)
    resumed = any(t.lower in pronouns for t in later)
    return resumed or any(_tells_its_course(sentence, noun, t) for t in courses)


def _tells_its_course(sentence: Sentence, noun: Token, token: Token) -> bool:
    """Tell whether «в ходе которого» may mean the action that would have no noun any more."""
    if sentence.tokens[token.index - 1].lemma not in COURSES:
        return False
    genders = {token.feats.get("Gender"), noun.feats.get("Gender")}
    alike = token.feats.get("Number") == noun.feats.get("Number")
    return alike and (len(genders) == 1 or "Fem" not in genders)


def _may_act(sentence: Sentence, split: Split, token: Token, inside: Collection[int]) -> bool:
    """Tell whether someone may act whom :func:`doer` could not be sure of: a bare instrumental
    that is no means, «между», a name in letters before the verb."""
    if token.pos not in {"NOUN", "PROPN", "PRON", "X", "ADJ", "NUM"} or token is split.noun:
        return False
    if _is_actor_before(sentence, split, token) or token.lower in {"им", "ей"}:
        return True
    verb = split.light
    if may_act_by_name(sentence, token, verb):
        return True
    above = {verb.head} if verb.rel == "xcomp" else set()
    near = {verb.index, split.noun.index} | above
    if token.head not in near and abs(token.index - verb.index) > 2:
        return False
    if token.index in inside:
        return False
    head = sentence.tokens[token.head] if token.head >= 0 else token
    if token.rel in {"amod", "det", "nummod", "appos"} or _is_attribute(head, verb):
        return _stands_for_someone(sentence, token, verb)
    if not same_clause(sentence, token, verb):
        return False
    marks = {mark.lemma for mark in sentence.below(token, "case")} - {"как", "так"}
    if marks:
        return "между" in marks
    if case_of(token) == "ins":
        means = _is_means(sentence, split, token) or follows_preposition(sentence, token)
        return not means
    name = token.text[:1].isupper() and token.pos != "ADJ"
    before = token.index < verb.index and token.head != split.noun.index
    return name and is_fixed(token) and before


def _stands_for_someone(sentence: Sentence, word: Token, verb: Token) -> bool:
    """Tell whether an adjective right behind the verb may be one who acts («проводится дежурным»):
    no noun follows it."""
    following = sentence.tokens[min(word.index + 1, len(sentence.tokens) - 1)]
    bare = following.pos not in {"NOUN", "PROPN", "ADJ", "DET", "NUM"} and word.pos == "ADJ"
    instrumental = any(parse.tag.case == "ablt" for parse in readings(word.text))
    return bare and instrumental and word.index == verb.index + 1 and word.lemma != "один"


def _is_actor_before(sentence: Sentence, split: Split, token: Token) -> bool:
    """Tell whether a bare instrumental actor stands before the verb, whatever it hangs on."""
    acts = case_of(token) == "ins" and is_actor(token) and token.index < split.light.index
    head = sentence.tokens[token.head] if token.head >= 0 else token
    hers = head.pos == "VERB" and head.index not in {split.light.index, split.light.head}
    free = acts and not hers and not follows_preposition(sentence, token)
    return free and same_clause(sentence, token, split.light)


def _is_attribute(head: Token, verb: Token) -> bool:
    """Tell whether a word hangs on a participle of its own («предлагаемых отделом»)."""
    return head.index != verb.index and head.pos == "VERB" and head.rel in {"acl", "amod"}


def _is_means(sentence: Sentence, split: Split, token: Token) -> bool:
    """Tell whether an instrumental says when or with what («заказным письмом»)."""
    if token.lemma in TIMES | WAYS or "ins" in split.pair.government:
        governed = token.lemma in TIMES | WAYS or token.index < split.light.index
        return governed and not is_actor(token)
    chosen = token.lemma == "один"
    return chosen and any(t.lemma in WAYS for t in sentence.tokens[token.index :])


def _has_two_doers(sentence: Sentence, split: Split) -> bool:
    """Tell whether a second one acts beside the subject («мы провели проверку сотрудником»)."""
    governed = "ins" in split.pair.government
    return not governed and has_another_agent(sentence, split.light, split.light)


def _has_torn_row(sentence: Sentence, split: Split) -> bool:
    """Tell whether a row of genitives goes on behind the phrase of the noun, outside of it («по
    вопросам назначения и возврата выплаты осуществляется»)."""
    inside = {token.index for token in sentence.subtree(split.noun)}
    between = sentence.tokens[split.noun.index + 1 : split.light.index]
    return any(
        mark.pos == "CCONJ" and case_of(word) == "gen" and word.index not in inside
        for mark, word in pairwise(between)
    )


def _is_done_by_others(sentence: Sentence, split: Split) -> bool:
    """Tell whether «обеспечивает уборку» may mean that someone else does it: no actor is named."""
    subject = subject_of(sentence, split.light)
    ensured = split.light.lemma in {"обеспечивать", "обеспечить"}
    return ensured and subject is not None and not is_actor(subject)
