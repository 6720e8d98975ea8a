#!/usr/bin/env python3
"""Lists what the rules about alarms and routes say about real repositories; writes bench/peers/readings.json.

    python bench/peers/read.py [--persona auditor] REPOSITORY...

Each finding is then read against its source, and the verdict written to bench/peers/readings.toml. `scripts/readings_page.py` makes
docs/readings.md of both, and fails when a finding is unread. What is not named keeps its last findings.
"""

import argparse
import json
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from obslint.lint import registry

READINGS = Path(__file__).parent / "readings.json"
FAMILIES = ("alarms", "alarm_coverage", "metric_filters", "events", "notifications", "dashboards")
PATTERNS = ("*-closed-to-*", "*-without-log-write", "deny-blocking-*", "mismatched-*", "misplaced-*")


def chosen() -> tuple[str, ...]:
    """What to select: a rule that is named itself is on for every persona, so families are named where they can be."""
    alone = (card.id for card in registry.load() if card.family not in FAMILIES and any(fnmatchcase(card.id, p) for p in PATTERNS))
    return (*FAMILIES, *alone)


def readings(folder: Path, persona: str) -> dict[str, Any]:
    """The findings in a repository, with its commit."""
    options = ["--isolated", "--exit-zero", "--format", "json", "--persona", persona, "--select", ",".join(chosen())]
    report = json.loads(_output([sys.executable, "-m", "obslint", "scan", ".", *options], folder))
    rows = [
        {"at": f"{at['path']}:{at['line']}", "rule": f["rule"], "address": f["resource"]["address"], "message": f["message"]}
        for f in report["findings"]
        if f["resource"] and (at := f["location"])
    ]
    counts = {name: report["summary"][name] for name in ("resources", "undecided")}
    commit = _output(["git", "rev-parse", "HEAD"], folder).strip()
    return {
        "commit": commit,
        "persona": persona,
        **counts,
        "findings": sorted(rows, key=lambda row: (row["at"], row["rule"], row["address"])),
    }


def _output(command: list[str], folder: Path) -> str:
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def main() -> None:
    """Reads the repositories that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persona", default="auditor")
    parser.add_argument("repositories", type=Path, nargs="+")
    options = parser.parse_args()
    known = json.loads(READINGS.read_text(encoding="utf-8")) if READINGS.exists() else {}
    known |= {folder.name: readings(folder.resolve(), options.persona) for folder in options.repositories}
    READINGS.write_text(json.dumps(known, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")
    print(READINGS)


if __name__ == "__main__":
    main()
