"""Ratios: how many times cheaper one thing is than another. More is better, always."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from benchmarks.clock import Spent

STORED = Path(__file__).with_name("ratios.toml")
FALL = 1 / 3
"""The part of a stored ratio that may be lost before the run fails."""
PAIRS = {
    "wording rules, times as fast as natasha": ("natasha", "wording"),
    "default rules, times as fast as natasha": ("natasha", "default"),
    "letters of formulas, times as fast as natasha": ("natasha", "formulas"),
    "analysis, times as fast as natasha": ("natasha", "analysis"),
    "format rules, times as fast as natasha": ("natasha", "format"),
    "wording rules, times as fast as pymorphy3": ("pymorphy3", "wording"),
    "wording rules, times as fast as expressions": ("expressions", "wording"),
}
STARTS = {
    "start with all rules, times as fast as natasha": ("start, natasha", "start, all rules"),
    "start with format rules, times as fast as natasha": (
        "start, natasha",
        "start, format rules",
    ),
    "two processes, CPU of one against theirs": ("folder, one process", "folder, two processes"),
    "second run, times as fast as the first": ("folder, first run", "folder, second run"),
}
BY_CLOCK = {
    "two processes, times as fast as one": ("folder, one process", "folder, two processes"),
    "two programs at once, times as fast as one": ("folder, one process", "folder, two programs"),
}
"""The second is what the machine allows: its programs share nothing."""


def of_speed(seconds: Mapping[str, float]) -> dict[str, float]:
    """Return the ratios of contenders to plainreply."""
    return {name: seconds[of] / seconds[to] for name, (of, to) in PAIRS.items()}


def of_programs(spent: Mapping[str, Spent]) -> dict[str, float]:
    """Return the ratios of programs, by their CPU time; of two at once by the clock, too."""
    by_cpu = {name: spent[of].cpu / spent[to].cpu for name, (of, to) in STARTS.items()}
    by_clock = {name: spent[of].wall / spent[to].wall for name, (of, to) in BY_CLOCK.items()}
    return {**by_cpu, **by_clock}


def of_growth(per_word: Mapping[int, float]) -> dict[str, float]:
    """Return how the time for a word holds as the text grows: 1 is linear, less is worse."""
    first, *rest = per_word
    return {
        f"a word in {first} against one in {size}": per_word[first] / per_word[size]
        for size in rest
    }


def stored(path: Path = STORED) -> dict[str, float]:
    """Return the ratios that are held."""
    ratios: dict[str, float] = tomllib.loads(path.read_text(encoding="utf-8"))["ratios"]
    return ratios


def store(ratios: Mapping[str, float], path: Path = STORED) -> None:
    """Hold these ratios, beside those that this run has not measured."""
    held = {**(stored(path) if path.exists() else {}), **ratios}
    rows = "".join(f'"{name}" = {value:.3g}\n' for name, value in sorted(held.items()))
    head = "# Written by python -m benchmarks --store; more is better.\n[ratios]\n"
    path.write_text(head + rows, encoding="utf-8")


def fallen(ratios: Mapping[str, float], held: Mapping[str, float]) -> list[str]:
    """Return a sentence for each ratio that has lost more than a third of what is held."""
    return [
        f"{name}: {ratios[name]:.3g}, held {value:.3g}"
        for name, value in held.items()
        if name in ratios and ratios[name] < value * (1 - FALL)
    ]
