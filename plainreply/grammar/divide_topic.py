"""What a letter is about, told in a sentence of its own: «Ваше обращение по вопросу ремонта
дороги» -> «Ваше обращение. Оно касается ремонта дороги»."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainreply.document import Sentence, Token
from plainreply.grammar.cut import Cut, cut_before
from plainreply.grammar.forms import case_of
from plainreply.grammar.whole import is_balanced, is_whole, predicates
from plainreply.spans import Edit, Span

LETTERS = {"обращение": "оно", "письмо": "оно", "заявление": "оно", "жалоба": "она",
           "запрос": "он", "ходатайство": "оно", "претензия": "она"}  # fmt: skip
TOLD = frozenset({"обращение", "письмо"})
"""Letters that «о» tells the contents of; an application «о назначении пособия» is called so."""


def at_topics(sentence: Sentence, text: str) -> Iterator[Cut]:
    """Yield the cut before what a letter is about, if that stands at the end of the sentence."""
    cut = topic_before(sentence, text, len(sentence.tokens) - 1)
    if cut is not None and is_whole(sentence.tokens[: cut.at - 2]):
        yield cut


def topic_before(sentence: Sentence, text: str, stop: int) -> Cut | None:
    """Return the cut before what a letter is about, if that reaches to the token at ``stop``."""
    tokens = sentence.tokens
    letter = next((t for t in tokens if t.lemma in LETTERS), None)
    if letter is None:
        return None
    for token in tokens[letter.index + 1 : stop - 2]:
        topic = _topic(sentence, letter, token)
        if topic:
            again = _again(tokens[topic:stop], token.lower)
            if again is None or not _is_bare(tokens[topic:stop]):
                return None
            first = token.index - (tokens[token.index - 1].text == ",")
            cut = cut_before(sentence, text, first, topic, _opening(sentence, letter, token))
            return Cut(topic, (*cut.edits, *again))
        if token.lower in {"о", "об"}:
            return None
    return None


def _topic(sentence: Sentence, letter: Token, token: Token) -> int:
    """Return the index of the first word of what the letter is about, 0 if not told here."""
    tokens = sentence.tokens
    between = tokens[letter.index + 1 : token.index]
    if token.lower in {"о", "об"} and letter.lemma in TOLD:
        owned = all(case_of(t) == "gen" or t.pos == "PROPN" for t in between)
        return token.index if owned or between[-1].text == "," else 0
    words = [t.lower for t in tokens[token.index : token.index + 2]]
    about = words in (["по", "вопросу"], ["по", "вопросам"])
    follows = tokens[token.index + 2]
    genitive = case_of(follows) == "gen" or follows.pos == "ADV"
    return token.index + 2 if about and genitive else 0


def _opening(sentence: Sentence, letter: Token, token: Token) -> str:
    if token.lower not in {"о", "об"}:
        return f"{LETTERS[letter.lemma]} касается"
    yours = any(t.lemma == "ваш" for t in sentence.below(letter))
    return "вы пишете" if yours else "в нём речь идёт"


def _is_bare(part: Sequence[Token]) -> bool:
    """Tell whether ``part`` is nouns with what goes with them, no clause."""
    return bool(part) and not predicates(part) and is_balanced(part)


def _again(part: Sequence[Token], opener: str) -> tuple[Edit, ...] | None:
    """Return the edits that drop a second «по вопросу»; None when a part of the row begins with
    another preposition than the first."""
    found: list[Edit] = []
    for before, token in pairwise(part):
        joined = before.text == "," or before.lower in {"и", "также"}
        if not joined or token.pos != "ADP" or {token.lower, opener} <= {"о", "об"}:
            continue
        after = part[token.index - part[0].index + 1 :][:2]
        if opener != "по" or token.lower != "по" or len(after) < 2 or after[0].lemma != "вопрос":
            return None
        found.append(Edit(Span(token.span.start, after[1].span.start), ""))
    return tuple(found)
