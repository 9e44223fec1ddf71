"""What a text is meant to be: a reply, a refusal, a call script; told by someone or guessed.

The guess weighs the words of ``genre-signs.tsv``, each genre's signs once; a text without the
parts of a letter that speaks no genre's words is none, so that a pasted sentence is not asked
for a greeting.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from math import exp
from typing import NamedTuple

from plainreply.analysis.layout import Part, layout
from plainreply.analysis.layout_signs import is_salutation
from plainreply.document import Analysis, Document
from plainreply.errors import BadConfiguration
from plainreply.grammar.lookup import read_on
from plainreply.grammar.table import Table, entries
from plainreply.resources import lexicon
from plainreply.setting import GENRES, Setting

UNKNOWN = "Вида письма «{}» нет, выберите: {}."
DEFAULT = "reply"
PRIOR = 1.0
"""Points that a letter has for being a plain reply."""
DECIDED = 3.0
"""Points for a genre at which even a text without the parts of a letter has one."""
HEADED = 2.0
"""How many times more a sign weighs in the subject line or a heading."""
CHANCE = 10
"""In how many sentences a point more comes about by chance."""
GREETED = 1.5
"""The same where the text greets its reader."""
UNFRAMED = frozenset({"mailing", "social", "call-in", "call-out", "chatbot"})
"""Genres whose texts need neither addressee nor signature."""
FRAGMENT = 5
"""How many sentences a text of another genre has at least, when it has none of these."""
SCRIPTS = frozenset({"call-in", "call-out", "chatbot"})
"""The genres that are talks: a letter that only speaks of a chat-bot or a call is none."""
LETTER = frozenset({Part.LETTERHEAD, Part.ADDRESSEE, Part.SIGN_OFF, Part.EXECUTOR})


class Sign(NamedTuple):
    """Words that speak for a genre: lemmas, points."""

    genre: str
    lemmas: tuple[str, ...]
    points: float


def setting_of(analysis: Analysis, told: str | None = None, usual: str | None = None) -> Setting:
    """Return what the text is: as ``told``, else as its front matter says, else as is ``usual``
    where it lies, else as guessed.

    Raises BadConfiguration for a genre that is none of ``GENRES``.
    """
    named = told or analysis.document.meta.get("genre", "").strip() or usual
    return Setting(genre_named(named), told=True) if named else recognised(analysis)


def genre_named(name: str) -> str:
    """Return the genre with this id or Russian name («refusal», «отказ»).

    Raises BadConfiguration when there is none.
    """
    ids = {title: id for id, title in GENRES.items()} | {id: id for id in GENRES}
    if name.lower() not in ids:
        raise BadConfiguration(UNKNOWN.format(name, ", ".join(GENRES.values())))
    return ids[name.lower()]


def recognised(analysis: Analysis) -> Setting:
    """Return the genre that the words of the text speak for, with how sure that is.

    Needs lemmas (``Need.MORPHOLOGY``); a text without them has no genre.
    """
    points = _points(analysis)
    if not SCRIPTS.isdisjoint(points) and not _is_script(analysis.document):
        points = {genre: value for genre, value in points.items() if genre not in SCRIPTS}
    best = max(points, key=lambda genre: points[genre], default="")
    if points.get(best, 0) < _asked(analysis, best):
        return Setting("", 1.0)
    points[DEFAULT] = points.get(DEFAULT, 0) + PRIOR
    best = max(points, key=lambda genre: points[genre])
    total = sum(exp(value) for value in points.values())
    return Setting(best, round(exp(points[best]) / total, 2))


def _is_script(document: Document) -> bool:
    """Tell whether a text is a talk, by code that loads slowly and few texts need."""
    from plainreply.facts.script import is_script

    return is_script(document)


def _asked(analysis: Analysis, genre: str) -> float:
    """Return how many points a text must have to be of a genre: none where it has the parts of
    a letter, fewer where it greets someone, and more than any text has for a mere fragment."""
    if is_letter(analysis.document):
        return float("-inf")
    text, sentences = analysis.document.text, len(analysis.sentences)
    if any(is_salutation(p.span.of(text)) for p in analysis.document.paragraphs):
        return GREETED if sentences > 1 else float("inf")
    least = 2 if genre in UNFRAMED else FRAGMENT
    return DECIDED + sentences // CHANCE if sentences >= least else float("inf")


def is_letter(document: Document) -> bool:
    """Tell whether a text has a body and a part that only letters have, such as a sign-off."""
    parts = frozenset(layout(document))
    return Part.BODY in parts and not parts.isdisjoint(LETTER)


def _points(analysis: Analysis) -> dict[str, float]:
    """Return the points for each genre; a sign counts once, where it weighs most.

    Of the signs of a plain reply only the strongest counts, for a refusal has them, too.
    """
    found: dict[Sign, float] = {}
    for sign, weight in _signs_in(analysis):
        found[sign] = max(found.get(sign, 0), weight)
    points: dict[str, float] = defaultdict(float)
    for sign, weight in found.items():
        points[sign.genre] += sign.points * weight
    own = [sign.points * weight for sign, weight in found.items() if sign.genre == DEFAULT]
    return {**points, DEFAULT: max(own)} if own else points


def _signs_in(analysis: Analysis) -> Iterator[tuple[Sign, float]]:
    headings = _headings(analysis.document)
    for sentence in analysis.sentences:
        weight = HEADED if sentence.span.start in headings else 1.0
        for at, sign in entries(sentence, _signs()):
            if read_on(sign.lemmas, sentence, at):
                yield sign, weight


def _headings(document: Document) -> frozenset[int]:
    """Return where the subject and the headings of a document start."""
    told = zip(document.paragraphs, layout(document), strict=True)
    return frozenset(
        paragraph.span.start
        for paragraph, part in told
        if part is Part.SUBJECT or paragraph.role == "heading"
    )


@cache
def _signs() -> Table[Sign]:
    rows = lexicon("genre-signs")
    signs = (Sign(r["genre"], tuple(r["phrase"].split()), float(r["points"])) for r in rows)
    return Table(signs, lambda sign: sign.lemmas)
