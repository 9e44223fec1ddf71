"""Points in doubt: after an initial and after an abbreviation. Rules as in ``segment_rules``."""

import re

from plainreply.analysis.segment_place import Place
from plainreply.analysis.segment_points import Point, point_before
from plainreply.analysis.segment_words import has_predicate, is_name, opens

CLAUSE = re.compile(r"\d{1,2}(?:(?:\.\d{1,2})+\.?|\.)\s+[А-ЯЁ«]|\d{1,2}\)")
INITIAL = re.compile(r"(?<!\w)(?:[А-ЯЁ]|Дж|Вс|Ст|Ал|Ан)$")
INITIALS = re.compile(r"([А-ЯЁ][а-яё-]+)\s+(?:[А-ЯЁ]\s?\.\s?)?[А-ЯЁ]$")
POLITE = re.compile(r"В(?:ы|ас|ам|ами|аш\w{0,3})$")


def initials(place: Place) -> bool | None:
    """«И. И. Иванов» goes on; «Иванову И. И. Просим» ends."""
    if place.delimiter != "." or not INITIAL.search(place.left):
        return None
    word = place.right_word
    if place.right[0].islower() or (len(word) < 2 and place.right[1:2] == "."):
        return False
    if not word:
        return None
    if opens(word):
        return True
    surname = INITIALS.search(place.left)
    return bool(surname and is_name(surname[1]) and not is_name(word))


def abbreviation(place: Place) -> bool | None:
    """«г. Шарья» goes on, «и т. д. Ответ» ends, «от 7 мая 2025 г. Министерство» has no verb yet."""
    point = point_before(place.text, place.at) if place.delimiter == "." else None
    if point is None:
        return None
    if point.can_end == "no" or place.right[0].islower():
        return False
    if point.can_end == "rarely":
        return _opens(place)
    return _ends_after(place, point)


def _opens(place: Place) -> bool:
    """Tell whether the word that follows has its capital from a sentence: not «лит. А.»."""
    word = place.right_word
    letter = len(word) == 1 and place.right[1:2] != " "
    return place.capital and not letter and bool(word) and opens(word) and not POLITE.match(word)


def _ends_after(place: Place, point: Point) -> bool:
    """Decide after an abbreviation that can end a sentence, such as «т. д.», «руб.», «2025 г.»."""
    if not place.right_word:
        return bool(CLAUSE.match(place.right)) or (
            point.before == "none" and (place.right[0].isdigit() or place.right[0] in "«(")
        )
    if not place.capital or (point.before == "name" and is_name(place.right_word)):
        return False
    return _opens(place) or _complete(place.so_far)


def _complete(so_far: str) -> bool:
    """Tell whether the sentence so far can stand alone: a predicate, a dash or a colon in it."""
    return has_predicate(_main(so_far)) or bool(re.search(r":\s|\s[–—-]\s", so_far))


def _main(so_far: str) -> str:
    """Leave out a clause of condition at the start: what is after its last comma counts."""
    opener = re.match(r"\s*(?:Если|В случае|Когда|Поскольку|Так как|В связи с тем)\b", so_far)
    return so_far[so_far.rfind(",") + 1 :] if opener and "," in so_far else so_far
