"""What a program works with: a checker that is made once and checks texts, files and batches."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plainreply.batch.terms import Terms, rules_of
from plainreply.checker import checker_of
from plainreply.choice import Choice
from plainreply.genre import genre_named
from plainreply.report import UNNAMED, Report
from plainreply.reporters.outcome import Outcome
from plainreply.rule import Rule
from plainreply.settings import Settings, Sources


class Checker:
    """Checks texts (str) and files (Path) by one choice of rules; threads may share it.

    ``profile`` names a profile, ``select`` and ``ignore`` are rule ids, ``genre`` is the kind of
    letter (see ``plainreply.setting.GENRES``), guessed from the words when it is not given.
    ``config`` is a configuration file, read once, or what ``settings_for`` found; the other
    keywords beat it, and without it none is read. Rules and models load at the first need and
    serve all checkers of a process. Raises BadConfiguration for an unknown profile, rule or
    genre, or a bad configuration.
    """

    def __init__(
        self,
        *,
        profile: str | None = None,
        genre: str | None = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        config: "str | Path | Settings | None" = None,
    ) -> None:
        self._genre = genre_named(genre) if genre else None
        self._narrower = profile, tuple(select), tuple(ignore)
        self._settings = config if isinstance(config, Settings) else None
        path = None if config is None or self._settings else Path(str(config))
        self._sources = Sources(path, isolated=path is None)
        rules_of(self._choice(self._found(None)))

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that run on a text."""
        return checker_of(self._choice(self._found(None))).rules

    def check(
        self,
        source: str | Path,
        *,
        genre: str | None = None,
        incoming: str | Path | None = None,
    ) -> Report:
        """Check a text or a file; ``genre`` holds for this one, ``incoming`` is the letter that
        it answers. Raises UnreadableDocument for a file that cannot be read."""
        terms = self._terms(source)
        told, answered = genre or terms.told, incoming or terms.incoming
        return checker_of(terms.choice)(source, told, answered, terms.usual)

    def check_many(self, sources: Iterable[str | Path], *, jobs: int = 1) -> Iterator[Outcome]:
        """Yield a ``Checked`` or, for what could not be checked, a ``Failed`` for every source,
        in their order and as soon as it is known; ``sources`` are drawn as the work goes.

        ``jobs`` is the number of processes, 0 for one a core. A program that asks for several
        must not check in other threads meanwhile, and on Windows and macOS it needs the usual
        ``if __name__ == "__main__"``.
        """
        from plainreply.batch.many import cores, outcomes
        from plainreply.batch.one import Asked

        def asked(source: str | Path) -> Asked:
            name = str(source) if isinstance(source, Path) else UNNAMED
            return Asked(name, source, self._terms(source))

        return outcomes(map(asked, sources), jobs or cores())

    def fix(self, report: Report, *, unsafe: bool = False) -> str:
        """Return the file's own text with the best fix of every issue applied until nothing
        changes; only fixes that surely keep the meaning, unless ``unsafe``. What a fix cannot
        change without harm to the markup stays."""
        from plainreply.rewriting import settled
        from plainreply.writers.proposals import changes
        from plainreply.writers.text import revised

        choice = self._choice(self._found(report.document.source.path))
        target = settled(checker_of(choice), report, unsafe=unsafe)
        if report.document.source.map is None:
            return target.text
        return revised(report.document, changes(report, target))[0]

    def rewrite(self, text: str, *, unsafe: bool = False) -> str:
        """Return ``text`` with the best fix of every issue applied until nothing changes."""
        return self.fix(self.check(text), unsafe=unsafe)

    def _terms(self, source: str | Path) -> Terms:
        found = self._found(source if isinstance(source, Path) else None)
        return Terms(self._choice(found), self._genre, found.genre, found.incoming)

    def _found(self, path: Path | None) -> Settings:
        return self._settings or self._sources.settings(path)

    def _choice(self, found: Settings) -> Choice:
        return found.choice.narrowed(*self._narrower)
