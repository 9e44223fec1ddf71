"""The report as a page for the browser: one file a letter, and an index of many letters.

Every page is one file that asks nothing of the network: open it from disk, print it, send it.
"""

import re
from collections.abc import Iterator
from itertools import chain, count
from pathlib import PurePath
from urllib.parse import quote

from plainreply.reporters.html.letter import letter
from plainreply.reporters.html.overview import Overview
from plainreply.reporters.outcome import Checked, Options, Outcomes

LONGEST_NAME = 60
_UNSAFE = re.compile(r"[^\w.-]+")


def stream(outcomes: Outcomes, options: Options) -> Iterator[str]:
    """Yield the page of the one letter; of several, or of a failed one, the index alone."""
    told = tuple(outcomes)
    if len(told) == 1 and isinstance(told[0], Checked):
        made = letter(told[0], options)
    else:
        index = Overview()
        for outcome in told:
            index.add(outcome)
        made = index.page(options)
    yield made.encode("ascii", "xmlcharrefreplace").decode() if options.ascii else made


class Namer:
    """Says what to call the page of each file, one after another: «Ответ-Петровой.html».

    Files of one name get a number; big and small letters are the same to some systems.
    """

    def __init__(self) -> None:
        self._taken = {"index"}

    def __call__(self, path: str) -> str:
        """Return the name of the next page, that of the file at ``path``."""
        name = _UNSAFE.sub("-", PurePath(path).stem)[:LONGEST_NAME].strip("-.") or "письмо"
        numbered = (f"{name}-{number}" for number in count(2))
        free = next(one for one in chain((name,), numbered) if one.casefold() not in self._taken)
        self._taken.add(free.casefold())
        return f"{free}.html"


def site(outcomes: Outcomes, options: Options, folder: str, home: str) -> Iterator[tuple[str, str]]:
    """Yield name and text of a page for each letter as outcomes come, then of the index page,
    which is called ``home``.

    The pages lie in ``folder`` beside the index, or next to it when ``folder`` is empty.
    """
    index, named, lead = Overview(), Namer(), f"{folder}/" if folder else ""
    back = quote(f"../{home}" if folder else home)
    for outcome in outcomes:
        file = lead + named(outcome.name)
        index.add(outcome, quote(file))
        if isinstance(outcome, Checked):
            yield file, letter(outcome, options, back)
    yield home, index.page(options)
