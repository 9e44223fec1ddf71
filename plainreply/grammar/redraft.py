"""A sentence being rewritten: tokens replaced, dropped, moved and inserted, then told as edits."""

from collections.abc import Iterable

from plainreply.document import Sentence, Token
from plainreply.grammar.difference import difference
from plainreply.grammar.forms import capital, in_capitals_of, with_vowel
from plainreply.grammar.polite import is_polite
from plainreply.spans import Edit

NO_SPACE_BEFORE = frozenset(",.;:!?)»”…")
NO_SPACE_AFTER = frozenset("(«“„")


ABOUT = frozenset({"о", "об"})
POLITE = frozenset({"вы", "ваш"})


class Redraft:
    """The words of one sentence in a new order and form.

    Every change is by token index, so that changes do not disturb each other; ``edits`` tells
    the difference from the source, word by word.
    """

    def __init__(self, sentence: Sentence, text: str) -> None:
        self.sentence = sentence
        self.text = text
        self._words: dict[int, str] = {token.index: token.text for token in sentence.tokens}
        self._order: list[int] = list(self._words)
        self._fresh = len(self._words)
        self._bound: dict[int, int] = {}

    def replace(self, forms: dict[int, str]) -> None:
        """Give the tokens at these indices a new text."""
        self._words |= forms

    def drop(self, *indices: int) -> None:
        """Take tokens out."""
        self._order = [i for i in self._order if i not in indices]

    def insert(self, word: str, before: int, *, bound: bool = False) -> int:
        """Put a new word or mark before the token at ``before``; return its index. A ``bound``
        word moves with that token, as a preposition does."""
        self._words[self._fresh] = word
        if bound:
            self._bound[self._fresh] = before
        self._order.insert(self._order.index(before), self._fresh)
        self._fresh += 1
        return self._fresh - 1

    def move(self, indices: Iterable[int], before: int | None) -> None:
        """Move tokens, in their order, to stand before the token at ``before`` (None: last)."""
        moved = set(indices)
        moved |= {fresh for fresh, token in self._bound.items() if token in moved}
        block = [i for i in self._order if i in moved]
        rest = [i for i in self._order if i not in moved]
        at = len(rest) if before is None else rest.index(before)
        self._order = rest[:at] + block + rest[at:]

    def after(self, index: int) -> int | None:
        """Return the index of the token that now follows the one at ``index``."""
        at = self._order.index(index) + 1
        return self._order[at] if at < len(self._order) else None

    def word_after(self, index: int) -> str:
        """Return the text of the token that now follows, empty at the end."""
        following = self.after(index)
        return "" if following is None else self._words[following]

    def holds(self, index: int) -> bool:
        """Tell whether the token at ``index`` is still there."""
        return index in self._order

    def place(self, index: int) -> int:
        """Return where the token at ``index`` now stands among those that are left."""
        return self._order.index(index)

    def word(self, index: int) -> str:
        """Return the text that the token at ``index`` now has."""
        return self._words[index]

    def changes(self, token: Token) -> bool:
        """Tell whether a token of the source is replaced or gone."""
        return token.index not in self._order or self._words[token.index] != token.text

    def rendered(self) -> str:
        """Return the sentence as it now reads, with spaces, commas and capitals set right."""
        order = _without_doubled_commas(self._order, self._words)
        parts: list[str] = []
        for at, index in enumerate(order):
            if at:
                parts.append(self._gap(order[at - 1], index))
            first = at == 0 or index == 0
            word = self._cased(index, at) if first else self._words[index]
            if word.lower() in ABOUT:
                word = self._fitted(word, order[at + 1] if at + 1 < len(order) else index)
            parts.append(word)
        return "".join(parts)

    def _fitted(self, word: str, following: int) -> str:
        """Return «об» or «о» as the word that now follows asks, if that word is new."""
        source = self.sentence.tokens
        changed = following >= len(source) or self._words[following] != source[following].text
        if not changed:
            return word
        return in_capitals_of(word[0], with_vowel("о", self._words[following]))

    def edits(self) -> tuple[Edit, ...]:
        """Return the edits that turn the source sentence into this one, smallest first."""
        start, stop = self.sentence.span
        return difference(self.text[start:stop], self.rendered(), start)

    def _gap(self, before: int, index: int) -> str:
        tokens = self.sentence.tokens
        if index == before + 1 and index < len(tokens):
            return self.text[tokens[before].span.stop : tokens[index].span.start]
        left, right = self._words[before], self._words[index]
        return "" if right in NO_SPACE_BEFORE or left in NO_SPACE_AFTER else " "

    def _may_be_lowered(self, token: Token) -> bool:
        """Tell whether a word that stood first may lose its capital: no name, no «Вы»."""
        if token.lemma in POLITE:
            return not is_polite(self.text)
        return token.pos != "PROPN" and not token.text[1:2].isupper()

    def _cased(self, index: int, at: int) -> str:
        word = self._words[index]
        if at == 0 and _starts_with_capital(self.sentence):
            return capital(word)
        if index == 0 and at > 0 and self._may_be_lowered(self.sentence.tokens[0]):
            return word[:1].lower() + word[1:]
        return word


def _starts_with_capital(sentence: Sentence) -> bool:
    return sentence.tokens[0].text[:1].isupper()


def _without_doubled_commas(order: list[int], words: dict[int, str]) -> list[int]:
    """Drop a comma that now stands before another mark or at the very start."""
    kept: list[int] = []
    for index in order:
        if kept and words[index] in {",", ".", ";", "!", "?", ":", ")"} and words[kept[-1]] == ",":
            kept.pop()
        if not (words[index] == "," and not kept):
            kept.append(index)
    return kept
