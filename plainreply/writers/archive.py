"""Writes a zip anew with some members replaced and every other one copied as it stands."""

from collections.abc import Mapping
from copy import copy
from io import BytesIO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
LOCAL_HEADER = 30
"""Size in bytes of the fixed part of a member's local header."""
SIZES_FOLLOW = 0x08
"""The flag of members whose sizes stand behind their data and not in the header."""


def replaced(package: bytes, members: Mapping[str, bytes]) -> bytes:
    """Return the zip ``package`` with the contents of ``members`` in place of, or added to, its
    own. Members not named keep their packed bytes, names, dates and order; nothing is inflated.

    Raises BadZipFile when members overlap: copied one by one they could be of any size.
    """
    target = BytesIO()
    with ZipFile(BytesIO(package)) as old, ZipFile(target, "w", ZIP_DEFLATED) as new:
        if sum(info.compress_size for info in old.infolist()) > len(package):
            raise BadZipFile("members overlap")
        for info in old.infolist():
            if info.filename in members:
                new.writestr(_like(info), members[info.filename])
            else:
                _copy(package, info, new)
        names = set(old.namelist())
        for name, data in members.items():
            if name not in names:
                new.writestr(_fresh(name), data)
    return target.getvalue()


def _like(info: ZipInfo) -> ZipInfo:
    """Return the header of a member whose contents are replaced: its name, date and rights."""
    fresh = ZipInfo(info.filename, info.date_time)
    fresh.compress_type, fresh.external_attr = info.compress_type, info.external_attr
    return fresh


def _fresh(name: str) -> ZipInfo:
    """Return the header of a new member; its date is fixed, so that output is reproducible."""
    info = ZipInfo(name, EPOCH)
    info.compress_type = ZIP_DEFLATED
    return info


def _copy(package: bytes, info: ZipInfo, new: ZipFile) -> None:
    """Append a member with its packed bytes, as zipfile itself would have written it."""
    header = package[info.header_offset : info.header_offset + LOCAL_HEADER]
    start = info.header_offset + LOCAL_HEADER + _size(header, 26) + _size(header, 28)
    member = copy(info)
    member.flag_bits &= ~SIZES_FOLLOW
    assert new.fp is not None
    new.fp.seek(new.start_dir)
    member.header_offset = new.fp.tell()
    new.fp.write(member.FileHeader())
    new.fp.write(package[start : start + info.compress_size])
    new.filelist.append(member)
    new.NameToInfo[member.filename] = member
    new.start_dir = new.fp.tell()
    new._didModify = True  # type: ignore[attr-defined]


def _size(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 2], "little")
