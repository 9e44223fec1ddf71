"""Files made by an enemy, by the dozen: read or refused in one Russian sentence, fast and small."""

import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from time import process_time

import pytest
from docx_attacks import ATTACKS

from plainreply.errors import UnreadableDocument
from plainreply.readers import read_bytes
from plainreply.spans import Span
from plainreply.writers.docx import annotate
from plainreply.writers.values import Note, Stamp

STAMP = Stamp("Проверка", datetime(2026, 5, 1, 10, 30))
SECONDS, MEGABYTES = 5, 400
WORST = (
    "laughs",
    "a million paragraphs",
    "as many paragraphs as may be",
    "members that overlap",
    "a hundred thousand runs",
    "text of over ten million",
    "many comments",
    "a bomb",
)


def attempt(data: bytes) -> str:
    """Read a file and write a comment into it; return the sentence that refuses it, if one does."""
    try:
        document = read_bytes(data, "a.docx")
        annotate(document, [Note(Span(0, min(5, len(document.text))), "м")], STAMP)
    except UnreadableDocument as error:
        return str(error)
    return ""


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_one_sentence_at_most(name: str) -> None:
    data = ATTACKS[name]()
    started = process_time()
    sentence = attempt(data)
    assert process_time() - started < SECONDS
    assert "Тайна" not in sentence and "\n" not in sentence and sentence[-1:] in ("", ".")
    assert not re.search("[a-z]{4}", sentence.replace("docx", ""))


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured in the way of Linux")
@pytest.mark.parametrize("name", WORST)
def test_the_worst_attacks_take_little_memory(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(ATTACKS[name]())
    code = (
        "import sys; sys.path[:0] = sys.argv[2:]; from pathlib import Path\n"
        "from test_docx_attacks import attempt\n"
        "attempt(Path(sys.argv[1]).read_bytes())\n"
        "status = Path('/proc/self/status').read_text()\n"  # getrusage counts the parent as well
        "print(int(status.split('VmHWM:')[1].split()[0]) // 1024)"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a.docx"), str(Path(__file__).parent)]
    result = subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert int(result.stdout) < MEGABYTES
