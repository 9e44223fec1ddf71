"""Order of words in a rewritten clause: actor, verb, theme; what may change its place.

The actor goes first, but stays last where a rule names it as its news; in a relative clause it
goes between pronoun and verb when more follows.
"""

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import TIMES
from plainreply.grammar.clause import is_break, starts_clause
from plainreply.grammar.forms import case_of
from plainreply.grammar.phrase import Phrase, extent, is_dated, noun_words
from plainreply.grammar.predicate import Predicate
from plainreply.grammar.redraft import Redraft

LOOSE = frozenset({"до", "после", "в", "во", "на", "при", "через", "к"})
"""Prepositions of what goes with the verb rather than with the one who acts."""
CLAUSE_ENDS = frozenset({",", ".", ";", "!", "?"})


def is_movable(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether a phrase can change its place: no clause, no full stop, nothing that may
    belong to the verb instead (an adverb, a prepositional phrase at its end)."""
    inside = {token.index for token in phrase}
    adverb = any(t.pos == "ADV" or (t.rel == "case" and t.head in inside) for t in phrase)
    names = any(mark.rel == "case" and mark.lemma == "по" for mark in phrase)
    stopped = any(token.text in {",", ".", "«", '"'} or is_relative(token) for token in phrase)
    return not stopped and (not adverb or names)


def in_order(redraft: Redraft, predicate: Predicate, doers: Phrase, theme: Phrase) -> None:
    """Put actor, verb, theme in this order."""
    first = next(t.index for t in predicate.tokens if t is not predicate.auxiliary)
    last = predicate.verb.index
    if last < doers[0].index:
        front = theme[0].index if theme[-1].index < first else first
        redraft.move((t.index for t in doers), before=front)
    if theme[-1].index < first:
        redraft.move((t.index for t in theme), before=redraft.after(last))


def doers_of(sentence: Sentence, agent: Token) -> Phrase | None:
    """Return the phrase of the agent without what rather goes with the verb («кассиром в зале»)."""
    phrase = extent(sentence, agent)
    loose = phrase and any(t.lemma in LOOSE or is_dated(sentence, t) for t in phrase)
    whole = phrase and any(t.text in {",", "(", "«"} for t in phrase)
    return noun_words(sentence, agent) if loose and not whole else phrase


def goes_on(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether more of the clause follows the phrase."""
    after = sentence.tokens[phrase[-1].index + 1 :]
    opens = bool(after) and (after[0].text.isdigit() or after[0].lemma in TIMES)
    return opens or (bool(after) and after[0].pos in {"ADV", "ADP", "NUM"})


def joins_predicate(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether another predicate is joined right behind the phrase («и не подтвердился»)."""
    tokens, at = sentence.tokens, phrase[-1].index + 1
    joined = at + 1 < len(tokens) and tokens[at].pos == "CCONJ"
    verb = tokens[min(at + 2, len(tokens) - 1)] if joined and tokens[at + 1].lemma == "не" else None
    return joined and is_break(verb or tokens[at + 1])


def closes(sentence: Sentence, phrase: Phrase) -> bool:
    """Tell whether the phrase ends its clause."""
    after = sentence.tokens[phrase[-1].index + 1 :]
    return not after or after[0].text in CLAUSE_ENDS


def is_news(sentence: Sentence, predicate: Predicate, doers: Phrase, theme: Phrase) -> bool:
    """Tell whether a rule names last who does it («копия снимается мастером»)."""
    verb = predicate.verb
    rule = verb.feats.get("Tense") == "Pres" and predicate.tokens == (verb,)
    led = theme[-1].index < verb.index and starts_clause(sentence, theme[0])
    common = all(t.text.islower() for t in doers)
    follows = doers[0].index == verb.index + 1 and closes(sentence, doers)
    return rule and led and common and follows


def put_ahead(redraft: Redraft, predicate: Predicate, doers: Phrase, theme: Phrase) -> bool:
    """«Довод о том, что …, рассмотрен отделом» -> «отдел рассмотрел довод о том, что …»; return
    whether that was possible."""
    sentence, verb = redraft.sentence, [t for t in predicate.tokens if t is not predicate.auxiliary]
    inside = next((n for n, token in enumerate(theme) if token.text == ","), 0)
    plain = inside > 0 and not any(map(is_relative, theme[:inside]))
    follows = theme[-1].index < verb[0].index and doers[0].index == verb[-1].index + 1
    if not plain or not follows or not closes(sentence, doers):
        return False
    redraft.move((t.index for t in doers), before=theme[0].index)
    redraft.move((t.index for t in verb), before=theme[0].index)
    return True


def put_between(redraft: Redraft, predicate: Predicate, doers: Phrase, theme: Phrase) -> None:
    """«который проверяет мастер ежегодно» -> «который мастер проверяет ежегодно»."""
    first = predicate.first
    behind = any(map(is_relative, theme)) and doers[0].index > first.index
    if behind and goes_on(redraft.sentence, doers):
        redraft.move((t.index for t in doers), before=first.index)


def put_us_first(redraft: Redraft, predicate: Predicate, theme: Phrase) -> None:
    """«Ваше обращение рассмотрено» -> «Мы рассмотрели ваше обращение»."""
    verb = [t.index for t in predicate.tokens if t is not predicate.auxiliary]
    if theme[0].index < verb[0]:
        redraft.move(verb, before=theme[0].index)
    for child in redraft.sentence.below(predicate.verb, "iobj", "obl"):
        if child.pos == "PRON" and case_of(child) == "dat":
            redraft.move([child.index], before=redraft.after(verb[-1]))
    redraft.insert("мы", before=verb[0])


def put_verb_first(redraft: Redraft, predicate: Predicate, theme: Phrase) -> None:
    """«в мороз сроки могут изменить» -> «в мороз могут изменить сроки»."""
    verb = (t.index for t in predicate.tokens if t is not predicate.auxiliary)
    redraft.move(verb, before=theme[0].index)


def put_in_front(redraft: Redraft, predicate: Predicate, theme: Phrase) -> None:
    """Where the verb opens a clause that its theme closes, put the theme first."""
    verb = [t.index for t in predicate.tokens if t is not predicate.auxiliary]
    tokens, after = redraft.sentence.tokens, theme[-1].index + 1
    closes = after == len(tokens) or tokens[after].text in CLAUSE_ENDS
    if theme[0].index > verb[-1] and closes and not any(map(is_relative, theme)):
        redraft.move((t.index for t in theme), before=verb[0])


def is_relative(token: Token) -> bool:
    """Tell whether the word opens a relative clause and so must stay in front of it."""
    return token.lemma in {"который", "чей", "что", "кто"}
