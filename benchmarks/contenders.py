"""What is measured, and what it is measured against: each reads one text, whatever it finds."""

import re
from collections.abc import Callable
from itertools import count

from benchmarks import texts
from plainreply.analysis import analyse
from plainreply.checker import Checker
from plainreply.choice import Choice
from plainreply.readers import read_text
from plainreply.rulebook import rulebook

Work = Callable[[str], object]
"""Reads one text."""
WORDS = re.compile(r"[А-Яа-яЁё-]+")
PHRASES = ("phrase", "word", "wrong", "abbr", "noun")
"""Columns of the lexicons that hold what to look for."""


def rules_of(group: str) -> tuple[str, ...]:
    """Return the ids of the rules of a group."""
    return tuple(rule.id for rule in rulebook().rules.values() if rule.group == group)


def wording() -> Work:
    """All rules on wording, those that are off by default, too."""
    return Checker(Choice(select=rules_of("wording")))


def default() -> Work:
    """All rules of the default profile, of every group, with the score."""
    return Checker()


def formulas() -> Work:
    """All default rules on letters made of paragraphs that were read before, as long as the text
    that is given: what an archive has."""
    check, number = Checker(), count()
    check("\n\n".join(texts.formulas()))
    return lambda text: check(texts.of_formulas(len(text.split()), seed=next(number)))


def format_only() -> Work:
    """The rules on the look: no model is needed."""
    return Checker(Choice(select=rules_of("format")))


def analysis() -> Work:
    """Sentences, words, readings and trees, without a rule."""
    return lambda text: analyse(read_text(text))


def natasha() -> Work:
    """The stock pipeline of natasha: segments, tags and trees, and nothing else."""
    from natasha import (  # type: ignore[import-untyped]
        Doc,
        NewsEmbedding,
        NewsMorphTagger,
        NewsSyntaxParser,
        Segmenter,
    )

    embedding, segmenter = NewsEmbedding(), Segmenter()
    tagger, parser = NewsMorphTagger(embedding), NewsSyntaxParser(embedding)

    def work(text: str) -> object:
        doc = Doc(text)
        doc.segment(segmenter)
        doc.tag_morph(tagger)
        doc.parse_syntax(parser)
        return doc

    return work


def pymorphy3() -> Work:
    """Every reading of every word by the dictionary, without its context."""
    from pymorphy3 import MorphAnalyzer

    parse = MorphAnalyzer().parse
    return lambda text: [parse(word) for word in WORDS.findall(text)]


def expressions() -> Work:
    """A linter of the simple sort: every phrase of the wording lexicons, by the stems of its
    words, in one regular expression."""
    pattern = re.compile(rf"\b(?:{'|'.join(_phrases())})\b", re.IGNORECASE)
    return lambda text: [match.span() for match in pattern.finditer(text)]


def _phrases() -> list[str]:
    rows = (row for id in rules_of("wording") for row in rulebook().rule(id).lexicon)
    found = {row[column] for row in rows for column in PHRASES if row.get(column)}
    return [r"\s*".join(map(_stem, p.split())) for p in sorted(found, key=len, reverse=True)]


def _stem(word: str) -> str:
    """Return a pattern for a word in any form, as a person would write it by hand."""
    if not word.isalpha():
        return re.escape(word)
    return rf"\b{word[:-2] if len(word) > 4 else word}" + r"\w*" * (len(word) > 4)


CONTENDERS: dict[str, Callable[[], Work]] = {
    "wording": wording,
    "default": default,
    "formulas": formulas,
    "format": format_only,
    "analysis": analysis,
    "natasha": natasha,
    "pymorphy3": pymorphy3,
    "expressions": expressions,
}
