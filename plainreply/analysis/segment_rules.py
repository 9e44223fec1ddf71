"""Decides whether a sentence ends at a place. The list at the end is the order of the rules.

A rule answers True (the sentence ends), False (it goes on) or None (another rule decides);
where none of ours decides, razdel's own rules do.
"""

import re
from collections.abc import Callable

from razdel.rule import JOIN
from razdel.segmenters.sentenize import BULLET_SIZE, RULES, SentSplit
from razdel.segmenters.sokr import SOKRS

from plainreply.analysis.segment_doubt import INITIAL, abbreviation, initials
from plainreply.analysis.segment_place import Place
from plainreply.analysis.segment_points import point_before
from plainreply.analysis.segment_tokens import is_opaque
from plainreply.analysis.segment_words import is_known

WIDEST_LABEL = 30  # code points
SHORTEST_WORD = 5  # letters; a shorter one may be an abbreviation nobody listed
RAZDEL_WINDOW = 10  # code points that razdel's own splitter gives its rules
ITEM = re.compile(r"\d{1,2}(?:\.\d{1,2})*\)|\d{1,2}(?:\.\d{1,2})*\.\s")
LABEL = re.compile(
    r"\s*(?:статья|глава|раздел|часть|пункт|параграф|приложение|шаг|этап|таблица|рисунок|рис"
    r"|вопрос|вариант|пример|случай|способ)\.?\s+(?:№\s*)?(?:\d+(?:\.\d+)*|[IVXLC]+)",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(r"[(\[{<][.…_\s]*$")
GOES_ON = frozenset(",;:%)]}»”’–—-№/")
Rule = Callable[[Place], bool | None]


def edge(place: Place) -> bool | None:
    """Nothing ends where nothing stands before or after."""
    return None if place.right and place.so_far.strip() else False


def item(place: Place) -> bool | None:
    """«: 1) …; 2) …», «:- г. Шарья;- г. Нея»: an item of an enumeration is a unit."""
    if place.next in place.items.starts and not _never_ends(place):
        return True
    if place.delimiter[0] in ";\n":
        blank_line = place.delimiter.count("\n") > 1
        return blank_line or bool(ITEM.match(place.right))
    return False if place.delimiter == ":" else None


def _never_ends(place: Place) -> bool:
    point = point_before(place.text, place.at) if place.delimiter == "." else None
    return point is not None and point.can_end == "no"


def missing_space(place: Place) -> bool | None:
    """«…времени.Адреса»: a word, a stop and a capitalised word without space are two sentences."""
    if place.spaced or place.delimiter in ":;":
        return None
    return _whole_word(place) and _starts_word(place) and not is_opaque(place.text, place.at)


def _whole_word(place: Place) -> bool:
    last, word = place.left[-1:], place.left_word
    if last in {")", "»", '"'}:
        return True
    known = point_before(place.text, place.at) is not None
    return len(word) > 1 and word[-2:].islower() and not known


def _starts_word(place: Place) -> bool:
    right = place.right
    if right[:1].isdigit():
        return True
    word = place.right_word
    return word[1:].islower() or (len(word) == 1 and right[1:2] == " ") or word in {"АО", "ООО"}


def placeholder(place: Place) -> bool | None:
    """«от […] № […]»: an empty place in a template ends nothing."""
    if place.delimiter not in {")", "]", "}"} or not PLACEHOLDER.search(place.left):
        return None
    return None if place.delimiter == ")" and place.capital else False


def parenthesis(place: Place) -> bool | None:
    """«(с 7 по 21 февраля 2022 г.) Вам»: a point of an abbreviation before a closing mark."""
    if place.delimiter not in {")", "]", "»", '"', "”"} or place.left[-1:] != ".":
        return None
    before = place.at - 1
    if point_before(place.text, before) or INITIAL.search(place.left[:-1]):
        opening = place.so_far.rfind("(" if place.delimiter == ")" else "«")
        return False if place.so_far[:opening].strip() else None
    return None


def goes_on(place: Place) -> bool | None:
    """A comma, a closing mark, «№» or «(далее» never begins a sentence."""
    right = place.right
    if right[0] in GOES_ON and right[0] not in "–—-":
        return False
    return False if right[0] == "(" and right[1:2].islower() else None


def label(place: Place) -> bool | None:
    """«Статья 5. Порядок», «Шаг 1. Откройте»: a label belongs with its text."""
    if place.delimiter != "." or place.at - place.start > WIDEST_LABEL:
        return None
    return False if LABEL.fullmatch(place.text, place.start, place.at) else None


def small_letter(place: Place) -> bool | None:
    """«…сообщаем следующее. по информации»: after a whole word a small letter is a slip."""
    if place.delimiter != "." or not place.right_word.islower():
        return None
    word = place.left_word
    if len(word) < SHORTEST_WORD:
        return None
    alone = place.left[-len(word) - 1 : -len(word)].isspace()
    whole = alone and word.islower() and word not in SOKRS and is_known(word)
    return True if whole else None


def razdel(place: Place) -> bool:
    """Everything else is razdel's: its rules, in its order, on its windows."""
    split = SentSplit(
        place.text[max(0, place.at - RAZDEL_WINDOW) : place.at],
        place.delimiter,
        place.text[place.stop : place.stop + RAZDEL_WINDOW],
        place.text[place.start : min(place.at, place.start + 2 * BULLET_SIZE)].lstrip(),
    )
    return next((action != JOIN for rule in RULES if (action := rule(split))), True)


OURS: tuple[Rule, ...] = (
    edge,
    item,
    missing_space,
    placeholder,
    parenthesis,
    goes_on,
    initials,
    abbreviation,
    label,
    small_letter,
)


def ends_sentence(place: Place) -> bool:
    """Tell whether a sentence ends after the mark at ``place``."""
    for rule in OURS:
        answer = rule(place)
        if answer is not None:
            return answer
    return razdel(place)
