"""The one who acts in the nominative, with the name that stands in apposition: «начальником отдела
Ивановым» -> «начальник отдела Иванов»."""

from plainreply.analysis.dictionary import readings
from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of
from plainreply.grammar.phrase import Forms, recase

PERSONAL_NAMES = frozenset({"Surn", "Name", "Patr"})


def named(sentence: Sentence, agent: Token) -> Forms | None:
    """Return the agent in the nominative with a name that the parser hangs on a word of its phrase
    («начальником отдела Ивановым»); None when a name may or may not be his, or is a woman's whom
    a masculine title names."""
    forms = recase(sentence, agent, "nom")
    for word in sentence.subtree(agent):
        if forms is None or word.pos != "PROPN" or any(sentence.below(word, "case")):
            continue
        if case_of(word) == "ins" and word.index not in forms:
            more = recase(sentence, word, "nom")
            forms = None if more is None else {**more, **forms}
    return None if forms is None or _leaves_name(sentence, agent, forms) else forms


def _leaves_name(sentence: Sentence, agent: Token, forms: Forms) -> bool:
    """Tell whether a person's name in or right behind the phrase of a person would stay in the
    oblique case («начальником управления Кузнецовой»), or would not agree with the verb."""
    if agent.feats.get("Animacy") != "Anim" or agent.pos != "NOUN":
        return False
    last = sentence.subtree(agent)[-1].index + 1
    words = (*sentence.subtree(agent), *sentence.tokens[last : last + 1])
    sole = agent.feats.get("Number") == "Sing"
    return any(
        (sole and agent.feats.get("Gender") == "Masc" and _may_be_name(word, "femn"))
        or (word.index not in forms and _may_be_name(word, ""))
        for word in words
        if word is not agent and word.index > agent.index and word.text[:1].isupper()
    )


def _may_be_name(word: Token, gender: str) -> bool:
    """Tell whether a word may be a person's name in the instrumental, of a ``gender`` if given."""
    tags = (p.tag for p in readings(word.text) if p.is_known or word.pos == "PROPN")
    return word.pos in {"NOUN", "PROPN"} and any(
        tag.case == "ablt" and PERSONAL_NAMES & tag.grammemes and gender in (tag.gender or "")
        for tag in tags
    )
