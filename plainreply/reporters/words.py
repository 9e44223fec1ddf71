"""Russian words for numbers and severities, and text made fit for a terminal."""

from functools import lru_cache
from textwrap import wrap
from unicodedata import category

SEVERITY = {"error": "ошибка", "warning": "замечание", "info": "совет"}
INNER = str.maketrans("«»", "„“")
SAFETY = {"safe": "можно принять сразу", "advice": "проверьте смысл"}


def plural(number: int, one: str, few: str, many: str) -> str:
    """Return the form of a Russian noun that goes with ``number``."""
    if number % 100 in range(11, 15):
        return many
    return one if number % 10 == 1 else few if number % 10 in (2, 3, 4) else many


def counted(number: int, one: str, few: str, many: str) -> str:
    """Return the number with its noun: «3 файла»."""
    return f"{number} {plural(number, one, few, many)}"


def mistakes(number: int) -> str:
    """Return «3 ошибки»."""
    return counted(number, "ошибка", "ошибки", "ошибок")


def remarks(number: int) -> str:
    """Return «3 замечания»."""
    return counted(number, "замечание", "замечания", "замечаний")


def advices(number: int) -> str:
    """Return «3 совета»."""
    return counted(number, "совет", "совета", "советов")


def decimal(number: float) -> str:
    """Return the number with one decimal and a Russian comma, whole ones without: «40,7»."""
    return f"{number:.1f}".removesuffix(".0").replace(".", ",").replace("-", "−")


@lru_cache(maxsize=4096)
def visible(char: str) -> str:
    """Return what to print for a character: a letter cannot steer the terminal."""
    kind = category(char)
    if kind == "Cf":
        return ""
    if kind in ("Cc", "Cs", "Cn", "Co"):
        return "\ufffd"
    return " " if kind in ("Zs", "Zl", "Zp") else char


def printable(text: str) -> str:
    """Return ``text`` on one line, without characters that a terminal would obey."""
    line = " ".join(text.split())
    return line if line.isprintable() else "".join(map(visible, line))


def quoted(text: str) -> str:
    """Return ``text`` in quotation marks, those that it has already turned into inner ones."""
    return f"«{text.translate(INNER)}»"


def shown_name(name: str) -> str:
    """Return the name of a file as a sentence names it; «-» is standard input."""
    return "стандартный ввод" if name == "-" else printable(name)


def filled(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return ``text`` wrapped to ``width``, its lines led by ``first`` and then ``rest``."""
    text = printable(text)
    if text and len(first) + len(text) <= width:
        return [first + text]
    lines = wrap(
        text,
        max(width, 20),
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )
    return lines or [first.rstrip()]


def clause(sentence: str) -> str:
    """Return a sentence as it stands in brackets: no full stop, no capital."""
    text = sentence.rstrip().rstrip(".")
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text
