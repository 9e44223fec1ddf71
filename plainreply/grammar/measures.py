"""What measures are for: «меры по устранению течи» -> «меры, чтобы устранить течь»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.governed import tops
from plainreply.grammar.infinitive import tell
from plainreply.grammar.phrase import extent
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.setoff import DASHES
from plainreply.grammar.subjects import SUBJECTS

MEASURES = frozenset("мера мероприятие действие".split())
AIMED = "направить"


def as_measure(sentence: Sentence, text: str, noun: Token) -> Redraft | None:
    """Return the sentence with the aim of measures in a clause with «чтобы», None if unsure."""
    for top in tops(sentence, noun):
        mark = next(sentence.below(top, "case"), None)
        head = sentence.tokens[top.head] if top.head >= 0 else top
        if mark is None or top.rel == "conj" or not _ends(sentence, top):
            continue
        redraft = Redraft(sentence, text)
        told = _by_noun(redraft, head, mark, top) or _by_participle(redraft, head, mark, top)
        return redraft if told and redraft.changes(noun) else None
    return None


def _ends(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a mark or nothing follows the phrase: a clause inside would part subject and
    verb."""
    phrase = extent(sentence, noun)
    after = sentence.tokens[phrase[-1].index + 1 :] if phrase else sentence.tokens
    return not after or (after[0].pos == "PUNCT" and after[0].text not in DASHES)


def _are_taken(sentence: Sentence, measures: Token) -> bool:
    """Tell whether someone takes the measures, so that the clause says what he takes them for."""
    verb = sentence.tokens[measures.head] if measures.head >= 0 else measures
    return measures.rel in {"obj", *SUBJECTS} or verb.lemma == "принятие"


def _by_noun(redraft: Redraft, head: Token, mark: Token, noun: Token) -> bool:
    """«меры по устранению» -> «меры, чтобы устранить»."""
    sentence = redraft.sentence
    thing = sentence.tokens[mark.index - 1]
    near = thing.lemma == "мера" and head.index in {thing.index, thing.head}
    near = near and _are_taken(sentence, thing)
    if not near or mark.lemma not in {"по", "к"} or not tell(redraft, noun, "pf"):
        return False
    following = redraft.after(thing.index)
    if following is None:
        return False
    redraft.insert(",", before=redraft.insert("чтобы", before=following))
    return True


def _by_participle(redraft: Redraft, head: Token, mark: Token, noun: Token) -> bool:
    """«меры, направленные на устранение» -> «меры, чтобы устранить»."""
    sentence = redraft.sentence
    above = sentence.tokens[head.head] if head.head >= 0 else head
    aimed = head.lemma == AIMED and head.rel.startswith("acl") and above.lemma in MEASURES
    aimed = aimed and _are_taken(sentence, above)
    behind_comma = head.index and sentence.tokens[head.index - 1].text == ","
    alone = [child for child in sentence.below(head) if child.text != ","]
    if not aimed or not behind_comma or alone != [noun] or mark.lemma != "на":
        return False
    redraft.replace({head.index: "чтобы"})
    return tell(redraft, noun, "pf")
