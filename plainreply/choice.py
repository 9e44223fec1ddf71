"""The choice of rules: all that decides what a checker finds in a text."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from plainreply.profiles import Tuned


class WordFile(NamedTuple):
    """A vocabulary at ``path``; ``changed`` (in nanoseconds) and ``size`` tell another state of it
    from this one."""

    path: Path
    changed: int = 0
    size: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """``profile`` names the profile, ``select`` and ``ignore`` narrow it by rule id, ``tuning``
    sets severity and options of single rules over it; ``directories`` hold rules of the user's
    own; ``vocabulary`` are files with words that are spared. Without ``rewrites`` the findings are
    the same and have no fixes, which takes less time."""

    profile: str = "default"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    tuning: tuple[Tuned, ...] = ()
    directories: tuple[Path, ...] = ()
    vocabulary: tuple[WordFile, ...] = ()
    rewrites: bool = True

    def narrowed(
        self, profile: str | None, select: tuple[str, ...], ignore: tuple[str, ...]
    ) -> "Choice":
        """Return the choice with another profile or other rules where they are given: ``select``
        starts afresh, what is to ignore adds up."""
        return replace(
            self,
            profile=profile or self.profile,
            select=select or self.select,
            ignore=ignore if select else (*self.ignore, *ignore),
        )


DEFAULT = Choice()
