"""Passive verb forms: short participles and -ся verbs."""

from plainreply.bysentence import by_sentence
from plainreply.document import Need, Sentence
from plainreply.grammar.activate import activate
from plainreply.grammar.activate_row import activate_row
from plainreply.grammar.impersonal import personal
from plainreply.grammar.modal import modal
from plainreply.grammar.phrase import noun_words, recase
from plainreply.grammar.states import state
from plainreply.grammar.unsplit_row import unsplit_beside
from plainreply.grammar.voice import Passive, passives
from plainreply.rule import Finder, Finding, Rule, offer

NEEDS = Need.SYNTAX


def build(rule: Rule) -> Finder:
    """Return a finder of passives; ``actor`` tells the message whether the agent is named."""

    return by_sentence(
        lambda text, sentence: (_finding(text, sentence, passive) for passive in passives(sentence))
    )


def _finding(text: str, sentence: Sentence, passive: Passive) -> Finding:
    ways = (state, activate, unsplit_beside, activate_row, modal, personal)
    rewrite = next(filter(None, (way(sentence, text, passive) for way in ways)), None)
    fixes = () if rewrite is None else offer(rewrite.redraft.edits(), safe=rewrite.safe)
    return Finding(passive.verb.span, fixes, fields={"actor": _actor(sentence, passive)})


def _actor(sentence: Sentence, passive: Passive) -> str:
    """Say who acts, by name if the agent stands in the sentence."""
    if passive.agent is None:
        return "не сказано, кто действует: скажите прямо, кто что делает"
    forms = recase(sentence, passive.agent, "nom") or {}
    words = noun_words(sentence, passive.agent)
    named = " ".join(forms.get(token.index, token.text) for token in words)
    return f"действует «{named}»: начните с того, кто действует"
