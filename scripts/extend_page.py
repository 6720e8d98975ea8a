#!/usr/bin/env python3
"""Writes what obslint prints into docs/extend.md, as scripts/adopt_page.py does for its page; `--check` tells whether it is current."""

import runpy
import sys
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "extend.md"

current = runpy.run_path(str(HERE / "adopt_page.py"))["current"]


def main() -> int:
    """Writes the blocks, or with --check compares them; returns the exit code."""
    text = PAGE.read_text(encoding="utf-8")
    wanted = current(text)
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(wanted, encoding="utf-8")
        return 0
    if text == wanted:
        return 0
    print("docs/extend.md is out of date; run scripts/extend_page.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
