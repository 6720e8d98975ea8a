"""Writes the index of the built-in rules: python scripts/index_rules.py [PACKAGE]...

Run it after adding or changing a rule; a test compares the index with the rules.
"""

import sys

from obslint.lint.registry import build_index, index_path


def main() -> int:
    """Writes an index for each package; 2 when one is no folder on the import path."""
    for package in sys.argv[1:] or ["obslint_rules"]:
        path = index_path(package)
        if path is None:
            print(f"{package} is not a package that can be imported", file=sys.stderr)
            return 2
        path.write_text(build_index(package), encoding="utf-8")
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
