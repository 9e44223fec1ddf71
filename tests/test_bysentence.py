"""Finders that look at one sentence at a time: what they remember holds wherever it comes again."""

from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from plainreply import kinds
from plainreply.analysis import analyse
from plainreply.bysentence import by_neighbours, by_sentence
from plainreply.document import Analysis, Document, Paragraph, Sentence, Token
from plainreply.grammar.polite import is_polite
from plainreply.readers import read, read_text
from plainreply.rule import Finder, Finding, Rule
from plainreply.rulebook import rulebook
from plainreply.spans import Span

LETTERS = sorted(
    path for path in Path("corpora/letters").iterdir() if path.suffix in {".docx", ".txt"}
)
FORMULA = "Комиссией проведена проверка домов."


def of_sentences() -> Iterator[Rule]:
    """Yield the rules that look at one sentence and at nothing around it."""
    for rule in rulebook().rules.values():
        module = import_module(f"plainreply.kinds.{rule.kind}")
        if "by_sentence" in vars(module) and rule.id != "officialese":
            yield rule


def told(finder: Finder, analysis: Analysis) -> list[Finding]:
    return list(finder(analysis))


def alone(analysis: Analysis, sentence: Sentence) -> Analysis:
    """Return the analysis of a text that has this sentence, where it stood, and nothing else."""
    own, length = sentence.span.of(analysis.document.text), len(analysis.document.text)
    manner = ", Вы" if is_polite(analysis.document.text) else ""
    text = (" " * sentence.span.start + own).ljust(length) + manner
    document = Document(text, (Paragraph(Span(0, len(text))),))
    return Analysis(document, (replace(sentence),), need=analysis.need)


@pytest.mark.parametrize("path", LETTERS[:5], ids=lambda path: path.stem)
def test_finds_hang_on_the_sentence_alone(path: Path) -> None:
    analysis = analyse(read(path))
    for rule in of_sentences():
        finder, fresh = kinds.build(rule), kinds.build(rule)
        each = [told(fresh, alone(analysis, sentence)) for sentence in analysis.sentences]
        assert told(finder, analysis) == [found for finds in each for found in finds]


@pytest.mark.parametrize("rule", list(of_sentences()), ids=lambda rule: rule.id)
def test_what_is_remembered_is_what_is_found(rule: Rule) -> None:
    letters = [analyse(read(path)) for path in LETTERS[5:8]]
    finder = kinds.build(rule)
    first = [told(finder, letter) for letter in letters]
    assert [told(finder, letter) for letter in reversed(letters)] == first[::-1]
    assert first == [told(kinds.build(rule), letter) for letter in letters]


def counting(asked: list[str]) -> Finder:
    def find(text: str, sentence: Sentence) -> Iterator[Finding]:
        asked.append(sentence.span.of(text))
        yield Finding(sentence.tokens[0].span, words=(sentence.tokens[-1].span,))

    return by_sentence(find)


def test_a_sentence_is_asked_about_once() -> None:
    asked: list[str] = []
    finder = counting(asked)
    finds = told(finder, analyse(read_text(f"Здравствуйте! {FORMULA}\n\n{FORMULA}")))
    finds += told(finder, analyse(read_text(FORMULA)))
    assert asked == ["Здравствуйте!", FORMULA]
    assert [found.span.start for found in finds] == [0, 14, 51, 0]
    assert [found.words[0].start for found in finds] == [12, 48, 85, 34]


def test_beside_tells_finds_apart() -> None:
    finder = kinds.build(rulebook().rule("officialese"))
    text = "Мы ответим вам {}. Вышеуказанный срок соблюдают все."
    named = told(finder, analyse(read_text(text.format("через 30 дней"))))
    unnamed = told(finder, analyse(read_text(text.format("письмом"))))
    assert [bool(found.fixes) for found in (*named, *unnamed)] == [True, False]


def test_neighbours_tell_finds_apart() -> None:
    behind: list[str] = []

    def find(text: str, sentence: Sentence, after: tuple[Token, ...]) -> Iterator[Finding]:
        behind.append(" ".join(token.text for token in after))
        return iter(())

    finder = by_neighbours(find)
    for text in (f"{FORMULA} Она окончена.", f"{FORMULA} Она идёт.", f"{FORMULA}\n\nОна идёт."):
        told(finder, analyse(read_text(text)))
    assert behind == ["Она окончена .", "", "Она идёт .", "", ""]


def test_a_change_of_address_tells_finds_apart() -> None:
    """«Вы» keeps its capital within a sentence where the letter writes it so."""
    finder = kinds.build(rulebook().rule("passive"))
    text = "Ваше заявление рассмотрено комиссией. Ждём {} в среду."
    told_you = [told(finder, analyse(read_text(text.format(you)))) for you in ("вас", "Вас")]
    small, capital = [finds[0].fixes for finds in told_you]
    assert small != capital
