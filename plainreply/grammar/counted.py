"""Counted nouns in another case: «семь баков», «5 домов»."""

from collections.abc import Iterator

from plainreply.document import Sentence, Token
from plainreply.grammar.forms import case_of, inflect

Forms = dict[int, str]


def numerals(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Yield the numerals that count a noun; dates («28.01.2022») do not."""
    counts = sentence.below(noun, "nummod:gov", "nummod")
    return (t for t in counts if t.text.count(".") < 2)


MANY = frozenset(
    "пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок "
    "пятьдесят шестьдесят семьдесят восемьдесят девяносто сто двести триста".split()
)
"""Numerals whose nominative and accusative are alike, whatever they count."""


FEW = frozenset({"два", "две", "три", "четыре"})


def recase_counted(sentence: Sentence, head: Token, case: str) -> Forms | None:
    """Recase a counted phrase («10 рабочих дней»): only what needs no change is sure."""
    numeral = next(numerals(sentence, head))
    direct = {"nom", "acc"}
    if numeral.text.isdigit() and case in direct and numeral.rel == "nummod:gov":
        return {}
    few = numeral.lemma in FEW and head.feats.get("Animacy") == "Inan"
    if (numeral.lemma in MANY or few) and case in direct and case_of(head) == "gen":
        return {}
    if numeral.text.isdigit() and case_of(head) == "gen" and case in direct:
        return _counted_forms(int(numeral.text), head, case)
    if numeral.text.isdigit() and case_of(head) == "gen" and case == "gen":
        return {}
    return None


def _counted_forms(count: int, head: Token, case: str) -> Forms | None:
    """«осмотр 5 домов» -> «осмотрели 5 домов», but «осмотр 3 домов» -> «осмотрели 3 дома»."""
    last = 0 if count % 100 in range(11, 15) else count % 10
    if last == 1:
        return None
    people = case == "acc" and head.feats.get("Animacy") == "Anim"
    if last not in {2, 3, 4} or people:
        return {}
    form = inflect(head, "gent", "sing")
    return None if form is None else {head.index: form}
