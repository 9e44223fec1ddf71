"""The values that flow through the house: a document, its look, its sentences and tokens."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import IntEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from plainreply.setting import NO_SETTING, Setting
from plainreply.sourcemap import SourceMap
from plainreply.spans import Known, Span, apart, held, overlapping
from plainreply.views import view
from plainreply.words import NO_FEATS, Feats, folded, has_letter


@dataclass(frozen=True, slots=True)
class Face:
    """How a stretch of text looks. ``None`` means that the source does not say.

    ``size`` is in points, ``colour`` and ``background`` are ``RRGGBB``;
    ``effects`` holds names such as ``shadow``, ``outline``, ``emboss``, ``imprint``, ``glow``.
    """

    family: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    small_caps: bool = False
    strike: bool = False
    colour: str | None = None
    background: str | None = None
    highlight: str | None = None
    effects: frozenset[str] = frozenset()
    link: bool = False


PLAIN = Face()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of characters that share one face."""

    span: Span
    face: Face


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. ``role`` is ``body``, ``heading``, ``list`` or ``cell``, and outside the body
    of a letter ``header``, ``footer`` or ``note``; ``style`` is the name of its style in the
    source. ``label`` is the number or bullet that the word processor shows before it, such as
    «1.2)»; it is no part of the text."""

    span: Span
    role: str = "body"
    style: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment that someone has put on the draft. ``span`` is what it covers, empty when it
    stands at a point; ``text`` are its paragraphs, a line each."""

    span: Span
    text: str
    author: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from. ``anchors`` belong to the reader that made them: for DOCX
    they tie every character to its XML node. ``notes`` tell the clerk in Russian what was not
    read. ``map`` leads to the lines of a file with markup; a ``template`` is still to be filled."""

    path: Path | None = None
    format: str = "text"
    encoding: str | None = None
    notes: tuple[str, ...] = ()
    anchors: Any = field(default=None, compare=False, repr=False)
    map: SourceMap | None = field(default=None, compare=False, repr=False)
    template: bool = False


NO_META: Mapping[str, str] = view({})


@dataclass(frozen=True, slots=True)
class Document:
    """A draft: its text, never padded or normalised, and what is known about it.

    ``faces`` cover the text in order for formats that have a look and are empty otherwise;
    ``remarks`` are by span. ``meta`` is what the front matter says, by key in lower case; the
    front matter is in the text but in no paragraph.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    faces: tuple[Stretch, ...] = ()
    source: Source = Source()
    remarks: tuple[Remark, ...] = ()
    meta: Mapping[str, str] = field(default_factory=lambda: NO_META)

    @property
    def written(self) -> str:
        """The file's own text, with its markup, if it has lines."""
        return self.source.map.source if self.source.map else self.text

    def place(self, span: Span) -> Span:
        """Return where ``span`` of the text stands in ``written``."""
        return self.source.map.place(span) if self.source.map else span


@dataclass(frozen=True, slots=True, init=False)
class Token:
    """A word, number or mark. ``pos`` and ``feats`` are Universal Dependencies, ``lemma`` is
    lower case; ``head`` is the index of the head in the sentence, -1 at the root. What the
    run did not need is left empty (``pos`` and ``lemma`` ``""``, ``rel`` ``""``).

    ``lower`` is the text in lower case with «ё» written as «е», for comparing; ``is_word`` tells
    whether there is a letter in it. Both are kept: the rules ask for them dozens of times.
    """

    index: int
    span: Span
    text: str
    lemma: str = ""
    pos: str = ""
    feats: Feats = NO_FEATS
    head: int = -1
    rel: str = ""
    lower: str = field(init=False, compare=False, repr=False)
    is_word: bool = field(init=False, compare=False, repr=False)

    def __init__(
        self, index: int, span: Span, text: str, lemma: str = "", pos: str = "",
        feats: Feats = NO_FEATS, head: int = -1, rel: str = "",
    ) -> None:  # fmt: skip
        """Fill the slots one by one: a text has as many tokens as words, and this takes half the
        time that a frozen dataclass takes."""
        index_, span_, text_, lemma_, pos_, feats_, head_, rel_, lower_, is_word_ = _SLOTS
        index_(self, index)
        span_(self, span)
        text_(self, text)
        lemma_(self, lemma)
        pos_(self, pos)
        feats_(self, feats)
        head_(self, head)
        rel_(self, rel)
        lower_(self, folded(text))
        is_word_(self, has_letter(text))


_SLOTS = tuple(getattr(Token, field.name).__set__ for field in fields(Token))


@dataclass(frozen=True)
class Sentence:
    """A sentence or a list item, with tokens that tile its words and marks.

    ``names`` are the bodies that it calls by name without quotation marks; they are known once
    the sentence is parsed, and no wording rule faults them. ``memo`` is where finders keep what
    they found; it is no part of the value.
    """

    span: Span
    tokens: tuple[Token, ...]
    names: tuple[Span, ...] = ()
    memo: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @cached_property
    def children(self) -> tuple[tuple[Token, ...], ...]:
        """For every token, the tokens that hang on it, in text order."""
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                below[token.head].append(token)
        return tuple(map(tuple, below))

    def below(self, token: Token, *rels: str) -> Iterator[Token]:
        """Return the direct dependants of ``token``, of the relations ``rels`` if any are given."""
        children = self.children[token.index]
        some = rels and children
        return iter([child for child in children if child.rel in rels] if some else children)

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """Return ``token`` and all that hangs on it, in text order."""
        children = self.children
        if not children[token.index]:
            return (token,)
        found, queue = {token.index}, [token.index]
        for index in queue:
            fresh = [t.index for t in children[index] if t.index not in found]
            found.update(fresh)
            queue += fresh
        return tuple([self.tokens[index] for index in sorted(found)])

    @cached_property
    def words(self) -> int:
        """The number of words (tokens with a letter)."""
        return sum(token.is_word for token in self.tokens)


class Need(IntEnum):
    """How much analysis a rule asks for; each level includes the ones before it."""

    TEXT = 0
    TOKENS = 1
    MORPHOLOGY = 2
    SYNTAX = 3


@dataclass(frozen=True)
class Analysis:
    """A document with its sentences, analysed as deep as ``need`` says.

    ``quoted`` are the stretches that stand in quotation marks (titles of acts, names of
    bodies, the applicant's own words). ``setting`` is what the text is meant to be,
    ``incoming`` the letter that it answers, where it was given. ``memo`` is where finders keep
    what several rules ask for; it is no part of the value. ``known`` are the words of the user's
    vocabulary, by where they start.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    quoted: tuple[Span, ...] = ()
    need: Need = Need.SYNTAX
    setting: Setting = NO_SETTING
    incoming: "Analysis | None" = None
    known: tuple[Known, ...] = ()
    memo: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def own_words(self, sentence: Sentence) -> int:
        """Return how many words of ``sentence`` are the writer's own: those outside quotation
        marks, for nobody can shorten the title of a law."""
        near = overlapping(sentence.span, self.quoted)
        others = sum(t.is_word and held(t.span, near) for t in sentence.tokens) if near else 0
        return sentence.words - others

    @cached_property
    def spared(self) -> tuple[Span, ...]:
        """The stretches whose wording is not the writer's: quotations, names and words of the
        user's vocabulary, in order and apart from each other."""
        named = (span for sentence in self.sentences for span in sentence.names)
        own = (known.span for known in self.known if not known.rules)
        return tuple(apart((*self.quoted, *named, *own)))
