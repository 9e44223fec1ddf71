"""Writes a file whole or not at all."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from plainreply.errors import BadConfiguration


def real(path: str | Path) -> str:
    """Return where ``path`` leads, so that two names of one file compare equal."""
    return os.path.realpath(path)


def check_target(path: Path) -> None:
    """Raise BadConfiguration when a file cannot be put at ``path``, before any work is done."""
    if path.is_dir():
        raise BadConfiguration(f"«{path}» — папка: укажите имя файла, в который записать.")
    if not path.parent.is_dir():
        raise BadConfiguration(f"Папки «{path.parent}» нет: создайте её или укажите другую.")


def write_atomic(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path`` by way of a temporary file next to it.

    A reader sees the old file or the new one, never a part. The mode of an existing file is
    kept, and a link goes on pointing where it did. Raises BadConfiguration when it cannot.
    """
    target = Path(real(path))
    try:
        _replace(target, data)
    except OSError as error:
        raise BadConfiguration(
            f"«{path}» не записывается: проверьте, есть ли доступ к папке и место на диске."
        ) from error


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(target: Path) -> int:
    """Return the mode of the file that is replaced, or that of a new one."""
    with suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
