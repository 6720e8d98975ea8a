"""An editor as far as the Language Server Protocol sees one: JSON-RPC over the standard streams of a process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any, BinaryIO
from urllib.parse import unquote, urlparse

Message = dict[str, Any]
PATIENCE = 15

CAPABILITIES = {
    "general": {"positionEncodings": ["utf-16"]},
    "workspace": {"workspaceEdit": {"documentChanges": True}, "didChangeWatchedFiles": {"dynamicRegistration": True}},
    "textDocument": {
        "publishDiagnostics": {"relatedInformation": True, "codeDescriptionSupport": True},
        "codeAction": {"isPreferredSupport": True, "resolveSupport": {"properties": ["edit"]}, "dataSupport": True},
    },
}


class Client:
    """A session: what the client sent and got is in `log`."""

    def __init__(self, root: Path, *options: str, capabilities: Message | None = None) -> None:
        self.root = root
        self.log: list[tuple[str, Message]] = []
        self.diagnostics: dict[str, list[Message]] = {}
        self.messages: list[str] = []
        self.versions: dict[str, int] = {}
        self.texts: dict[str, str] = {}
        self._number = 0
        self._inbox: Queue[Message | None] = Queue()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "obslint", "lsp", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=root, env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        self.errors: list[bytes] = []
        Thread(target=self._read, args=(self.process.stdout,), daemon=True).start()
        Thread(target=lambda stream: self.errors.extend(stream), args=(self.process.stderr,), daemon=True).start()
        folder = {"uri": root.as_uri(), "name": root.name}
        self.server = self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": folder["uri"],
                "workspaceFolders": [folder],
                "capabilities": CAPABILITIES if capabilities is None else capabilities,
            },
        )
        self.notify("initialized", {})

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def _read(self, stream: BinaryIO) -> None:
        while line := stream.readline():
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                line = stream.readline()
            self._inbox.put(json.loads(stream.read(length)))
        self._inbox.put(None)

    def _send(self, message: Message) -> None:
        self.log.append(("-->", message))
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self.process.stdin.flush()

    def _receive(self) -> Message:
        try:
            message = self._inbox.get(timeout=PATIENCE)
        except Empty:
            raise TimeoutError("\n".join([*self.messages, b"".join(self.errors).decode()])) from None
        if message is None:
            raise EOFError(b"".join(self.errors).decode())
        self.log.append(("<--", message))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "window/showMessage":
            self.messages.append(message["params"]["message"])
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def notify(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def request(self, method: str, params: Any) -> Any:
        """The result. Raises `RuntimeError` when the server answers with an error."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == self._number and "method" not in message:
                if "error" in message:
                    raise RuntimeError(message["error"])
                return message["result"]

    def until(self, done: Callable[[], bool]) -> None:
        """Takes what comes until something holds."""
        while not done():
            self._receive()

    def published(self, path: Path) -> list[Message]:
        """The next diagnostics of a file."""
        uri = path.as_uri()
        while True:
            message = self._receive()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return self.diagnostics[uri]

    def open(self, path: Path, text: str | None = None) -> list[Message]:
        """Opens a file, and waits for its diagnostics."""
        uri = path.as_uri()
        self.versions[uri], self.texts[uri] = 1, path.read_text(encoding="utf-8") if text is None else text
        item = {"uri": uri, "languageId": "terraform", "version": 1, "text": self.texts[uri]}
        self.notify("textDocument/didOpen", {"textDocument": item})
        return self.published(path)

    def change(self, path: Path, text: str) -> None:
        """Puts another text into the buffer, as one change of all of it."""
        uri = path.as_uri()
        self.versions[uri] += 1
        self.texts[uri] = text
        identifier = {"uri": uri, "version": self.versions[uri]}
        self.notify("textDocument/didChange", {"textDocument": identifier, "contentChanges": [{"text": text}]})

    def save(self, path: Path) -> None:
        path.write_text(self.texts[path.as_uri()], encoding="utf-8")
        self.notify("textDocument/didSave", {"textDocument": {"uri": path.as_uri()}})

    def actions(self, path: Path, where: Message, *only: str) -> list[Message]:
        """The code actions of a range."""
        context: Message = {"diagnostics": [], **({"only": list(only)} if only else {})}
        found = self.request("textDocument/codeAction", {"textDocument": {"uri": path.as_uri()}, "range": where, "context": context})
        return list(found or ())

    def hover(self, path: Path, line: int, character: int) -> str | None:
        where = {"line": line, "character": character}
        found = self.request("textDocument/hover", {"textDocument": {"uri": path.as_uri()}, "position": where})
        return found and str(found["contents"]["value"])

    def applied(self, action: Message) -> dict[str, str]:
        """The buffers, by their addresses, as they are after an action."""
        texts = dict(self.texts)
        for document in action["edit"]["documentChanges"]:
            uri = document["textDocument"]["uri"]
            assert document["textDocument"]["version"] == self.versions.get(uri)
            texts[uri] = edited(texts.get(uri) or text_of(uri), document["edits"])
        return texts

    def end(self) -> int:
        """Ends the session as the protocol wants it, and gives the exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(timeout=PATIENCE)


def text_of(uri: str) -> str:
    return Path(unquote(urlparse(uri).path)).read_text(encoding="utf-8")


def edited(text: str, edits: list[Message]) -> str:
    """A text after edits whose positions count UTF-16 units."""
    for edit in sorted(edits, key=lambda one: place_of(text, one["range"]["start"]), reverse=True):
        start, end = place_of(text, edit["range"]["start"]), place_of(text, edit["range"]["end"])
        text = text[:start] + edit["newText"] + text[end:]
    return text


def place_of(text: str, where: Message) -> int:
    """The index of a position: its line, and its column in UTF-16 units."""
    lines = text.splitlines(keepends=True)
    units = "".join(lines[where["line"] : where["line"] + 1]).encode("utf-16-le")[: 2 * where["character"]]
    return len("".join(lines[: where["line"]])) + len(units.decode("utf-16-le"))


def named(text: str, where: Message) -> str:
    """The text in a range."""
    return text[place_of(text, where["start"]) : place_of(text, where["end"])]
