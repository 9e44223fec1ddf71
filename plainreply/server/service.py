"""The language server: what an editor asks and is told."""

import logging
import os
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from plainreply.server.actions import KINDS, actions
from plainreply.server.desk import Desk
from plainreply.server.letters import Letter, Result
from plainreply.server.positions import Lines
from plainreply.server.telling import diagnostics, hover
from plainreply.settings.files import NAMES
from plainreply.version import __version__

SECTION = "plainreply"


class Service(LanguageServer):
    """A server for one editor."""

    def __init__(self) -> None:
        super().__init__(SECTION, __version__, types.TextDocumentSyncKind.Incremental)
        self.desk = Desk(self.show, self.complain)

    def show(self, result: Result) -> None:
        """Show what was found in a letter."""
        letter = result.letter
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(letter.uri, diagnostics(result), letter.version)
        )

    def complain(self, sentence: str) -> None:
        """Show a sentence to the writer."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Error, sentence))

    def letter(self, item: types.TextDocumentItem) -> Letter:
        """Return a letter as the editor opens it."""
        encoding = types.PositionEncodingKind(self.workspace.position_encoding or "utf-16").value
        own = to_fs_path(item.uri) if item.uri.startswith("file:") else None
        lines = Lines(item.text, encoding)
        path = Path(own) if own else None
        return Letter(item.uri, item.version, lines, item.language_id, path)


def service() -> Service:
    """Return a server that is ready to start."""
    server = Service()
    _follow_settings(server)
    _follow_letters(server)
    _answer(server)
    return server


def run() -> None:
    """Serve an editor over standard input and output until it leaves; whatever else is printed
    meanwhile goes to standard error."""
    logging.disable(logging.CRITICAL)  # a log could hold the text of a letter
    protocol = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    with redirect_stdout(sys.stderr):
        service().start_io(stdout=protocol)


def _follow_settings(server: Service) -> None:
    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.desk.configure(_own(params.initialization_options))

    @server.feature(types.INITIALIZED)
    async def initialized(_: types.InitializedParams) -> None:
        await _pull(server)
        _watch(server)

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def reconfigured(params: types.DidChangeConfigurationParams) -> None:
        if not await _pull(server):
            server.desk.configure(_own(params.settings))

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def rewritten(_: types.DidChangeWatchedFilesParams) -> None:
        server.desk.refresh()


async def _pull(server: Service) -> bool:
    """Ask the editor for its settings if it can tell them; tell whether it did."""
    workspace = server.client_capabilities.workspace
    if not (workspace and workspace.configuration):
        return False
    item = types.ConfigurationItem(section=SECTION)
    told = await server.workspace_configuration_async(types.ConfigurationParams([item]))
    if told and told[0] is not None:
        server.desk.configure(_own(told[0]))
    return True


def _watch(server: Service) -> None:
    """Ask the editor to tell when a file of configuration changes, if it can."""
    workspace = server.client_capabilities.workspace
    watched = workspace.did_change_watched_files if workspace else None
    if watched and watched.dynamic_registration:
        watchers = [types.FileSystemWatcher(f"**/{name}") for name in NAMES]
        options = types.DidChangeWatchedFilesRegistrationOptions(watchers)
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        asked = types.Registration(SECTION, method, options)
        server.client_register_capability(types.RegistrationParams([asked]))


def _own(settings: Any) -> dict[str, Any]:
    """Return our part of what an editor calls its settings."""
    told = settings.get(SECTION, settings) if isinstance(settings, dict) else {}
    return told if isinstance(told, dict) else {}


def _follow_letters(server: Service) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.desk.open(server.letter(params.text_document))

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        own = params.text_document
        server.desk.change(own.uri, own.version, list(params.content_changes))

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.desk.close(uri)
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _answer(server: Service) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        result = server.desk.seen(params.text_document.uri)
        return hover(result, params.position) if result else None

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(list(KINDS)))
    async def acted(params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        return await server.desk.ask(uri, lambda result: actions(result, params)) or []
