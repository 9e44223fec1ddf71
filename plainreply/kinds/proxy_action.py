"""Promises of a clerk to act for the client: «заполню заявление за вас», «оформим всё вместо вас».

A verb in the first person, or one that tells the clerk what to do, with «за вас», «вместо
клиента» near by; option ``spared`` are the verbs that only tell of a feeling.
"""

from collections.abc import Iterator, Sequence

from plainreply.document import Analysis, Need, Token
from plainreply.facts.sayings import sayings
from plainreply.facts.script import Voice
from plainreply.grammar.lookup import plain_lemma
from plainreply.rule import Finder, Finding, Rule
from plainreply.spans import Span

NEEDS = Need.MORPHOLOGY
REACH = 6
"""How many tokens the verb may stand from «за вас»."""
FOR = frozenset({"за", "вместо"})
WHOM = frozenset({"вы", "клиент", "заявитель", "он", "она"})
ASIDE = frozenset({"не", "нельзя"})


def build(rule: Rule) -> Finder:
    """Return a finder of verbs with which a clerk takes the client's place."""
    spared = frozenset(str(rule.options["spared"]).split())

    def find(analysis: Analysis) -> Iterator[Finding]:
        for saying in sayings(analysis, Voice.CLERK, Voice.NOTE):
            ordered = saying.line.voice is Voice.NOTE
            for sentence in saying.sentences:
                yield from _promises(sentence.tokens, spared, ordered)

    return find


def _promises(tokens: Sequence[Token], spared: frozenset[str], ordered: bool) -> Iterator[Finding]:
    for at, token in enumerate(tokens[:-1]):
        if token.lower in FOR and plain_lemma(tokens[at + 1]) in WHOM:
            verb = _verb(tokens, at, spared, ordered)
            if verb is not None:
                first, last = sorted((verb, tokens[at + 1]), key=lambda t: t.index)
                first = min(first, token, key=lambda t: t.index)
                last = max(last, tokens[at + 1], key=lambda t: t.index)
                yield Finding(Span(first.span.start, last.span.stop))
                return


def _verb(tokens: Sequence[Token], at: int, spared: frozenset[str], ordered: bool) -> Token | None:
    """Return the verb in reach with which the clerk acts, none where it is denied."""
    near = range(max(at - REACH, 0), min(at + 2 + REACH, len(tokens)))
    for here in near:
        token = tokens[here]
        before = tokens[here - 1].lower if here else ""
        acts = token.feats.get("Person") == "1" or (ordered and token.feats.get("Mood") == "Imp")
        plain = token.pos == "VERB" and plain_lemma(token) not in spared
        if plain and acts and before not in ASIDE:
            return token
    return None
