"""Names of acts without quotation marks: «Порядок организации отдыха детей, утверждённый
приказом», «Правила приёма в школу». The tree is often wrong there, so the words tell."""

from collections.abc import Mapping
from functools import cache
from itertools import takewhile

from plainreply.document import Sentence, Token
from plainreply.resources import lexicon
from plainreply.spans import Span, hull

APPROVED = frozenset("утвердить утверждённый утвержденный одобрить".split())
PAPERS = frozenset("постановление приказ распоряжение решение указ закон протокол".split())
"""By these an act is approved: «утверждённый приказом»."""
PARTS = frozenset("пункт подпункт статья часть раздел подраздел глава абзац п пп ст".split())
JOINERS = frozenset({"и", "или", "(", ")"})
FAR, NEAR = 60, 16
"""The most words between an act and «утверждённый», and from there to the number."""


def act_name(sentence: Sentence, noun: Token, *, proper: bool) -> Span | None:
    """Return what an act is called after, None for a noun that begins no name.

    Any act is called after all that stands before «, утверждённый приказом № 5»; an act with
    a capital, which is ``proper``, after the nouns that follow. «Порядок» and «перечень» mean
    other things as well: a capital does not make them acts, only a number does, that of the
    paper or of a part («пункт 5 Порядка ведения реестра»).
    """
    known = acts().get(noun.lemma)
    if known is None:
        return None
    sure = known == "yes" or _is_in_part(sentence, noun)
    run = _last(sentence, noun) if proper and sure else None
    last = _approved(sentence, noun) or run
    if last is None or last.index == noun.index:
        return None
    return hull(token.span for token in sentence.tokens[noun.index + 1 : last.index + 1])


@cache
def acts() -> Mapping[str, str]:
    """Return the acts whose name goes on after the noun: ``yes`` or only where ``cited``."""
    return {row["noun"]: row["named"] for row in lexicon("acts") if row["named"] != "no"}


def _is_in_part(sentence: Sentence, noun: Token) -> bool:
    """Tell whether a numbered part stands before an act: «пункта 5.13 Порядка»."""
    before = sentence.tokens[max(noun.index - 2, 0) : noun.index]
    return len(before) == 2 and before[0].lemma in PARTS and before[1].text[:1].isdigit()


def _approved(sentence: Sentence, noun: Token) -> Token | None:
    """Return the last word of a name that «, утверждённый приказом № 5» follows."""
    after = sentence.tokens[noun.index + 1 : noun.index + FAR]
    inside = list(takewhile(lambda token: not _breaks(token) and not _approves(noun, token), after))
    at = noun.index + 1 + len(inside)
    if at >= len(sentence.tokens) or not _approves(noun, sentence.tokens[at]):
        return None
    told = sentence.tokens[at + 1 : at + NEAR]
    if not any(token.lemma in PAPERS for token in told[:3]) or all(t.text != "№" for t in told):
        return None
    words = [token for token in inside if token.is_word]
    return words[-1] if words and words[0] is after[0] else None


def _breaks(token: Token) -> bool:
    """Tell whether no name of an act goes on over a word: a verb, another act, a stop."""
    if token.pos in {"VERB", "AUX"}:
        return token.feats.get("VerbForm") != "Part" or token.feats.get("Variant") == "Short"
    return token.pos == "SCONJ" or token.lemma in {"который", "."} or token.text in {";", ":"}


def _approves(noun: Token, token: Token) -> bool:
    """Tell whether a participle says that the act was approved."""
    if token.lemma not in APPROVED or "Case" not in token.feats:
        return False
    cases = (noun.feats.get("Case"), token.feats["Case"])
    same = cases[0] == cases[1] or set(cases) <= {"Nom", "Acc"}  # these two are often mistaken
    return same and noun.feats.get("Number") == token.feats.get("Number")


def _last(sentence: Sentence, noun: Token) -> Token | None:
    """Return the last word of the run of genitives, and of what depends on them, behind an act."""
    run = [noun]
    for token in sentence.tokens[noun.index + 1 :]:
        if not _goes_on(sentence, noun, token):
            break
        run.append(token)
    while run[-1].pos not in {"NOUN", "PROPN"}:
        run.pop()
    return run[-1]


def _goes_on(sentence: Sentence, noun: Token, token: Token) -> bool:
    """Tell whether a word goes on with the name: a genitive, or a preposition and its noun that
    the tree hangs on the name."""
    if token.pos == "ADP":
        return token.index == noun.index + 1 or _is_inside(sentence, noun, token)
    if token.pos in {"NOUN", "PROPN"}:
        led = any(sentence.below(token, "case"))
        return token.feats.get("Case") in {"Gen", "Dat", None} or led
    participle = token.feats.get("VerbForm") == "Part" and token.feats.get("Variant") != "Short"
    return token.pos in {"ADJ", "DET"} or participle or token.lower in JOINERS


def _is_inside(sentence: Sentence, noun: Token, mark: Token) -> bool:
    """Tell whether what a preposition leads belongs to a noun of the name."""
    led = sentence.tokens[mark.head] if mark.head >= 0 else mark
    plain = not any(sentence.below(mark, "fixed"))
    return plain and led.rel == "nmod" and noun.index < led.head < mark.index
