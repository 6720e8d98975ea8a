#!/usr/bin/env python3
"""Writes the session in docs/editor.md by having one with `obslint lsp`; `--check` tells whether it is current.

Without pygls there is no session, and the page is left as it is.
"""

import re
import runpy
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "editor.md"
BLOCK = re.compile(r"(?<=<!-- session: scripts/editor_page.py -->\n)```text\n.*?^```\n", re.MULTILINE | re.DOTALL)


def session() -> str:
    """What an editor gets to see of a file of the examples."""
    client = runpy.run_path(str(ROOT / "tests" / "editor" / "lsp_client.py"))["Client"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve() / "webshop"
        shutil.copytree(ROOT / "examples" / "terraform" / "webshop", folder)
        path = folder / "modules" / "alerts" / "alarms.tf"
        with client(folder) as talk:
            lines = list(_lines(talk, path))
            talk.end()
    return "\n".join(["```text", *lines, "```", ""])


def _lines(talk: Any, path: Path) -> Iterator[str]:
    diagnostics = talk.open(path)
    yield f"open {path.name}"
    for one in diagnostics:
        start = one["range"]["start"]
        yield f"  {start['line'] + 1}:{start['character'] + 1}  {one['code']}: {one['message']}"
    first = diagnostics[0]
    yield f"actions at line {first['range']['start']['line'] + 1}"
    yield from (f"  {action['title']}" for action in talk.actions(path, first["range"]))
    yield f"hover at line {first['range']['start']['line'] + 1}"
    said = talk.hover(path, first["range"]["start"]["line"], first["range"]["start"]["character"]) or ""
    yield from (f"  {line}".rstrip() for line in said.splitlines())


def current(text: str) -> str:
    """The page with the session as it is now."""
    return BLOCK.sub(lambda _: session(), text)


def main() -> int:
    """Writes the page, or with --check compares it; returns the exit code."""
    if find_spec("pygls") is None:
        print("pygls is not installed, so the session in docs/editor.md was left as it is", file=sys.stderr)
        return 0
    text = TARGET.read_text(encoding="utf-8")
    new = current(text)
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(new, encoding="utf-8")
        return 0
    if new == text:
        return 0
    print(f"{TARGET.name} is out of date; run scripts/editor_page.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
