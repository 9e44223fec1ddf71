"""Letters of old formats, read as copies that LibreOffice makes."""

import stat
import sys
from pathlib import Path
from time import sleep

import pytest

from plainreply.errors import UnreadableDocument
from plainreply.readers import convert, read_bytes

RTF = rb"{\rtf1\ansi\ansicpg1251 {\b \'ce\'f2\'e2\'e5\'f2} \'e4\'e0\'ed.\par}"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "WordDocument".encode("utf-16-le")

needs_office = pytest.mark.skipif(convert.office() is None, reason="LibreOffice is not installed")
needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


def refusal(data, name=""):
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(data, name)
    return str(caught.value)


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Put a program of the test's own in the place of LibreOffice."""

    def put(script):
        program = tmp_path / "soffice"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(convert, "_COMMANDS", (str(program),))

    return put


@needs_office
def test_an_rtf_is_read_as_a_copy_in_docx():
    document = read_bytes(RTF, "ответ.doc")
    assert document.text.strip() == "Ответ дан."
    assert document.faces[0].face.bold
    assert document.source.format == "docx"
    assert document.source.notes[0].startswith("Письмо в формате .rtf преобразовано в .docx")


@needs_office
def test_a_damaged_doc_is_a_sentence():
    assert "LibreOffice не смог" in refusal(COMPOUND, "a.doc")


def test_without_libreoffice_the_clerk_is_told_to_save_anew(monkeypatch):
    monkeypatch.setattr(convert, "_COMMANDS", ())
    assert "RTF" in refusal(RTF)
    assert "старого формата .doc" in refusal(COMPOUND)


@needs_posix
def test_only_a_copy_under_a_name_of_ours_is_handed_over(stand_in, tmp_path):
    stand_in(f'printf "%s\\n" "$@" > {tmp_path}/asked; cat letter.rtf > {tmp_path}/seen')
    assert "LibreOffice не смог" in refusal(RTF, "--help; rm.rtf")
    asked = (tmp_path / "asked").read_text(encoding="utf-8")
    assert "--headless" in asked and "rm.rtf" not in asked
    assert (tmp_path / "seen").read_bytes() == RTF


@needs_posix
def test_the_profile_forbids_macros_and_links_and_is_removed(stand_in, tmp_path):
    stand_in(f"cp profile/user/registrymodifications.xcu {tmp_path}; pwd > {tmp_path}/room")
    refusal(RTF)
    settings = (tmp_path / "registrymodifications.xcu").read_text(encoding="utf-8")
    for name in ("DisableMacrosExecution", "BlockUntrustedRefererLinks"):
        assert f'"{name}" oor:op="fuse"><value>true</value>' in settings
    assert not Path((tmp_path / "room").read_text(encoding="utf-8").strip()).exists()


@needs_posix
def test_a_conversion_that_hangs_is_ended_with_all_it_started(stand_in, tmp_path, monkeypatch):
    monkeypatch.setattr(convert, "TIMEOUT", 0.5)
    stand_in(f"(sleep 3; touch {tmp_path}/late) & wait")
    assert "не успел" in refusal(RTF)
    sleep(3.2)
    assert not (tmp_path / "late").exists()
