"""Participles of light verbs that add nothing to their noun: «проведённая проверка»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.actors import is_actor
from plainreply.grammar.forms import case_of
from plainreply.grammar.pairs import BROAD
from plainreply.grammar.phrase import extent
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.rewrite import Rewrite
from plainreply.grammar.split import Split


def without_participle(sentence: Sentence, text: str, split: Split) -> Rewrite | None:
    """«по результатам проведённой проверки» -> «по результатам проверки».

    The agent goes behind the object («проверки расчётов комиссией»); with anything else below
    it the participle stays («вред, причинённый лесам»).
    """
    participle, noun = split.light, split.noun
    if participle.lemma not in BROAD or any(sentence.below(noun, "conj")):
        return None
    if any(sentence.below(participle, "conj", "advmod", "aux")) or participle.rel == "conj":
        return None
    redraft = Redraft(sentence, text)
    children = [c for c in sentence.below(participle) if c.rel != "punct"]
    kept = not children or _agent_follows(redraft, split, children)
    if not kept or not _drop(redraft, participle, noun):
        return None
    return Rewrite(redraft, safe=False)


def _drop(redraft: Redraft, participle: Token, noun: Token) -> bool:
    """Take the participle out with the commas around its phrase."""
    sentence = redraft.sentence
    redraft.drop(participle.index)
    if participle.index < noun.index:
        return True
    phrase = extent(sentence, participle)
    if phrase is None or sentence.tokens[participle.index - 1].text != ",":
        return False
    inside = [t.index for t in phrase if t.text == ","]
    last = phrase[-1].index + (0 if phrase[-1].text == "," else 1)
    closing = [last] if last < len(sentence.tokens) and sentence.tokens[last].text == "," else []
    redraft.drop(participle.index - 1, *inside, *closing)
    return True


def _agent_follows(redraft: Redraft, split: Split, children: list[Token]) -> bool:
    """«проведённой комиссией проверки расчётов» -> «проверки расчётов комиссией»."""
    sentence = redraft.sentence
    objects = [c for c in sentence.below(split.noun, "nmod") if case_of(c) == "gen"]
    agent, rest = children[0], children[1:]
    doers, theme = extent(sentence, agent), extent(sentence, objects[0]) if objects else None
    if rest or case_of(agent) != "ins" or not is_actor(agent) or not doers or not theme:
        return False
    if theme[0].index != split.noun.index + 1 or any(t.text == "," for t in (*doers, *theme)):
        return False
    following = redraft.after(theme[-1].index)
    if following is None or sentence.tokens[following].text not in {".", ";"}:
        return False
    redraft.move((t.index for t in doers), before=following)
    return True
