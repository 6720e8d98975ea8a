#!/usr/bin/env python3
"""Compares obslint with labelled inputs, with checkov, and reads real repositories; writes bench/peers/results.json.

    python bench/peers/measure.py --cases CASES.jsonl [--checkov PYTHON] REPOSITORY...

`--checkov` is the interpreter of an environment with checkov (the `checkov` extra). `scripts/peers_page.py` makes docs/peers.md of it.
"""

import argparse
import json
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

from compare import HERE, examine

from obslint.lint import Request, run

RESULTS = HERE / "results.json"


def repository(folder: Path) -> dict[str, Any]:
    """The regular findings in a repository: how many of each rule, and where."""
    report = run(Request((folder,), folder)).report
    counts = Counter(found.rule for found in report.findings)
    rows = [f"{f.location.path}:{f.location.line} {f.rule} {f.resource.address if f.resource else ''}".rstrip() for f in report.findings]
    summary = {"resources": report.summary.resources, "undecided": report.summary.undecided, "counts": dict(sorted(counts.items()))}
    return {**summary, "findings": sorted(rows)}


def checkov_version(python: str) -> str:
    """The version of checkov in an environment."""
    code = "import importlib.metadata as m; print(m.version('checkov'))"
    return subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def main() -> None:
    """Measures what is named; what is not keeps its last results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--checkov", metavar="PYTHON")
    parser.add_argument("repositories", type=Path, nargs="*")
    options = parser.parse_args()
    known = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    if options.cases:
        known["labels"] = examine(options.cases, options.checkov)
        known["checkov"] = checkov_version(options.checkov) if options.checkov else known.get("checkov", "")
    if options.repositories:
        known["repositories"] = {folder.name: repository(folder.resolve()) for folder in options.repositories}
    RESULTS.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(RESULTS)


if __name__ == "__main__":
    main()
