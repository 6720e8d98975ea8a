"""Writes the index of the built-in rules: python scripts/index_rules.py [--check] [PACKAGE]...

Run it after adding or changing a rule; `--check` tells whether the index is current.
"""

import sys

from obslint.lint.registry import build_index, index_path


def main() -> int:
    """Writes an index for each package, or with --check compares it; 2 when one is no folder on the import path."""
    packages = [argument for argument in sys.argv[1:] if argument != "--check"] or ["obslint_rules"]
    for package in packages:
        path = index_path(package)
        if path is None:
            print(f"{package} is not a package that can be imported", file=sys.stderr)
            return 2
        wanted = build_index(package)
        if "--check" not in sys.argv[1:]:
            path.write_text(wanted, encoding="utf-8")
            print(path)
        elif not path.exists() or path.read_text(encoding="utf-8") != wanted:
            print(f"{path.name} of {package} is out of date; run scripts/index_rules.py", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
