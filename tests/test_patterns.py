"""Patterns that wait to be compiled are sound, and are patterns in all that they are asked."""

import copy
import pkgutil
import re
import subprocess
import sys
from importlib import import_module

import pytest

from plainreply.patterns import _Late, pattern

PACKAGES = ("analysis", "facts", "kinds", "readers")


def late(name: str) -> list[_Late]:
    """Return the late patterns that a module has, also those in its tables."""
    values = vars(import_module(name)).values()
    tables = [inner for value in values if isinstance(value, dict) for inner in value.values()]
    return [value for value in (*values, *tables) if isinstance(value, _Late)]


@pytest.mark.parametrize("package", PACKAGES)
def test_every_pattern_compiles(package: str) -> None:
    home = import_module(f"plainreply.{package}")
    modules = pkgutil.iter_modules(home.__path__, f"{home.__name__}.")
    found = [each for module in modules for each in late(module.name)]
    assert found and all(isinstance(each._compiled, re.Pattern) for each in found)


def test_a_late_pattern_does_what_a_pattern_does() -> None:
    words = pattern("[а-я]+", re.IGNORECASE)
    assert [match[0] for match in words.finditer("Раз, два")] == ["Раз", "два"]
    assert words.sub("-", "раз") == "-" and words.pattern == "[а-я]+"
    assert copy.copy(words).fullmatch("Раз")


def test_it_is_compiled_at_its_first_use_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    monkeypatch.setattr(re, "compile", lambda text, _: compiled.append(text) or real(text))
    real = re._compiler.compile  # type: ignore[attr-defined]
    words = pattern("[а-я]+ё")
    assert not compiled
    assert words.search("моё") and words.match("моё") and compiled == ["[а-я]+ё"]


def test_facts_and_kinds_compile_nothing_while_they_load() -> None:
    code = (
        "import re, sys\n"
        "from importlib import import_module\n"
        "made = set()\n"
        "def watched(*given, real=re.compile):\n"
        "    made.add(sys._getframe(1).f_globals['__name__'])\n"
        "    return real(*given)\n"
        "re.compile = watched\n"
        "from plainreply import facts, kinds\n"
        "for name in kinds.NAMES:\n"
        "    import_module(f'plainreply.kinds.{name}')\n"
        "print(sorted(name for name in made if name.split('.')[1:2] in (['facts'], ['kinds'])))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert told.stdout == "[]\n", told.stderr
