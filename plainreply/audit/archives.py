"""Letters in ZIP and TAR archives, one member at a time."""

import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO

from plainreply.audit.told import from_folders
from plainreply.audit.values import TOO_LARGE, Entries, Entry, Leave, broken, limited
from plainreply.errors import UnreadableDocument
from plainreply.readers import MAX_FILE, SUFFIXES

DAMAGED = "Архив повреждён: распакуйте его другой программой или возьмите другую копию."
LOCKED = "Файл в архиве закрыт паролем: распакуйте архив и проверьте папку."
ENCRYPTED, UTF8 = 0x1, 0x800
"""Bits of the flags of a member of a ZIP archive: it has a password; its name is in UTF-8."""
FAULTS = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError)


def in_zip(stream: IO[bytes], address: str, leave: Leave) -> Entries:
    """Yield the letters of a ZIP archive. Raises UnreadableDocument when it is damaged."""
    try:
        archive = zipfile.ZipFile(stream)
    except (*FAULTS, OSError, ValueError) as error:
        raise UnreadableDocument(DAMAGED) from error
    with archive:
        for number, member in enumerate(archive.infolist(), 1):
            if not member.is_dir():
                load = _Zipped(archive, member)
                yield from _entry(address, number, _named(member), load, leave)


def _named(member: zipfile.ZipInfo) -> str:
    """Return the name of a member. Russian Windows writes it in cp866 and does not say so: then it
    has been read as cp437."""
    if member.flag_bits & UTF8 or member.filename.isascii():
        return member.filename
    try:
        return member.filename.encode("cp437").decode("cp866")
    except UnicodeError:
        return member.filename


class _Zipped:
    """Reads a member of a ZIP archive."""

    def __init__(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
        self._archive, self._member = archive, member

    def __call__(self) -> bytes:
        if self._member.flag_bits & ENCRYPTED:
            raise UnreadableDocument(LOCKED)
        if self._member.file_size > MAX_FILE:
            raise UnreadableDocument(TOO_LARGE)
        try:
            with self._archive.open(self._member) as stream:
                return limited(stream)
        except (*FAULTS, NotImplementedError, RuntimeError) as error:
            raise UnreadableDocument(DAMAGED) from error


def in_tar(stream: IO[bytes], address: str, leave: Leave) -> Entries:
    """Yield the letters of a TAR archive, packed or not, which is read from start to end.

    Raises UnreadableDocument when it is damaged: what came before stands.
    """
    try:
        with tarfile.open(fileobj=stream, mode="r|*") as archive:
            for number, member in enumerate(archive, 1):
                held = archive.extractfile(member) if member.isfile() else None
                if held is not None:
                    yield from _entry(address, number, member.name, _Taken(held), leave)
                archive.members = []  # type: ignore[attr-defined]  # else each header is kept
    except (*FAULTS, OSError) as error:
        raise UnreadableDocument(DAMAGED) from error


class _Taken:
    """Reads a member of a TAR archive, which must be done before the next one is asked for."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def __call__(self) -> bytes:
        try:
            return limited(self._stream)
        except FAULTS as error:
            raise UnreadableDocument(DAMAGED) from error


def _entry(
    address: str, number: int, inside: str, load: "_Zipped | _Taken", leave: Leave
) -> Iterator[Entry]:
    """Yield a member that is a letter, or that must be told; its number tells it from another of
    the same name. Nothing is unpacked to disk, so a name that leads out of it does no harm."""
    parts = [part for part in inside.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    path = PurePosixPath(*parts)
    if any(part.startswith((".", "~$", "__MACOSX")) for part in parts):
        return
    place = f"{address}#{number}/{path}"
    if path.suffix.lower() in SUFFIXES:
        folder = "/".join((address, *path.parent.parts))
        told = from_folders(str(path))
        yield Entry(place, path.name, path.name, folder, load, guessed=told)
    elif reason := leave(path.name):
        yield broken(place, reason)
