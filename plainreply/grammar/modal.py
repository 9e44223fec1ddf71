"""Modal words with an infinitive in place of a verbal noun: «размещение запрещается» -> «размещать
нельзя», «имеется возможность получения» -> «можно получить»."""

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of, in_capitals_of
from plainreply.grammar.infinitive import tell
from plainreply.grammar.redraft import Redraft
from plainreply.grammar.rewrite import Rewrite
from plainreply.grammar.subjects import SUBJECTS
from plainreply.grammar.voice import Passive, modal_words

ADVISED = frozenset({"рекомендоваться", "предлагаться"})
OFFERED = "предлагаться"


def modal(sentence: Sentence, text: str, passive: Passive) -> Rewrite | None:
    """Return the sentence with «можно», «нельзя» or «советуем» for an impersonal -ся verb, None
    when the verb is no such word or the sentence is not plain enough."""
    plain = _plain(sentence, passive.verb)
    if plain is None or passive.agent is not None:
        return None
    if passive.verb.lemma == OFFERED and not _is_told_you(sentence, passive.verb):
        return None
    redraft = Redraft(sentence, text)
    if not _opens_list(sentence, passive) and not _told_by_verb(redraft, passive):
        return None
    redraft.replace({passive.verb.index: in_capitals_of(passive.verb.text, plain)})
    if passive.verb.lemma in ADVISED:
        _put_you_behind(redraft, passive.verb)
    redraft.drop(*(t.index for t in sentence.below(passive.verb) if t.lemma == "не"))
    return Rewrite(redraft, safe=False)


def _plain(sentence: Sentence, verb: Token) -> str | None:
    """Return the modal word for the verb, negated or not, if it is one in the present."""
    words = modal_words().get(verb.lemma)
    present = verb.feats.get("VerbForm") == "Fin" and verb.feats.get("Tense") == "Pres"
    if words is None or not present:
        return None
    negated = any(child.lemma == "не" for child in sentence.below(verb))
    return (words.negated if negated else words.plain) or None


def _is_told_you(sentence: Sentence, verb: Token) -> bool:
    """Tell whether the reader is the one who is told: then the writer tells it."""
    return any(t.lemma == "вы" and case_of(t) == "dat" for t in sentence.below(verb))


def _put_you_behind(redraft: Redraft, verb: Token) -> None:
    """«Вам предлагаем» -> «предлагаем вам»."""
    before = redraft.sentence.tokens[verb.index - 1] if verb.index else verb
    if before.pos == "PRON" and case_of(before) == "dat":
        redraft.move([before.index], before=redraft.after(verb.index))


def _opens_list(sentence: Sentence, passive: Passive) -> bool:
    """Tell whether what is advised stands in a list («вам предлагается:»)."""
    last = sentence.tokens[-1]
    after = sentence.tokens[passive.verb.index + 1 :]
    return passive.verb.lemma in ADVISED and after == (last,) and last.text == ":"


def _told_by_verb(redraft: Redraft, passive: Passive) -> bool:
    """Make the subject an infinitive, unless the verb has one already."""
    sentence, subject = redraft.sentence, passive.subject
    below = list(sentence.below(passive.verb))
    if any(child.feats.get("VerbForm") == "Inf" for child in below):
        return subject is None or subject.feats.get("VerbForm") == "Inf"
    if subject is None or subject.rel not in SUBJECTS or case_of(subject) not in {"nom", "gen"}:
        return False
    if any(sentence.below(subject, "conj")) or any(c.rel == "conj" for c in below):
        return False
    return infinitive_of(redraft, subject, perfective=passive.verb.lemma in ADVISED)


def infinitive_of(redraft: Redraft, noun: Token, *, perfective: bool) -> bool:
    """Make an action noun an infinitive of the aspect asked for, or of the one there is."""
    return tell(redraft, noun, "pf" if perfective else "ipf")
