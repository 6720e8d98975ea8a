#!/usr/bin/env python3
"""Writes the reports that README.md and pages of docs/ show; `--check` tells whether they are current.

A block stands between `<!-- obslint ARGUMENTS -->` and `<!-- end -->`, and shows what that command prints in the project's folder.
"""

import os
import re
import shlex
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", ROOT / "docs" / "coverage.md", ROOT / "docs" / "trace.md")
BLOCK = re.compile(r"<!-- obslint (?P<arguments>.*?) -->\n.*?<!-- end -->", re.DOTALL)
SECONDS = re.compile(r", \d+\.\d s$", re.MULTILINE)


def current(text: str) -> str:
    """The text with every block as obslint writes it now."""
    return BLOCK.sub(lambda block: _block(block["arguments"]), text)


def _block(arguments: str) -> str:
    if "--format mermaid" in arguments:
        return f"<!-- obslint {arguments} -->\n```mermaid\n{_output(arguments)}```\n<!-- end -->"
    return f"<!-- obslint {arguments} -->\n```text\n$ obslint {arguments}\n{_output(arguments)}```\n<!-- end -->"


def _output(arguments: str) -> str:
    """The report in plain text, without the time it took."""
    from click.testing import CliRunner

    from obslint.cli import main as obslint

    before = Path.cwd()
    os.chdir(ROOT)
    try:
        result = CliRunner().invoke(obslint, shlex.split(arguments), env={"NO_COLOR": "1"})
    finally:
        os.chdir(before)
    return SECONDS.sub("", result.stdout)


def main() -> int:
    """Writes the blocks, or with --check compares them; returns the exit code."""
    stale = 0
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        wanted = current(text)
        if "--check" not in sys.argv[1:]:
            page.write_text(wanted, encoding="utf-8")
        elif text != wanted:
            print(f"{page.name} is out of date; run scripts/readme_blocks.py", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
