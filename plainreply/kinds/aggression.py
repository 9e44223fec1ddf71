"""Words that hurt the reader: accusations, insults, mockery, familiarity, threats; rows of «!».

The lexicon has the turns with their ``sense``; those of ``who`` = ``reader`` count only in a
sentence that speaks to the reader. «Ты» is familiar wherever it stands outside quotations.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plainreply.bysentence import by_sentence
from plainreply.document import Need, Sentence, Token
from plainreply.grammar.lookup import read_on
from plainreply.grammar.table import Table, entries
from plainreply.resources import Row
from plainreply.rule import Finder, Finding, Rule, offer
from plainreply.spans import Edit, Span

NEEDS = Need.MORPHOLOGY
SENSES: Mapping[str, str] = {
    "accusation": "читатель услышит обвинение, скажите, что нужно сделать",
    "insult": "это обидно, уберите",
    "sarcasm": "это звучит как насмешка или недоверие, уберите",
    "familiarity": "это фамильярно, обращайтесь на «вы» и по имени",
    "threat": "это звучит как угроза, назовите последствия спокойно",
    "shout": "это звучит как крик, поставьте один знак",
}
READER = frozenset({"вы", "ваш"})
THOU = frozenset({"ты", "твой"})


class Turn(NamedTuple):
    """A turn of speech: its lemmas, its sense, whether it must speak to the reader."""

    lemmas: tuple[str, ...]
    sense: str
    to_reader: bool


def build(rule: Rule) -> Finder:
    """Return a finder of what hurts; the message says how in the field ``advice``."""
    turns = Table(map(_turn, rule.lexicon), lambda turn: turn.lemmas)

    def find(text: str, sentence: Sentence) -> Iterator[Finding]:
        free, possible = 0, _possible(sentence, turns)
        for token in sentence.tokens:
            here = possible.get(token.index, ()) if token.index >= free else ()
            found = _turn_at(sentence, token, here)
            if found is not None:
                free = found[1].index + 1
                yield _finding(Span(token.span.start, found[1].span.stop), found[0].sense)
            elif token.lemma in THOU and token.index >= free:
                yield _finding(token.span, "familiarity")
            elif len(token.text) > 1 and set(token.text) == {"!"}:
                yield _finding(token.span, "shout", Edit(token.span, "!"))

    return by_sentence(find)


def _turn(row: Row) -> Turn:
    lemmas = tuple(row["phrase"].replace("ё", "е").split())
    return Turn(lemmas, row["sense"], row["who"] == "reader")


def _possible(sentence: Sentence, turns: Table[Turn]) -> Mapping[int, Sequence[Turn]]:
    """Return the turns that may begin at a token, by its place."""
    found: dict[int, list[Turn]] = defaultdict(list)
    for at, turn in entries(sentence, turns):
        found[at].append(turn)
    return found


def _turn_at(sentence: Sentence, token: Token, turns: Sequence[Turn]) -> tuple[Turn, Token] | None:
    for turn in turns:
        words = read_on(turn.lemmas, sentence, token.index)
        if words and (not turn.to_reader or _speaks_to_reader(sentence)):
            return turn, words[-1]
    return None


def _speaks_to_reader(sentence: Sentence) -> bool:
    return any(
        token.lemma in READER
        or token.feats.get("Person") == "2"
        or token.feats.get("Mood") == "Imp"
        for token in sentence.tokens
    )


def _finding(span: Span, sense: str, *edits: Edit) -> Finding:
    return Finding(span, offer(edits, safe=True), fields={"advice": SENSES[sense]})
