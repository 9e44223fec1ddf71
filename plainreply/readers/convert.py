"""Turns letters of old formats (.doc, .rtf) into DOCX by LibreOffice, where it is installed.

LibreOffice runs unseen, with a profile of its own that forbids macros, links and updates, and
sees only a copy of the letter in a temporary folder.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from plainreply.errors import UnreadableDocument
from plainreply.readers.sniff import OLD_WORD, RTF

TIMEOUT = 60.0  # seconds

COPY = "Письмо в формате .{} преобразовано в .docx: проверена только копия, правьте исходное."
FAILED = (
    "LibreOffice не смог преобразовать файл: снимите пароль, если он есть, "
    "сохраните письмо как .docx и проверьте ещё раз."
)
SLOW = "LibreOffice не успел преобразовать файл: сохраните письмо как .docx и проверьте ещё раз."

_COMMANDS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_REFUSALS = MappingProxyType({"doc": OLD_WORD, "rtf": RTF})
_FILTERS = MappingProxyType({"doc": "MS Word 97", "rtf": "Rich Text Format"})
_SETTINGS = (  # path, name and value of what the profile must say
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
)


def office() -> str | None:
    """Return the command that starts LibreOffice, None where it is not installed."""
    return next(filter(None, map(shutil.which, _COMMANDS)), None)


def as_docx(data: bytes, format_: str) -> bytes:
    """Return a letter of the format ``doc`` or ``rtf`` as the bytes of a DOCX.

    Raises UnreadableDocument when LibreOffice is missing, fails or takes too long.
    """
    command = office()
    if command is None:
        raise UnreadableDocument(_REFUSALS[format_])
    with TemporaryDirectory(prefix="plainreply-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        (room / f"letter.{format_}").write_bytes(data)
        _write_profile(room / "profile")
        _run(_arguments(command, room, format_), room)
        try:
            return (room / "out" / "letter.docx").read_bytes()
        except FileNotFoundError as error:
            raise UnreadableDocument(FAILED) from error


def _write_profile(profile: Path) -> None:
    """Write the settings of a profile that trusts no document."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>",
        encoding="utf-8",
    )


def _arguments(command: str, room: Path, format_: str) -> list[str]:
    return [
        command,
        f"-env:UserInstallation={(room / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nologo",
        f"--infilter={_FILTERS[format_]}",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(room / "out"),
        str(room / f"letter.{format_}"),
    ]


def _run(arguments: Sequence[str], room: Path) -> None:
    """Run LibreOffice in a group of its own, so that none of its processes outlives it."""
    try:
        process = subprocess.Popen(
            arguments,
            cwd=room,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise UnreadableDocument(FAILED) from error
    try:
        process.wait(TIMEOUT)
    except subprocess.TimeoutExpired as error:
        raise UnreadableDocument(SLOW) from error
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End what still runs, also when the check itself is stopped."""
    if process.poll() is None:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
