"""An editor for tests: pygls' own client, which talks to the program in a process of its own."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

from plainreply.server.positions import Lines

ROOT = Path(__file__).parents[2]
WAIT = 90
"""Seconds that an answer may take on a busy machine: models load at the first check."""


class Editor(LanguageClient):
    """Keeps what the server tells; ``settings`` is what it answers when asked for them."""

    def __init__(self, settings: Any = None) -> None:
        super().__init__("editor", "1")
        self.settings = settings
        self.shown: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.said: asyncio.Queue[str] = asyncio.Queue()
        self.texts: dict[str, Lines] = {}
        self.encoding = "utf-16"

    async def open(self, uri: str, text: str, language: str = "plaintext") -> None:
        self.texts[uri] = Lines(text, self.encoding)
        item = types.TextDocumentItem(uri, language, 1, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    async def type(self, uri: str, version: int, *edits: tuple[types.Range, str]) -> None:
        changes = [types.TextDocumentContentChangePartial(text=t, range=r) for r, t in edits]
        self.texts[uri] = self.texts[uri].changed(changes)
        own = types.VersionedTextDocumentIdentifier(version, uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(own, changes))

    async def diagnostics(self) -> types.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.shown.get(), WAIT)

    async def sentence(self) -> str:
        return await asyncio.wait_for(self.said.get(), WAIT)

    async def actions(self, uri: str, range: types.Range, *only: str) -> list[types.CodeAction]:
        context = types.CodeActionContext([], only=list(only) or None)
        own = types.TextDocumentIdentifier(uri)
        asked = types.CodeActionParams(own, range, context)
        found = await asyncio.wait_for(self.text_document_code_action_async(asked), WAIT)
        return [action for action in found or () if isinstance(action, types.CodeAction)]

    async def hover(self, uri: str, position: types.Position) -> str:
        asked = types.HoverParams(types.TextDocumentIdentifier(uri), position)
        found = await asyncio.wait_for(self.text_document_hover_async(asked), WAIT)
        return found.contents.value if found else ""

    def words(self, uri: str, range: types.Range) -> str:
        return self.texts[uri].span(range).of(self.texts[uri].text)

    def after(self, uri: str, action: types.CodeAction) -> str:
        """Return the text once the editor has made what an action says."""
        [change] = action.edit.document_changes
        lines = self.texts[uri]
        edits = [(lines.span(edit.range), edit.new_text) for edit in change.edits]
        text = lines.text
        for span, new in sorted(edits, reverse=True):
            text = text[: span.start] + new + text[span.stop :]
        return text


@asynccontextmanager
async def editor(
    folder: Path, settings: Any = None, options: Any = None, encodings: tuple[str, ...] = ()
) -> AsyncIterator[Editor]:
    client = Editor(settings)

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def show(params: types.PublishDiagnosticsParams) -> None:
        client.shown.put_nowait(params)

    @client.feature(types.WINDOW_SHOW_MESSAGE)
    def say(params: types.ShowMessageParams) -> None:
        client.said.put_nowait(params.message)

    @client.feature(types.WORKSPACE_CONFIGURATION)
    def tell(params: types.ConfigurationParams) -> list[Any]:
        return [client.settings for _ in params.items]

    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    program = "-m", "plainreply", "server"
    await client.start_io(sys.executable, *program, cwd=str(folder), env=environment)
    capable = types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=list(encodings) or None),
        workspace=types.WorkspaceClientCapabilities(configuration=settings is not None),
    )
    asked = types.InitializeParams(
        capabilities=capable, root_uri=folder.as_uri(), initialization_options=options
    )
    told = await asyncio.wait_for(client.initialize_async(asked), WAIT)
    client.encoding = types.PositionEncodingKind(told.capabilities.position_encoding).value
    client.initialized(types.InitializedParams())
    try:
        yield client
    finally:
        await asyncio.wait_for(client.shutdown_async(None), WAIT)
        client.exit(None)
        await client.stop()
