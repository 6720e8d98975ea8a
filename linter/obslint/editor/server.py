"""The language server: what comes from the client goes to the desks, on a thread of their own, and back."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from obslint import __version__
from obslint.editor.desk import Asking, Desk, Seen
from obslint.editor.messages import FIX_ALL, SOURCE, Speech
from obslint.lint.estate import describe
from obslint.lint.request import UsageError
from obslint.lint.settings.read import NAMES
from obslint.source.discovery import repository_of

DELAY = 0.3
"""Seconds of silence after a key before what was typed is looked at."""

WATCHED = (*(f"**/{name}" for name in NAMES), "**/*.{tf,tofu,tfvars,tofuvars}", "**/*.{tf,tofu,tfvars}.json", "**/*.{yaml,yml,template}")
"""What a client is asked to tell of when it changes outside of the editor."""

T = TypeVar("T")


class Office:
    """The desks of one client, and the mail between it and them."""

    def __init__(self, server: LanguageServer, asking: Asking, delay: float = DELAY) -> None:
        self._server, self._asking, self._delay = server, asking, delay
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="obslint")
        self._desks: dict[Path, Desk] = {}
        self._open: dict[Path, str] = {}
        self._waiting: dict[Path, asyncio.Task[None]] = {}
        self._published: dict[Path, set[Path]] = {}
        self._said: set[str] = set()

    @property
    def speech(self) -> Speech:
        """How the client is spoken to; files that it has open by the address that it gave."""
        encoding = str(getattr(self._server.workspace.position_encoding, "value", self._server.workspace.position_encoding))
        return Speech(encoding, lambda path: self._open.get(path, path.as_uri()))

    def opened(self, uri: str) -> None:
        """A file was opened."""
        if (path := _path(uri)) is not None:
            self._open[path] = uri
            self.schedule(self._base(path), 0)

    def closed(self, uri: str) -> None:
        """A file was closed; what its buffer held beyond the disk counts no longer."""
        if (path := _path(uri)) in self._open and path is not None:
            del self._open[path]
            self.schedule(self._base(path), 0)

    def touched(self, uri: str, *, saved: bool = False) -> None:
        """A file was changed or saved."""
        if (path := _path(uri)) in self._open and path is not None:
            self.schedule(self._base(path), 0 if saved else self._delay)

    def everything(self) -> None:
        """Something changed outside of the editor."""
        for base in self._desks:
            self.schedule(base, self._delay)

    def schedule(self, base: Path, delay: float) -> None:
        """Looks at a desk after a while, unless something else happens there before."""
        if base in self._waiting:
            self._waiting[base].cancel()
        self._waiting[base] = asyncio.ensure_future(self._later(base, delay))

    async def _later(self, base: Path, delay: float) -> None:
        await asyncio.sleep(delay)
        await self.look(base)

    async def look(self, base: Path) -> Desk:
        """Looks at the files of a desk as they are now, and tells the client what is found."""
        desk = self._desks.setdefault(base, Desk(base, self._asking))
        buffers = {path: self._server.workspace.get_text_document(uri) for path, uri in self._open.items() if self._base(path) == base}
        texts = {path: document.source.removeprefix("\ufeff") for path, document in buffers.items()}
        try:
            seen = await self._on_thread(lambda: desk.look(texts))
        except UsageError as error:
            self._say(str(error), types.MessageType.Error)
            return desk
        except Exception as error:  # a defect of ours must not end the session
            self._say(f"obslint failed: {describe(error)}", types.MessageType.Error)
            return desk
        self._said.clear()
        for one in seen.errors:
            self._say(one, types.MessageType.Warning)
        self._publish(base, desk, seen, {path: document.version for path, document in buffers.items()})
        return desk

    def _publish(self, base: Path, desk: Desk, seen: Seen, versions: dict[Path, int | None]) -> None:
        speech = self.speech
        for path in sorted({*self._published.get(base, ()), *seen.findings, *versions}):
            found = speech.diagnostics(seen.findings.get(path, ()), seen.files, desk.path)
            self._server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(speech.uri(path), found, versions.get(path)))
        self._published[base] = set(seen.findings)

    def _say(self, text: str, kind: types.MessageType) -> None:
        if text not in self._said:
            self._said.add(text)
            self._server.window_show_message(types.ShowMessageParams(kind, f"{SOURCE}: {text}"))

    async def _on_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def actions(self, params: types.CodeActionParams) -> list[types.CodeAction]:
        """What can be done in a range."""
        uri = params.text_document.uri
        path = _path(uri)
        if path not in self._open or path is None:
            return []
        desk = await self.look(self._base(path))
        only = params.context.only
        found = []
        if _wants(only, types.CodeActionKind.QuickFix.value):
            found += await self._quick_fixes(desk, path, params.range)
        if _wants(only, FIX_ALL) and await self._on_thread(lambda: desk.can_fix(path)):
            action = types.CodeAction("obslint: apply all safe fixes of this file", kind=FIX_ALL, data=uri)
            found.append(action if self._resolves() else await self.resolved(action))
        return found

    async def _quick_fixes(self, desk: Desk, path: Path, where: types.Range) -> list[types.CodeAction]:
        speech, file = self.speech, desk.file(path)
        if file is None:
            return []
        actions = await self._on_thread(lambda: desk.actions(path, speech.span(file, where)))
        return [speech.action(action, desk.files, desk.path, self._versions()) for action in actions]

    async def resolved(self, action: types.CodeAction) -> types.CodeAction:
        """All safe fixes of a file, which are worked out when they are asked for."""
        path = _path(str(action.data))
        if path in self._open and path is not None:
            desk = await self.look(self._base(path))
            changes = await self._on_thread(lambda: desk.fix_all(path))
            action.edit = self.speech.edit(changes, self._versions())
        return action

    async def hover(self, params: types.HoverParams) -> types.Hover | None:
        """What is said about a place."""
        path = _path(params.text_document.uri)
        if path not in self._open or path is None:
            return None
        desk = await self.look(self._base(path))
        speech, file = self.speech, desk.file(path)
        if file is None:
            return None
        said = await self._on_thread(lambda: desk.hover(path, speech.offset(file, params.position)))
        return said and types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said[0]), speech.range(file, said[1]))

    def watch(self) -> None:
        """Asks the client to tell of files that change outside of the editor, where it can."""
        files = self._capability("workspace", "did_change_watched_files", "dynamic_registration")
        if files:
            options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(pattern) for pattern in WATCHED])
            one = types.Registration("obslint-files", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
            self._server.client_register_capability(types.RegistrationParams([one]))

    def close(self) -> None:
        """Ends the thread; a look that is under way is the last."""
        for task in self._waiting.values():
            task.cancel()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _versions(self) -> dict[str, int] | None:
        """The versions of the open files; None for clients that do not care."""
        if not self._capability("workspace", "workspace_edit", "document_changes"):
            return None
        documents = self._server.workspace.text_documents
        return {uri: document.version for uri, document in documents.items() if document.version is not None}

    def _resolves(self) -> bool:
        return "edit" in (self._capability("text_document", "code_action", "resolve_support", "properties") or ())

    def _capability(self, *names: str) -> Any:
        """What the client says that it can do; None where it says nothing."""
        found: Any = self._server.client_capabilities
        for name in names:
            found = getattr(found, name, None)
        return found

    def _base(self, path: Path) -> Path:
        """The directory that the reports of a file count from: the folder of the editor, or else the repository."""
        folders = [folder for uri in self._server.workspace.folders if (folder := _path(uri)) and path.is_relative_to(folder)]
        return max(folders, key=lambda folder: len(folder.parts)) if folders else repository_of(path.parent) or path.parent


def _path(uri: str) -> Path | None:
    """The path of a file; None for buffers that are none."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(path) if path else None


