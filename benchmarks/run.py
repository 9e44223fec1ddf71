"""Measures, shows the figures, and compares their ratios with those that are stored."""

import argparse
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import median

from benchmarks import programs, ratios, texts
from benchmarks.clock import Spent, cpu, interleaved, words
from benchmarks.contenders import CONTENDERS, default

SHORT, FULL, MILLION = (1_000, 10_000), (1_000, 10_000, 100_000), 1_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to measure: words to warm up on, rounds, letters of ``words`` words for each
    contender in a round, sizes of growing texts and letters in the folder."""

    warm: int

    rounds: int
    texts: int
    words: int
    sizes: tuple[int, ...]
    letters: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured: seconds of CPU for 1,000 words by contender and by size of the text, what
    the programs took, and the ratios of them."""

    speed: Mapping[str, float]
    growth: Mapping[int, float]
    programs: Mapping[str, Spent]
    ratios: Mapping[str, float]
    load: float


def plan(short: bool, million: bool) -> Plan:
    """Return the plan that the options name."""
    sizes = (SHORT if short else FULL) + (MILLION,) * million
    return Plan(3000, 3, 4, 250, sizes, 12) if short else Plan(10_000, 7, 8, 250, sizes, 300)


def measured(plan: Plan) -> Figures:
    """Measure all of the plan."""
    speed, growth = _speed(plan), _growth(plan)
    spent = programs.measured(plan.rounds, plan.letters) if hasattr(os, "wait4") else {}
    found = {**ratios.of_speed(speed), **ratios.of_growth(growth)}
    if spent:
        found |= ratios.of_programs(spent)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return Figures(speed, growth, spent, found, load)


def _speed(plan: Plan) -> dict[str, float]:
    """Return seconds for 1,000 words by contender, each warm as in a run over many letters."""
    works = {name: build() for name, build in CONTENDERS.items()}
    for place, work in enumerate(works.values()):
        work(texts.text(plan.warm, seed=-1 - place))
    each = range(plan.texts * len(works))
    rounds = [
        [texts.text(plan.words, seed=number * len(each) + at) for at in each]
        for number in range(plan.rounds)
    ]
    return {name: spent * 1000 for name, spent in interleaved(works, rounds).items()}


def _growth(plan: Plan) -> dict[int, float]:
    """Return seconds for 1,000 words of one text of each size, by all default rules; a short text
    is measured as often as makes up a long one, ten times at most."""
    work = default()
    work(texts.text(plan.warm, seed=99))
    found = {}
    for size in plan.sizes:
        times = max(1, min(10, plan.sizes[1] // size))
        each = [texts.text(size, seed=size + number) for number in range(times)]
        found[size] = median(cpu(work, [text]) / words([text]) * 1000 for text in each)
    return found


def show(figures: Figures) -> None:
    """Print the figures as tables."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    speed = Table("CPU time", "s for 1,000 words", title="Reading letters")
    for name, seconds in figures.speed.items():
        speed.add_row(name, f"{seconds:.4f}")
    for size, seconds in figures.growth.items():
        speed.add_row(f"default, one text of {size:,} words", f"{seconds:.4f}")
    console.print(speed)
    started = Table("Program", "CPU, s", "clock, s", "peak, MB", title="Starting the program")
    for name, spent in figures.programs.items():
        started.add_row(name, f"{spent.cpu:.2f}", f"{spent.wall:.2f}", f"{spent.peak:.0f}")
    console.print(started)
    told = Table("Ratio, more is better", "now", "stored", title="Ratios")
    held = ratios.stored() if ratios.STORED.exists() else {}
    for name, ratio in figures.ratios.items():
        told.add_row(name, f"{ratio:.2f}", f"{held[name]:.2f}" if name in held else "")
    console.print(told)
    console.print(f"load of the machine: {figures.load:.1f} on {os.cpu_count()} cores")


def main(args: Sequence[str] | None = None) -> int:
    """Run what the arguments ask for; status 1 when a ratio has fallen."""
    asked = _arguments().parse_args(args)
    figures = measured(plan(asked.short, asked.million))
    if asked.json:
        print(json.dumps(asdict(figures), ensure_ascii=False, indent=2))
    else:
        show(figures)
    if asked.store:
        ratios.store(figures.ratios)
    lost = ratios.fallen(figures.ratios, ratios.stored()) if asked.check else []
    for sentence in lost:
        print(f"fallen by more than a third: {sentence}")
    return 1 if lost else 0


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m benchmarks", description=__doc__)
    parser.add_argument("--short", action="store_true", help="small texts: under a minute")
    parser.add_argument("--million", action="store_true", help="a text of a million words, too")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--check", action="store_true", help="status 1 if a ratio fell by a third")
    parser.add_argument("--store", action="store_true", help="store the ratios of this run")
    return parser
