"""Checks documents against a choice of rules; what it loads serves every document after."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from plainreply.analysis import analyse
from plainreply.analysis.pause import no_garbage_search
from plainreply.choice import DEFAULT, Choice
from plainreply.document import Analysis, Document, Need
from plainreply.genre import setting_of
from plainreply.lint import Linter
from plainreply.ownrules import rulebook_with
from plainreply.readability import Readability, Score, measured, rate, total, word_starts
from plainreply.readers import read, read_text
from plainreply.report import Report, coverage
from plainreply.rule import Issue
from plainreply.settings.words import words_of
from plainreply.spans import Span, held
from plainreply.suppression import unsilenced

if TYPE_CHECKING:
    from plainreply.filling import Filled

NEITHER = "check() takes the text as a str or the file as a Path, not {}"


class Checker:
    """A choice of rules, ready to check many documents.

    Raises BadConfiguration for an unknown profile or rule.
    """

    def __init__(self, choice: Choice = DEFAULT) -> None:
        self.choice = choice
        book = rulebook_with(*choice.directories)
        self._known = frozenset(book.rules)
        self.rules = book.choose(choice.profile, choice.select, choice.ignore, choice.tuning)
        self._words = words_of((file.path for file in choice.vocabulary), book)
        self._linter = Linter(self.rules, choice.rewrites)
        self._groups = {rule.id: rule.group for rule in self.rules}

    @no_garbage_search()
    def __call__(
        self,
        source: str | Path | Document,
        genre: str | None = None,
        incoming: str | Path | Document | None = None,
        usual: str | None = None,
    ) -> Report:
        """Check a text, a file or a document.

        ``genre`` says what it is meant to be; else its front matter does, else ``usual``, else it
        is guessed.
        ``incoming`` is the letter that it answers. Raises UnreadableDocument for a bad file,
        BadConfiguration for an unknown genre.
        """
        document = _document(source)
        told = _filled(document) if document.source.template else None
        analysis = self._analysed(told.document if told else document)
        setting = setting_of(analysis, genre, usual)
        if incoming is not None:
            analysis = replace(analysis, incoming=self._analysed(_document(incoming)))
        return self.report(replace(analysis, setting=setting), told)

    def _analysed(self, document: Document) -> Analysis:
        least = Need.MORPHOLOGY if self._words.entries else Need.TOKENS
        analysis = analyse(document, max(self._linter.need, least))
        return replace(analysis, known=self._words.known(analysis))

    def report(self, analysis: Analysis, told: "Filled | None" = None) -> Report:
        """Return the report of a document that is analysed already; ``told`` is the template that
        it was made of: the report is on that."""
        document = told.template if told else analysis.document
        place = told.origin if told else _same
        found = self._linter.issues(analysis)
        found = tuple(map(told.back, found)) if told else found
        checked = coverage(document, self.rules, analysis.setting.genre)
        issues, notes = unsilenced(document, found, self._known, checked.rules)
        if notes:
            source = replace(document.source, notes=(*document.source.notes, *notes))
            document = replace(document, source=source)
        readability, rating = self._rated(analysis, issues, place)
        return Report(
            document,
            issues,
            readability,
            rating,
            checked,
            self.rules,
            tuple(place(sentence.span) for sentence in analysis.sentences),
            tuple(map(analysis.own_words, analysis.sentences)),
            analysis.setting,
        )

    def _rated(
        self, analysis: Analysis, issues: tuple[Issue, ...], place: Callable[[Span], Span]
    ) -> tuple[Readability, Score | None]:
        """Return what the letter measures and its score; headers and footers are left out."""
        edges = [p.span for p in analysis.document.paragraphs if p.role in {"header", "footer"}]
        parsed = analysis.need >= Need.SYNTAX
        quoted = analysis.quoted
        each = [(s.span, measured(s, quoted, parsed=parsed)) for s in analysis.sentences]
        readability = total(counts for span, counts in each if not held(span, edges))
        words = word_starts(analysis.sentences)
        if place is not _same:
            each = [(place(span), counts) for span, counts in each]
            words = [place(Span(at, at + 1)).start for at in words]
        return readability, rate(readability, issues, self._groups, words, each)


def _filled(template: Document) -> "Filled":
    from plainreply.filling import filled  # it loads all sorts of facts

    return filled(template)


def _same(span: Span) -> Span:
    return span


def _document(source: str | Path | Document) -> Document:
    if isinstance(source, Document):
        return source
    if isinstance(source, Path):
        return read(source)
    if not isinstance(source, str):
        raise TypeError(NEITHER.format(type(source).__name__))
    return read_text(source)


def checker(
    profile: str = "default", select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> Checker:
    """Return a checker of this choice, kept from call to call."""
    return checker_of(Choice(profile, select, ignore))


@lru_cache(maxsize=16)
def checker_of(choice: Choice) -> Checker:
    """Return a checker of this choice, kept from call to call."""
    return Checker(choice)
