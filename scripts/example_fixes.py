#!/usr/bin/env python3
"""Writes examples/fixed/: what --fix makes of the examples; `--check` tells whether it is current."""

import sys
from pathlib import Path

from obslint.lint import run
from obslint.lint.request import FixMode, Request

EXAMPLES = Path(__file__).parent.parent / "examples"
TARGETS = {EXAMPLES / "fixed" / "safe.diff": FixMode.SAFE, EXAMPLES / "fixed" / "unsafe.diff": FixMode.UNSAFE}


def difference(mode: FixMode) -> str:
    """What the fixes change, as a diff with paths below examples/."""
    return run(Request(paths=(EXAMPLES,), base=EXAMPLES, fix=mode)).diff


def main() -> int:
    """Writes the diffs, or with --check compares them; returns the exit code."""
    stale = 0
    for path, mode in TARGETS.items():
        wanted = difference(mode)
        if "--check" not in sys.argv[1:]:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != wanted:
            print(f"{path.name} is out of date; run scripts/example_fixes.py", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
