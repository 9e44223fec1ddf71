"""Letters in ZIP and TAR archives, one member at a time."""

import lzma
import tarfile
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import IO

from plainreply.audit.told import from_folders
from plainreply.audit.values import Entries, Entry, limited
from plainreply.errors import UnreadableDocument
from plainreply.readers import SUFFIXES

DAMAGED = "Архив повреждён: распакуйте его другой программой или возьмите другую копию."
LOCKED = "Файл в архиве закрыт паролем: распакуйте архив и проверьте папку."
FAULTS = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError)


def in_zip(stream: IO[bytes], address: str) -> Entries:
    """Yield the letters of a ZIP archive. Raises UnreadableDocument when it is damaged."""
    try:
        archive = zipfile.ZipFile(stream)
    except (*FAULTS, OSError, ValueError) as error:
        raise UnreadableDocument(DAMAGED) from error
    with archive:
        for number, member in enumerate(archive.infolist(), 1):
            if _is_letter(member.filename):
                yield _entry(address, number, member.filename, _Zipped(archive, member))


class _Zipped:
    """Reads a member of a ZIP archive."""

    def __init__(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
        self._archive, self._member = archive, member

    def __call__(self) -> bytes:
        if self._member.flag_bits & 0x1:
            raise UnreadableDocument(LOCKED)
        try:
            with self._archive.open(self._member) as stream:
                return limited(stream)
        except (*FAULTS, NotImplementedError, RuntimeError) as error:
            raise UnreadableDocument(DAMAGED) from error


def in_tar(stream: IO[bytes], address: str) -> Entries:
    """Yield the letters of a TAR archive, packed or not, which is read from start to end.

    Raises UnreadableDocument when it is damaged: what came before stands.
    """
    try:
        with tarfile.open(fileobj=stream, mode="r|*") as archive:
            for number, member in enumerate(archive, 1):
                held = archive.extractfile(member) if member.isfile() else None
                if held is not None and _is_letter(member.name):
                    yield _entry(address, number, member.name, _Taken(held))
                archive.members = []  # type: ignore[attr-defined]  # else each header is kept
    except (*FAULTS, OSError) as error:
        raise UnreadableDocument(DAMAGED) from error


class _Taken:
    """Reads a member of a TAR archive, which must be done before the next one is asked for."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def __call__(self) -> bytes:
        return limited(self._stream)


def _entry(address: str, number: int, inside: str, load: "_Zipped | _Taken") -> Entry:
    """Return a member; its number tells it from another of the same name."""
    path = PurePosixPath(inside.replace("\\", "/"))
    folder = "" if str(path.parent) == "." else f"/{path.parent}"
    return Entry(
        f"{address}#{number}/{path}",
        path.name,
        path.name,
        f"{address}{folder}",
        load,
        guessed=from_folders(str(path)),
    )


def _is_letter(inside: str) -> bool:
    path = PurePosixPath(inside.replace("\\", "/"))
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return path.suffix.lower() in SUFFIXES and not hidden and not inside.endswith("/")
