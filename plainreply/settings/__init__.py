"""Settings: what configuration files and the command line say about each draft.

The file closest to a draft counts, alone; it may ``extend`` another. The command line beats it.
"""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from plainreply.settings.config import Configuration, configuration
from plainreply.settings.files import nearest
from plainreply.settings.values import Given, Key, Layer, Settings

__all__ = ["Configuration", "Given", "Key", "Layer", "Settings", "Sources", "settings_for"]

NOTHING: Layer = MappingProxyType({})


class Sources:
    """The configuration files of one run, each found and read once.

    ``config`` holds for every draft; without it the file closest to a draft does, none when
    ``isolated``. ``given`` is what the command line sets. What they raise: see ``configuration``.
    """

    def __init__(
        self, config: Path | None = None, isolated: bool = False, given: Layer = NOTHING
    ) -> None:
        self.given = given
        self._fixed = configuration(config) if config else Configuration() if isolated else None
        self._of_folder: dict[Path, Configuration] = {}
        self._read: dict[Path, Configuration] = {}
        self._settled: dict[tuple[Path | None, tuple[int, ...]], Settings] = {}

    def settings(self, draft: Path | None = None) -> Settings:
        """Return what holds for a draft, or for a text without a file in the current folder."""
        found = self.configuration(draft.parent if draft else Path())
        key = found.path, found.matching(draft)
        if key not in self._settled:
            self._settled[key] = found.settings(key[1], self.given)
        return self._settled[key]

    def configuration(self, folder: Path) -> Configuration:
        """Return the configuration that holds in a folder."""
        if self._fixed is not None:
            return self._fixed
        if folder not in self._of_folder:
            path = nearest(folder)
            self._of_folder[folder] = self._configured(path) if path else Configuration()
        return self._of_folder[folder]

    def _configured(self, path: Path) -> Configuration:
        if path not in self._read:
            self._read[path] = configuration(path)
        return self._read[path]


def settings_for(path: str | Path, config: str | Path | None = None) -> Settings:
    """Return the settings that hold for a draft: those of ``config``, else of the configuration
    file closest to it. Raises BadConfiguration with file and line."""
    return Sources(Path(config) if config else None).settings(Path(path))


def given(values: Mapping[str, object]) -> Layer:
    """Return the layer of what the command line sets; None is not set."""
    return {Key(name): Given(value) for name, value in values.items() if value is not None}
