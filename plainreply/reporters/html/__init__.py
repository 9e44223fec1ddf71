"""The report as a page for the browser: one file a letter, and an index of many letters.

Every page is one file that asks nothing of the network: open it from disk, print it, send it.
"""

import re
from collections.abc import Iterator
from itertools import chain, count
from pathlib import PurePath
from urllib.parse import quote

from plainreply.reporters.html.letter import letter
from plainreply.reporters.html.overview import overview
from plainreply.reporters.outcome import Checked, Options, Outcomes

LONGEST_NAME = 60
_UNSAFE = re.compile(r"[^\w.-]+")


def render(outcomes: Outcomes, options: Options) -> str:
    """Return the page of the one letter; of several, or of a failed one, the index alone."""
    if len(outcomes) == 1 and isinstance(outcomes[0], Checked):
        made = letter(outcomes[0], options)
    else:
        made = overview(outcomes, options, {})
    return made.encode("ascii", "xmlcharrefreplace").decode() if options.ascii else made


def names(paths: list[str]) -> list[str]:
    """Return what to call the page of each file, in order: «Ответ-Петровой.html».

    Files of one name get a number; big and small letters are the same to some systems.
    """
    taken, made = {"index"}, []
    for path in paths:
        name = _UNSAFE.sub("-", PurePath(path).stem)[:LONGEST_NAME].strip("-.") or "письмо"
        numbered = (f"{name}-{number}" for number in count(2))
        free = next(one for one in chain((name,), numbered) if one.casefold() not in taken)
        taken.add(free.casefold())
        made.append(f"{free}.html")
    return made


def site(outcomes: Outcomes, options: Options, folder: str, home: str) -> Iterator[tuple[str, str]]:
    """Yield name and text of the index page, called ``home``, and of a page for each letter.

    The pages lie in ``folder`` beside the index, or next to it when ``folder`` is empty.
    """
    files = names([outcome.name for outcome in outcomes])
    lead = f"{folder}/" if folder else ""
    pages = {o.name: quote(lead + file) for o, file in zip(outcomes, files, strict=True)}
    yield home, overview(outcomes, options, pages)
    back = quote(f"../{home}" if folder else home)
    for outcome, file in zip(outcomes, files, strict=True):
        if isinstance(outcome, Checked):
            yield lead + file, letter(outcome, options, back)
