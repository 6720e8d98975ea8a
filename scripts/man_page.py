#!/usr/bin/env python3
"""Writes docs/obslint.1, the manual page; `--check` tells whether it is current."""

import sys
from pathlib import Path

from obslint.cli.manual import page

TARGET = Path(__file__).parent.parent / "docs" / "obslint.1"


def main() -> int:
    """Writes the page, or with --check compares it; returns the exit code."""
    if "--check" not in sys.argv[1:]:
        TARGET.write_text(page(), encoding="utf-8")
        return 0
    if TARGET.exists() and TARGET.read_text(encoding="utf-8") == page():
        return 0
    print(f"{TARGET.name} is out of date; run scripts/man_page.py", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
