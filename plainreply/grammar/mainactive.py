"""The main clause of a circumstance made active, so that both clauses tell who acts in one way."""

from collections.abc import Iterator
from dataclasses import replace

from plainreply.document import Sentence
from plainreply.grammar.activate import activate
from plainreply.grammar.bounds import stretch
from plainreply.grammar.circumstance import Circumstance
from plainreply.grammar.impersonal import personal
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.voice import passives
from plainreply.grammar.whoacts import Who, habit_of, habit_of_verb, who_does


def in_the_active(
    sentence: Sentence, text: str, found: Circumstance
) -> Iterator[tuple[Redraft, Circumstance]]:
    """Yield a redraft with the main clause active, and the circumstance as it then is.

    «При рассмотрении жалобы установлено, что…»: «когда рассматривали жалобу, установили, что…».
    None is yielded when the main clause is active already, names who acts, or would bring words
    to or from where the circumstance stands.
    """
    if not found.main.passive or found.main.agent is not None:
        return
    for passive in passives(sentence):
        if passive.verb not in found.main.chain:
            continue
        ways = (activate, personal)
        rewrite = next(filter(None, (way(sentence, text, passive) for way in ways)), None)
        if rewrite is None or not _keeps_place(rewrite.redraft, found):
            return
        modal = any(token.lemma == "мочь" for token in found.main.chain)
        main = replace(found.main, passive=False, impersonal=modal, indefinite=not modal)
        who = who_does(found.activities[0].noun, main)
        habits = habit_of(found.activities[0].noun), habit_of_verb(passive.verb)
        if modal and habits[0] == "reader" != habits[1]:
            who = Who.THEY
        yield rewrite.redraft, replace(found, main=main, who=who)


def _keeps_place(redraft: Redraft, found: Circumstance) -> bool:
    """Tell whether the words around the circumstance are still the same."""
    phrase = stretch(redraft.sentence, found.noun) or (found.noun,)
    first, last = found.words[0].index, phrase[-1].index
    inside = list(range(first, last + 1))
    size = len(redraft.sentence.tokens)
    after = last + 1 if last + 1 < size else None
    order = [first]
    while order[-1] != last and (following := redraft.after(order[-1])) is not None:
        order.append(following)
    return order == inside and redraft.after(last) == after
