"""The letter at a glance: a bar for the score, a strip of its sentences, where to begin.

All marks exist in cp866, the oldest encoding of Russian consoles, and need no colour.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from plainreply.places import Places
from plainreply.readability import Gain
from plainreply.report import Report
from plainreply.reporters.outcome import Options
from plainreply.reporters.styled import Styled, styled
from plainreply.reporters.words import counted, decimal, filled

INDENT = "  "
BAR = 20
FULL, EMPTY = "█", "░"
STRIP = "Предложения: "
LEVELS: tuple[tuple[float, str, str], ...] = (
    (0.15, "·", "green"),
    (0.30, "░", "green"),
    (0.45, "▒", "yellow"),
    (0.60, "▓", "red"),
    (1.01, "█", "bold red"),
)
"""Up to which heat a sentence has which mark and style."""
LEGEND = "· просто, █ очень трудно"
FEWEST = 5
"""A letter with fewer sentences has no strip: one sees them all anyway."""
ROUNDING = 0.25
"""By which a sum of three rounded gains may differ from the whole, in points."""
MORE = " (это больше суммы: пока ошибок много, одна мало меняет оценку)"
OPENING = 40
"""How much of a sentence is quoted to find it by, in code points."""


def glance(report: Report, options: Options) -> Iterator[Styled]:
    """Yield the score with its bar and the strip of sentences; nothing for a very short text."""
    heat = [warmth for warmth in report.heat if warmth]
    if report.rating is None or len(heat) < FEWEST:
        return
    value = report.rating.value
    score = f"Оценка: {decimal(value)} из 100  "
    yield Styled(((score, "bold"), (bar(value), _style(1 - value / 100))))
    strip = map(_mark, squeezed(heat, options.width - len(STRIP)))
    yield Styled(((STRIP, ""), *strip))
    yield styled(" " * len(STRIP) + LEGEND, "dim")


def bar(value: float) -> str:
    """Return a bar that is as full as a score is high."""
    full = round(value / 100 * BAR)
    return FULL * full + EMPTY * (BAR - full)


def squeezed(heat: Sequence[float], width: int) -> list[float]:
    """Return at most ``width`` numbers; several sentences that share a place show the hardest."""
    places = min(len(heat), width)
    ends = [at * len(heat) // places for at in range(places + 1)]
    return [max(heat[start:stop]) for start, stop in pairwise(ends)]


def _mark(warmth: float) -> tuple[str, str]:
    return next((mark, style) for top, mark, style in LEVELS if warmth < top)


def _style(warmth: float) -> str:
    return _mark(warmth)[1]


def beginning(
    gains: Sequence[Gain], places: Places, report: Report, options: Options
) -> Iterator[Styled]:
    """Yield where to begin: the repairs that raise the score most, and what they give together."""
    if not gains or report.rating is None:
        return
    yield styled()
    yield styled("С чего начать", "bold")
    text = report.document.text
    lines = [advice(gain, places, _opening(gain, gains, text)) for gain in gains]
    gained = report.rating.gained(gains)
    after = decimal(round(report.rating.value + gained, 1))
    more = MORE if gained - sum(gain.points for gain in gains) > ROUNDING else ""
    lines.append(f"Вместе: +{decimal(gained)}, оценка станет {after}{more}")
    for line in lines:
        yield from map(styled, filled(line, options.width, INDENT, INDENT * 2))


def advice(gain: Gain, places: Places, opening: str) -> str:
    """Return one line that says what to do and what it gives: «…: +3,1»."""
    task = _task(gain, opening)
    return f"{places.name(gain.span.start)}: {task}: +{decimal(gain.points)}"


def _opening(gain: Gain, gains: Sequence[Gain], text: str) -> str:
    """Return how a sentence begins, further on where another begins alike."""
    whole, others = gain.span.of(text), [g.span.of(text) for g in gains if g is not gain]
    starts = (whole[:size] for size in (OPENING, 2 * OPENING))
    alone = (start for start in starts if not any(other.startswith(start) for other in others))
    return next(alone, whole[:OPENING]).rsplit(" ", 1)[0].rstrip(",;:")


def _task(gain: Gain, opening: str) -> str:
    """Return what to do with a sentence that starts with ``opening``."""
    others = len(gain.issues) - (gain.pieces > 1)
    spots = counted(others, "место", "места", "мест")
    if gain.pieces == 1:
        return f"исправьте {spots} в предложении «{opening}…»"
    split = f"разбейте предложение «{opening}…» на {gain.pieces}"
    return f"{split} и исправьте {spots}" if others else split
