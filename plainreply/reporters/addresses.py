"""The names of files as programs in a pipeline want them: from the folder that they run in."""

import os
from pathlib import Path, PurePath
from urllib.parse import quote


def path(name: str) -> str:
    """Return ``name`` with forward slashes, from this folder when it lies in it; «-» stays."""
    given = PurePath(os.path.normpath(name))
    here = Path.cwd()
    inside = given.is_absolute() and given.is_relative_to(here)
    return (given.relative_to(here) if inside else given).as_posix()


def uri(name: str) -> str:
    """Return ``name`` as a URI reference, relative where ``path`` is; what is not ASCII is
    percent-encoded UTF-8, undecodable bytes as they are."""
    told = path(name)
    encoded = quote(told.encode("utf-8", errors="surrogateescape"))
    if not PurePath(told).is_absolute():
        return encoded
    return f"file://{encoded}" if encoded.startswith("/") else f"file:///{encoded}"