def _wants(only: Any, kind: str) -> bool:
    """Whether a client asks for a kind of action: by name, by the beginning of its name, or for all."""
    names = [str(getattr(one, "value", one)) for one in only or ()]
    return not names or any(kind == name or kind.startswith(f"{name}.") for name in names)


def serve(asking: Asking) -> None:
    """Speaks on standard input and output until the client ends it."""
    make_server(asking).start_io()


def make_server(asking: Asking, delay: float = DELAY) -> LanguageServer:
    """A server with everything it can do; `asking` makes requests."""
    server = LanguageServer(SOURCE, __version__)
    office: list[Office] = []

    def begin(_: types.InitializeParams) -> None:
        office.append(Office(server, asking, delay))

    async def act(params: types.CodeActionParams) -> list[types.CodeAction]:
        return await office[0].actions(params)

    async def resolve(action: types.CodeAction) -> types.CodeAction:
        return await office[0].resolved(action)

    async def hover(params: types.HoverParams) -> types.Hover | None:
        return await office[0].hover(params)

    # named one by one instead of with decorators, which would be untyped where pygls is not installed
    server.feature(types.INITIALIZE)(begin)
    server.feature(types.INITIALIZED)(lambda _: office[0].watch())
    server.feature(types.SHUTDOWN)(lambda *_: office[0].close())
    server.feature(types.TEXT_DOCUMENT_DID_OPEN)(lambda params: office[0].opened(params.text_document.uri))
    server.feature(types.TEXT_DOCUMENT_DID_CLOSE)(lambda params: office[0].closed(params.text_document.uri))
    server.feature(types.TEXT_DOCUMENT_DID_CHANGE)(lambda params: office[0].touched(params.text_document.uri))
    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(lambda params: office[0].touched(params.text_document.uri, saved=True))
    server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)(lambda _: office[0].everything())
    server.feature(types.TEXT_DOCUMENT_HOVER)(hover)
    kinds = [types.CodeActionKind.QuickFix, FIX_ALL]
    server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(kinds, resolve_provider=True))(act)
    server.feature(types.CODE_ACTION_RESOLVE)(resolve)
    return server
