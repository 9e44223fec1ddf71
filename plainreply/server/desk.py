"""Which letters are open and what was found in each; a check waits until the writer pauses."""

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

from plainreply.errors import PlainreplyError, fault
from plainreply.server.letters import Letter, Office, Result
from plainreply.server.positions import Change

Answer = TypeVar("Answer")
PAUSE = 0.3
"""How many seconds after the last change a check begins."""


class Desk:
    """The open letters. ``show`` is told every new result, ``complain`` a Russian sentence on what
    could not be checked; the last good result stays then."""

    def __init__(self, show: Callable[[Result], None], complain: Callable[[str], None]) -> None:
        self._show, self._complain = show, complain
        self._letters: dict[str, Letter] = {}
        self._results: dict[str, Result] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._told: dict[str, str] = {}
        self._office: Office | None = None
        self._options: Mapping[str, Any] = {}
        self._worker = ThreadPoolExecutor(1)
        """One thread checks: two would share the same processor time."""

    def configure(self, options: Mapping[str, Any]) -> None:
        """Take other settings of the editor."""
        self._options = options
        self.refresh()

    def refresh(self) -> None:
        """Read files of configuration anew and check every letter again."""
        self._office = None
        self._results.clear()
        for uri in self._letters:
            self._plan(uri, 0)

    def open(self, letter: Letter) -> None:
        """Take a letter and check it at once."""
        self._letters[letter.uri] = letter
        self._plan(letter.uri, 0)

    def change(self, uri: str, version: int, changes: list[Change]) -> None:
        """Take the changes of a letter and check it when its writer pauses."""
        letter = self._letters[uri]
        lines = letter.lines.changed(changes)
        self._letters[uri] = replace(letter, version=version, lines=lines)
        self._plan(uri, PAUSE)

    def close(self, uri: str) -> None:
        """Put a letter away."""
        for kept in (self._letters, self._results, self._told):
            kept.pop(uri, None)
        if task := self._waiting.pop(uri, None):
            task.cancel()

    def seen(self, uri: str) -> Result | None:
        """Return what was last found in a letter if it still stands so."""
        result = self._results.get(uri)
        return result if result and result.letter == self._letters.get(uri) else None

    async def result(self, uri: str) -> Result | None:
        """Return what is found in a letter as it stands; None for one that is not open or cannot
        be checked."""
        if uri in self._letters and self.seen(uri) is None:
            await self._check(uri)
        return self.seen(uri)

    async def ask(self, uri: str, work: Callable[[Result], Answer]) -> Answer | None:
        """Return what ``work`` makes of the result of a letter, beside the talk with the editor;
        None where there is no result."""
        result = await self.result(uri)
        if result is None:
            return None
        return await asyncio.get_running_loop().run_in_executor(self._worker, work, result)

    def _plan(self, uri: str, pause: float) -> None:
        if task := self._waiting.pop(uri, None):
            task.cancel()
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._later(uri, pause))

    async def _later(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        await self.result(uri)

    async def _check(self, uri: str) -> None:
        """Check a letter as it stands now; a result that comes too late is not shown."""
        letter = self._letters[uri]
        loop = asyncio.get_running_loop()
        try:
            result = await loop.run_in_executor(self._worker, self._found, letter)
        except Exception as error:  # a fault of ours must not stop the editor
            known = isinstance(error, PlainreplyError)
            self._tell(uri, str(error) if known else fault(error))
            return
        self._told.pop(uri, None)
        if self._letters.get(uri) == letter and self.seen(uri) is None:
            self._results[uri] = result
            self._show(result)

    def _found(self, letter: Letter) -> Result:
        if self._office is None:
            self._office = Office(self._options)
        return self._office.check(letter)

    def _tell(self, uri: str, sentence: str) -> None:
        """Say what is wrong, once for as long as it stays so."""
        if self._told.get(uri) != sentence:
            self._told[uri] = sentence
            self._complain(sentence)
