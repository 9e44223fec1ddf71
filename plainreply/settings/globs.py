"""Globs as in ``.gitignore``: which files of a folder are meant."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


@dataclass(frozen=True)
class Globs:
    """Patterns that are relative to ``folder``."""

    folder: Path
    patterns: tuple[str, ...]

    def match(self, path: Path, folder: bool = False) -> bool:
        """Tell whether the patterns mean a path (that of a ``folder``, maybe); none outside their
        own folder is meant."""
        try:
            inside = path.resolve().relative_to(self._root)
        except ValueError:
            return False
        return bool(self._spec.match_file(inside.as_posix() + "/" * folder))

    @staticmethod
    def understands(pattern: str) -> bool:
        """Tell whether a pattern makes sense."""
        from pathspec import GitIgnoreSpec

        try:
            GitIgnoreSpec.from_lines([pattern])
        except ValueError:
            return False
        return True

    @cached_property
    def _root(self) -> Path:
        return self.folder.resolve()

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.patterns)
