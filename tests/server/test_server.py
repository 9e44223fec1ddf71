"""The server as an editor meets it: a real client, the program in a process of its own."""

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from editor import ROOT, Editor, editor
from lsprotocol import types

from plainreply.server.actions import FIX_ALL

QUICK = types.CodeActionKind.QuickFix.value
TEXT = "Добрый день 😀!\r\n\r\n👨‍👩‍👧 Комиссией рассмотрено заявление. Письмо отправлено 5 мая.\r\n"
ALONE = {"select": ["passive"]}


def of(client: Editor, uri: str, words: str) -> types.Range:
    lines = client.texts[uri]
    at = lines.text.index(words)
    return types.Range(lines.position(at), lines.position(at + len(words)))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-32"])
def test_letter_is_checked_explained_and_mended(tmp_path: Path, encoding: str) -> None:
    async def session() -> None:
        uri = (tmp_path / "ответ.txt").as_uri()
        async with editor(tmp_path, ALONE, encodings=(encoding,)) as client:
            assert client.encoding == encoding
            await client.open(uri, TEXT)
            shown = await client.diagnostics()
            assert (shown.uri, shown.version) == (uri, 1)
            assert [client.words(uri, d.range) for d in shown.diagnostics] == [
                "рассмотрено",
                "отправлено",
            ]
            first, second = shown.diagnostics
            assert (first.code, first.source) == ("passive", "plainreply")
            assert first.severity is types.DiagnosticSeverity.Warning
            told = await client.hover(uri, first.range.start)
            assert "Страдательный залог" in told and "«рассмотрено»" in told
            assert "Этого требуют порядки" in told
            assert await client.hover(uri, types.Position(0, 0)) == ""
            safe, silence = await client.actions(uri, first.range, QUICK)
            assert safe.is_preferred and not silence.is_preferred
            mended = client.after(uri, safe)
            assert mended == TEXT.replace("Комиссией рассмотрено", "Комиссия рассмотрела")
            advice = (await client.actions(uri, second.range))[0]
            assert not advice.is_preferred and advice.title.endswith("(проверьте смысл)")
            [every] = await client.actions(uri, of(client, uri, "5 мая"), "source.fixAll")
            assert every.kind == FIX_ALL and client.after(uri, every) == mended

    asyncio.run(session())


def test_changes_are_checked_once_the_writer_pauses(tmp_path: Path) -> None:
    async def session() -> None:
        uri, other = ((tmp_path / name).as_uri() for name in ("ответ.txt", "второй.txt"))
        async with editor(tmp_path, ALONE) as client:
            await client.open(other, TEXT)
            await client.open(uri, TEXT)
            assert {(await client.diagnostics()).uri, (await client.diagnostics()).uri} == {
                uri,
                other,
            }
            await client.type(uri, 2, (of(client, uri, "Комиссией рассмотрено"), "Мы рассмотрели"))
            end = client.texts[uri].position(len(client.texts[uri].text))
            await client.type(uri, 3, (types.Range(end, end), "Ответ подготовлен комиссией 😀."))
            shown = await client.diagnostics()
            assert (shown.uri, shown.version) == (uri, 3)
            words = [client.words(uri, d.range) for d in shown.diagnostics]
            assert words == ["отправлено", "подготовлен"]
            assert client.shown.empty()
            own = types.TextDocumentIdentifier(other)
            client.text_document_did_close(types.DidCloseTextDocumentParams(own))
            closed = await client.diagnostics()
            assert (closed.uri, list(closed.diagnostics)) == (other, [])

    asyncio.run(session())


@pytest.mark.parametrize(
    ("name", "language", "text", "words", "mended"),
    [
        (
            "ответ.md",
            "markdown",
            "# Ответ\n\nКомиссией **рассмотрено** заявление.\n",
            "рассмотрено",
            "# Ответ\n\nКомиссия **рассмотрела** заявление.\n",
        ),
        (
            "ответ.html",
            "html",
            "<p>Комиссией <b>рассмотрено</b> заявление&nbsp;😀.</p>\n",
            "рассмотрено",
            "<p>Комиссия <b>рассмотрела</b> заявление&nbsp;😀.</p>\n",
        ),
        (
            "новый",
            "jinja-html",
            "<p>{{ имя }}, комиссией рассмотрено заявление.</p>\n",
            "рассмотрено",
            "<p>{{ имя }}, комиссия рассмотрела заявление.</p>\n",
        ),
        (
            "ответ.txt.j2",
            "plaintext",
            "{% if да %}Комиссией рассмотрено заявление.{% endif %}\n",
            "рассмотрено",
            "{% if да %}Комиссия рассмотрела заявление.{% endif %}\n",
        ),
    ],
)
def test_markup_stays_and_a_comment_silences(
    tmp_path: Path, name: str, language: str, text: str, words: str, mended: str
) -> None:
    async def session() -> None:
        uri = (tmp_path / name).as_uri()
        async with editor(tmp_path, options=ALONE) as client:
            await client.open(uri, text, language)
            [found] = (await client.diagnostics()).diagnostics
            assert client.words(uri, found.range) == words
            safe, silence = await client.actions(uri, found.range, QUICK)
            assert client.after(uri, safe) == mended
            whole = types.Range(types.Position(0, 0), types.Position(99, 0))
            await client.type(uri, 2, (whole, client.after(uri, silence)))
            assert not (await client.diagnostics()).diagnostics

    asyncio.run(session())


def test_settings_come_from_the_closest_file_and_from_the_editor(tmp_path: Path) -> None:
    async def session() -> None:
        uri = (tmp_path / "ответ.txt").as_uri()
        file = tmp_path / "plainreply.toml"
        file.write_text('select = ["all-caps"]\nlines = 5\n', encoding="utf-8")
        async with editor(tmp_path, {}) as client:
            await client.open(uri, "Комиссией рассмотрено ЗАЯВЛЕНИЕ.")
            wrong = await client.sentence()
            assert "plainreply.toml, строка 2" in wrong and "lines" in wrong
            assert client.shown.empty()
            file.write_text('select = ["all-caps"]\n', encoding="utf-8")
            event = types.FileEvent(file.as_uri(), types.FileChangeType.Changed)
            client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
            assert [d.code for d in (await client.diagnostics()).diagnostics] == ["all-caps"]
            client.settings = {"select": ["passive"]}
            client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
            assert [d.code for d in (await client.diagnostics()).diagnostics] == ["passive"]
            client.settings = {"profile": "нет-такого"}
            client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
            assert "нет-такого" in await client.sentence()
            assert client.shown.empty()

    asyncio.run(session())


def test_without_the_extra_one_sentence_says_what_to_install(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ImportError\n", encoding="utf-8")
    places = os.pathsep.join((str(tmp_path), str(ROOT)))
    result = subprocess.run(
        [sys.executable, "-m", "plainreply", "server"],
        env={**os.environ, "PYTHONPATH": places, "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1 and 'pip install "plainreply[server]"' in result.stderr


def test_program_ends_in_silence_when_the_editor_leaves() -> None:
    talk: list[dict[str, object]] = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None}},
        {"method": "initialized", "params": {}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ]
    said = b"".join(map(message, talk))
    result = subprocess.run(
        [sys.executable, "-m", "plainreply", "server"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        input=said,
        capture_output=True,
        check=False,
    )
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.count(b"Content-Length") == 2


def message(content: dict[str, object]) -> bytes:
    data = json.dumps({"jsonrpc": "2.0", **content}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(data) + data
