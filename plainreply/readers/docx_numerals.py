"""How the numbers of a list are written: «1», «а», «iv»."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"  # as Word counts: without ё, й, ъ, ь
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST = 10_000  # greater numbers are written in digits


def numeral(value: int, format_: str) -> str:
    """Return ``value`` in a format of ``w:numFmt``; one that is not known gives digits."""
    if format_ in ("none", "bullet"):
        return ""
    write = _FORMATS.get(format_, str)
    return write(value) if 0 < value <= _MOST else str(value)


def _letters(alphabet: str, value: int) -> str:
    """Count in letters; past the last one they are doubled, then tripled."""
    times, index = divmod(value - 1, len(alphabet))
    return alphabet[index] * (times + 1)


def _roman(value: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        times, value = divmod(value, worth)
        written += letters * times
    return written


_FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "decimalZero": "{:02}".format,
        "lowerLetter": lambda value: _letters(_LATIN, value),
        "upperLetter": lambda value: _letters(_LATIN, value).upper(),
        "russianLower": lambda value: _letters(_RUSSIAN, value),
        "russianUpper": lambda value: _letters(_RUSSIAN, value).upper(),
        "lowerRoman": _roman,
        "upperRoman": lambda value: _roman(value).upper(),
    }
)
