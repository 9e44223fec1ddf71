"""Guesses the encoding of a Russian plain text and decodes it.

Order: byte order mark, UTF-16 by the look of its bytes, strict UTF-8, then the single-byte
Cyrillic encodings, of which the one that gives the most Russian-looking text wins.
"""

import codecs
import math
import re
from typing import NamedTuple

from plainreply.errors import UnreadableDocument
from plainreply.patterns import pattern

BINARY = "Это не текстовый файл: сохраните письмо как .docx или .txt и проверьте ещё раз."
BROKEN = "Кодировка файла не распознана: сохраните его в кодировке UTF-8 и проверьте ещё раз."

_MARKS = (  # UTF-32 first: its little-endian mark begins with the mark of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SINGLE = ("windows-1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic")
_LIKELIER = {"windows-1251": 1.0}  # tips the scales when a text is very short
_CODECS = {"windows-1251": "cp1251"}

_PER_MILLE = (  # how often each letter occurs in Russian prose, per thousand letters
    "о110 е85 а80 и74 н67 т63 с55 р47 в45 л44 к35 м32 д30 п28 у26 я20 ы19 "
    "ь17 г17 з16 б16 ч14 й12 х10 ж9 ш7 ю6 ц5 щ4 э3 ф3 ъ1 ё1"
)
_LETTER = {
    letter: math.log(int(share) / 30) for letter, share in re.findall(r"(\D)(\d+) ?", _PER_MILLE)
}
_USUAL = frozenset("«»—–…№„“”‘’•§©®°\u00a0\u00ad\u2011")
_INNER_CAPITAL = pattern(r"[а-яё][А-ЯЁ]|[А-ЯЁ][а-яё]+(?=[А-ЯЁ])")
_BAD_START = pattern(r"\b[ьъы]", re.IGNORECASE)
_LONE_CONSONANTS = pattern(
    r"\b[бгджзйлмнпртфхцчшщ]\b|[бвгджзйклмнпрстфхцчшщ]{5}|[аеёиоуыэюяьъ]{4}", re.I
)
_ODD_CONTROL = pattern(r"[\x01-\x08\x0e-\x19\x1b-\x1f\x7f]")  # \x1a ends old DOS files
_SAMPLE = 20_000
_CHARSET = re.compile(rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.I)
_HEAD = 4096
"""How far a page may name its encoding, in bytes."""


class Decoded(NamedTuple):
    """A decoded text. ``encoding`` is the name to show, ``note`` a Russian sentence or ``""``."""

    text: str
    encoding: str
    note: str = ""


def decode(data: bytes, told: str = "") -> Decoded:
    """Decode ``data``; a byte order mark is not part of the text. ``told`` is the encoding that
    the file itself names; it counts where it fits and no mark says otherwise.

    Raises UnreadableDocument when the bytes are not text.
    """
    decoded = _marked(data) or _as_told(data, told) or _utf16(data) or _utf8(data) or _single(data)
    controls = len(_ODD_CONTROL.findall(decoded.text))
    if "\0" in decoded.text or controls * 100 > len(decoded.text):
        raise UnreadableDocument(BINARY)
    return decoded


def declared(data: bytes) -> str:
    """Return the encoding that a web page names in its head, in lower case, or ``""``."""
    match = _CHARSET.search(data[:_HEAD])
    return match[1].decode("ascii").lower() if match else ""


def _as_told(data: bytes, told: str) -> Decoded | None:
    """Decode as the file says, if it does not lie: a page in UTF-8 may well name another."""
    try:
        name = codecs.lookup(told).name if told else ""
        if not name or (told != "utf-8" and _utf8(data)):
            return None
        text = data.decode(_CODECS.get(told, name))
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    return Decoded(text, told, "" if name == "utf-8" else _note(told))


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    return None


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(BROKEN) from error
    return Decoded(text, encoding, "" if encoding == "utf-8" else _note(encoding))


def _note(encoding: str) -> str:
    return f"Кодировка файла: {encoding}."


def _utf16(data: bytes) -> Decoded | None:
    """Russian in UTF-16: every other byte is 0x04 (Cyrillic), 0x00 (Latin) or 0x20-22 (marks)."""
    if len(data) < 4 or len(data) % 2:
        return None
    sample = data[:_SAMPLE]
    for encoding, high, low in (
        ("utf-16-le", sample[1::2], sample[::2]),
        ("utf-16-be", sample[::2], sample[1::2]),
    ):
        telling = high.count(4) + high.count(0)
        likely = telling + sum(map(high.count, (0x20, 0x21, 0x22)))
        if telling > 0.5 * len(high) and likely > 0.9 * len(high) and low.count(0) < 0.1 * len(low):
            return _strict(data, encoding)
    return None


def _utf8(data: bytes) -> Decoded | None:
    """Decode UTF-8; a few broken bytes in a text that is plainly UTF-8 become U+FFFD."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="replace")
    broken, cyrillic = text.count("\ufffd"), len(re.findall("[а-яё]", text, re.IGNORECASE))
    if broken * 20 > cyrillic:
        return None
    return Decoded(text, "utf-8", f"Кодировка файла UTF-8, повреждённых знаков: {broken}.")


def _single(data: bytes) -> Decoded:
    if 0 in data:
        raise UnreadableDocument(BINARY)
    sample = data[:_SAMPLE]
    scores = {name: _score(sample, name) for name in _SINGLE}
    best = max(_SINGLE, key=scores.__getitem__)
    text = data.decode(_CODECS.get(best, best), errors="replace")
    return Decoded(text, best, _note(best))


def _score(sample: bytes, encoding: str) -> float:
    """Say how Russian the bytes look in ``encoding``; the larger the better."""
    text = sample.decode(_CODECS.get(encoding, encoding), errors="replace")
    score = _LIKELIER.get(encoding, 0) + sum(map(_weight, text.lower()))
    score -= 4 * len(_INNER_CAPITAL.findall(text)) + 4 * len(_BAD_START.findall(text))
    return score - 2 * len(_LONE_CONSONANTS.findall(text))


def _weight(char: str) -> float:
    """Score one lower-case character: common letters gain, what Russian letters lack loses."""
    if char < "\x80":
        return 0
    return _LETTER.get(char, -1 if char in _USUAL else -6)
