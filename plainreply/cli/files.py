"""Writes a file whole or not at all."""

import io
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from plainreply.cli.streams import complain
from plainreply.errors import BadConfiguration

SHOWN = 20
"""How much of its target's name a temporary file has: with all of it, it could be too long."""
WRITTEN = "Записано: {}"


def real(path: str | Path) -> str:
    """Return where ``path`` leads, so that two names of one file compare equal."""
    return os.path.realpath(path)


def check_target(path: Path, force: bool) -> None:
    """Raise BadConfiguration when a file cannot be put at ``path``, before any work is done.

    An ordinary file that is there already is replaced only with ``force``.
    """
    mode = _type_and_mode(path)
    if stat.S_ISDIR(mode):
        raise BadConfiguration(f"«{path}» — папка: укажите имя файла, в который записать.")
    if not mode and not stat.S_ISDIR(_type_and_mode(path.parent)):
        raise BadConfiguration(f"Папки «{path.parent}» нет: создайте её или укажите другую.")
    check_writable(path)
    if stat.S_ISREG(mode) and not force:
        raise BadConfiguration(f"Файл «{path}» уже есть: выберите другое имя или добавьте --force.")


def check_writable(path: Path) -> None:
    """Raise BadConfiguration when what is at ``path`` is read-only, or takes no text.

    The bits of the mode count, not only the right to write: an administrator may write
    everywhere, but a file closed to its owner was closed on purpose.
    """
    mode = _type_and_mode(path)
    if mode and not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or _is_stream(mode)):
        raise BadConfiguration(f"«{path}» — не обычный файл: выберите другое имя.")
    if mode and not (mode & stat.S_IWUSR and os.access(path, os.W_OK)):
        raise BadConfiguration(
            f"Файл «{path}» только для чтения: снимите запрет или выберите другое имя."
        )


def _type_and_mode(path: Path) -> int:
    """Return what is at ``path``, where links lead, or 0 for nothing that can be seen."""
    try:
        return path.stat().st_mode
    except OSError:
        return 0


def _is_stream(mode: int) -> bool:
    """Tell a device or a pipe, which takes bytes and must never be replaced by a file."""
    return stat.S_ISCHR(mode) or stat.S_ISFIFO(mode)


def write_atomic(path: Path, data: bytes, private: bool = False) -> None:
    """Write ``data`` to ``path`` by way of a temporary file next to it.

    A reader sees the old file or the new one, never a part. The mode of an existing file is
    kept, unless it shall be ``private`` to its owner, and a link goes on pointing where it did.
    A device or a pipe is written into as it is. Raises BadConfiguration when it cannot.
    """
    check_writable(path)
    try:
        if _is_stream(_type_and_mode(path)):
            with path.open("wb", buffering=0) as stream:
                _pour(stream, data)
        else:
            _replace(Path(real(path)), data, private)
    except PermissionError as error:  # Word lets nobody replace a file that it shows
        raise BadConfiguration(
            f"«{path}» не записывается: закройте файл в Word и проверьте, есть ли доступ к папке."
        ) from error
    except OSError as error:
        raise BadConfiguration(
            f"«{path}» не записывается: проверьте, есть ли доступ к папке и место на диске."
        ) from error


def deliver(path: Path, data: bytes, more: str = "") -> None:
    """Write ``data`` to ``path`` as ``write_atomic`` does, and say so; ``more`` ends the line."""
    write_atomic(path, data)
    complain(f"{WRITTEN.format(path)}{more}")


def _pour(stream: io.FileIO, data: bytes) -> None:
    """Write all of ``data``: a pipe may take less at a time."""
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) or 0 :]


def _replace(target: Path, data: bytes, private: bool) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:SHOWN]}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if not private:  # which it is from the start
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
