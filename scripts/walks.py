#!/usr/bin/env python3
"""Writes what obslint prints into docs/adopt.md and docs/extend.md; `--check` tells whether they are current.

Each page is a walk through one small repository, made anew each time. `<!-- write PATH -->` before a fenced block puts the block's text
into that file, `<!-- git ARGUMENTS -->` runs git, and a block between `<!-- obslint ARGUMENTS -->` and `<!-- end -->` shows what that
command prints there, cut to the lines that hold a word with ` | grep WORD`; what should fail ends in ` # exit code 2`. `<!-- show PATH
-->` shows a file. What stands after `<!-- checkov ARGUMENTS -->` or `<!-- with-checkov ARGUMENTS -->` is made again only where
OBSLINT_CHECKOV names a Python that has Checkov.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

DOCS = Path(__file__).parent.parent / "docs"
PAGES = (DOCS / "adopt.md", DOCS / "extend.md")
STEP = re.compile(
    r"<!-- obslint (?P<arguments>[^>]*?) -->\n.*?<!-- end -->"
    r"|<!-- (?P<peer>checkov|with-checkov) (?P<asked>[^>]*?) -->\n.*?<!-- end -->"
    r"|<!-- show (?P<shown>\S+) -->\n```(?P<fence>\w*)\n.*?<!-- end -->"
    r"|<!-- git (?P<git>[^>]*?) -->"
    r"|<!-- write (?P<path>\S+) -->\n```\w*\n(?P<text>.*?)```",
    re.DOTALL,
)
PEER = "OBSLINT_CHECKOV"
SECONDS = re.compile(r", \d+\.\d s$", re.MULTILINE)
FIXED = {
    "GIT_AUTHOR_NAME": "a team", "GIT_AUTHOR_EMAIL": "team@example.org", "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
    "GIT_COMMITTER_NAME": "a team", "GIT_COMMITTER_EMAIL": "team@example.org", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip
"""The same commits each time, whoever runs this."""


def current(text: str) -> str:
    """The page with every block as obslint writes it now."""
    with _repository():
        return STEP.sub(_step, text)


@contextmanager
def _repository() -> Iterator[None]:
    before, environment = Path.cwd(), dict(os.environ)
    with TemporaryDirectory() as place:
        try:
            os.environ.update(FIXED)
            os.environ["NO_COLOR"] = "1"
            os.chdir(place)
            _git("init --quiet --initial-branch=main")
            yield
        finally:
            os.chdir(before)
            os.environ.clear()
            os.environ.update(environment)


def _step(found: re.Match[str]) -> str:
    if found["git"]:
        _git(found["git"])
    elif found["path"]:
        Path(found["path"]).parent.mkdir(parents=True, exist_ok=True)
        Path(found["path"]).write_text(found["text"], encoding="utf-8")
    elif found["shown"]:
        text = Path(found["shown"]).read_text(encoding="utf-8")
        return f"<!-- show {found['shown']} -->\n```{found['fence']}\n{text}```\n<!-- end -->"
    elif found["peer"]:
        return _peer(found["peer"], found["asked"]) if PEER in os.environ else found[0]
    else:
        return _block(found["arguments"])
    return found[0]


def _git(arguments: str) -> None:
    subprocess.run(["git", *shlex.split(arguments)], check=True, capture_output=True)


def _peer(kind: str, arguments: str) -> str:
    """A block with what Checkov prints, or obslint with it."""
    if kind == "with-checkov":
        return _block(arguments).replace("<!-- obslint", "<!-- with-checkov", 1)
    command = [os.environ[PEER], "-m", "checkov.main", *shlex.split(arguments), "--quiet", "--skip-download"]
    own = {"OBSLINT_COMMAND": f"{sys.executable} -m obslint", "TERM": "dumb"}
    printed = subprocess.run(command, capture_output=True, text=True, env=os.environ | own).stdout
    lines = (line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", printed).splitlines())
    text = "".join(f"{line}\n" for line in lines if line)
    return f"<!-- checkov {arguments} -->\n```text\n$ checkov {arguments}\n{text}```\n<!-- end -->"


def _block(arguments: str) -> str:
    return f"<!-- obslint {arguments} -->\n```text\n$ obslint {arguments}\n{_output(arguments)}```\n<!-- end -->"


def _output(arguments: str) -> str:
    """What the command prints on both outputs, in plain text and without the time it took."""
    from click.testing import CliRunner

    from obslint.cli import main as obslint

    asked, _, code = arguments.partition(" # exit code ")
    command, _, word = asked.partition(" | grep ")
    result = CliRunner().invoke(obslint, shlex.split(command), prog_name="obslint")
    if result.exit_code not in ((int(code),) if code else (0, 1)):
        raise SystemExit(f"obslint {arguments} ended with {result.exit_code}: {result.output}")
    lines = SECONDS.sub("", result.output).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines if word in line)


def main() -> int:
    """Writes the blocks, or with --check compares them; returns the exit code."""
    stale = 0
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        wanted = current(text)
        if "--check" not in sys.argv[1:]:
            page.write_text(wanted, encoding="utf-8")
        elif text != wanted:
            print(f"{page.name} is out of date; run scripts/walks.py", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
