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
        """Tell whether the patterns mean a path (that of a ``folder``, maybe), which leads there
        without links; none outside their own folder is meant."""
        whole = path.as_posix()
        if not whole.startswith(self._root):
            return False
        return bool(self._spec.match_file(whole[len(self._root) :] + "/" * folder))

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
    def _root(self) -> str:
        return f"{self.folder.resolve().as_posix().rstrip('/')}/"

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        from pathspec import GitIgnoreSpec

        return GitIgnoreSpec.from_lines(self.patterns)
