"""Keeps what is slow to compute in the user's cache folder, from run to run.

Only plain JSON values are kept, in files that the user alone can read and write. Whatever goes
wrong with the folder, the value is computed anew, so that nothing but time is lost.
"""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

SWITCH = "PLAINREPLY_NO_CACHE"
"""The environment variable that, when it is not empty, turns all keeping off."""
OTHERS = 3
"""How many older files of one name stay: those of other versions that are still in use."""


def kept(name: str, key: str, compute: Callable[[], Any]) -> Any:
    """Return what ``compute`` returns, kept under this name for as long as ``key`` is the same.

    The value is made of dicts with text keys, lists, texts, numbers, booleans and None.
    """
    own = folder()
    path = own / f"{name}-{key}.json" if own else None
    if path:
        with suppress(OSError, ValueError):
            return json.loads(path.read_bytes())
    value = compute()
    if path:
        with suppress(OSError):
            _write(path, json.dumps(value, ensure_ascii=False).encode("utf-8"))
            _tidy(path, name)
    return value


def folder() -> Path | None:
    """Return the user's cache folder, made at need; None where there can be none that is the
    user's alone."""
    if os.environ.get(SWITCH):
        return None
    from platformdirs import user_cache_path

    try:
        own = user_cache_path("plainreply", appauthor=False)
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
        return own if _is_own(own) else None
    except (OSError, RuntimeError):
        return None


def _is_own(folder: Path) -> bool:
    """Tell whether nobody but the user can put a file there."""
    if os.name == "nt":  # there the folder's place sees to that
        return True
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & 0o022


def _write(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, whoever else writes it now."""
    from tempfile import mkstemp

    handle, draft = mkstemp(prefix=".", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(draft).replace(path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _tidy(path: Path, name: str) -> None:
    """Remove the oldest files of this name but for a few, so that the folder stays small."""
    others = [other for other in path.parent.glob(f"{name}-*.json") if other != path]
    for other in sorted(others, key=lambda file: file.stat().st_mtime)[:-OTHERS]:
        other.unlink(missing_ok=True)
