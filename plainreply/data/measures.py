"""The score, the readability and the genre of a text as plain data."""

from collections.abc import Sequence

from plainreply.data import Json
from plainreply.document import Document
from plainreply.readability import Feature, Readability, Score
from plainreply.rule import Issue
from plainreply.setting import Setting


def genre(setting: Setting) -> Json | None:
    """Return what a text was taken for, None for a text that is no letter."""
    if not setting.genre:
        return None
    return {"id": setting.genre, "confidence": setting.confidence, "told": setting.told}


def score(rating: Score | None, issues: Sequence[Issue], document: Document) -> Json | None:
    """Return a score with what it is made of and what repairs would gain, None for a text without
    words; ``issues`` are known by their numbers."""
    if rating is None:
        return None
    numbers = {id(issue): number for number, issue in enumerate(issues)}
    parts = [
        {
            "name": p.name,
            "points": p.points,
            "ceiling": p.ceiling,
            "why": p.why,
            "rules": list(p.rules),
            "issues": [numbers[id(issue)] for issue in p.issues if id(issue) in numbers],
        }
        for p in rating.parts
    ]
    gains = [
        {
            "span": document.place(gain.span).to_dict(),
            "points": gain.points,
            "pieces": gain.pieces,
            "issues": len(gain.issues),
        }
        for gain in rating.gains
    ]
    rules = [
        {"rule": gain.rule, "points": gain.points, "issues": len(gain.issues)}
        for gain in rating.rules
    ]
    return {"value": rating.value, "parts": parts, "gains": gains, "rules": rules}


def readability(found: Readability) -> Json:
    """Return the grade, what it rests on, and the classic formulas."""
    return {
        "grade": _rounded(found.grade),
        "range": list(found.range) if found.range else None,
        "label": found.label,
        "rough": found.rough,
        "reason": found.reason,
        "words": found.words,
        "sentences": found.sentences,
        "letters": found.letters,
        "syllables": found.syllables,
        "complex_words": found.complex_words,
        "features": list(map(_feature, found.features)),
        "indices": {name: _rounded(value) for name, value in found.indices.items()},
    }


def _feature(feature: Feature) -> Json:
    return {
        "name": feature.name,
        "title": feature.title,
        "value": _rounded(feature.value),
        "plain": [feature.low, feature.high],
        "grades": _rounded(feature.grades),
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 2)
