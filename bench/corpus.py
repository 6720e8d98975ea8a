"""Time, memory and results on whole repositories. `python bench/corpus.py DIRECTORY...`"""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from results import keep, table

HEADER = ("repository", "seconds", "peak MB", "files", "resources", "errors", "warnings", "infos", "undecided", "not analysed", "exit")


@dataclass(frozen=True, slots=True)
class Run:
    """One scan: wall seconds, peak resident megabytes, exit code, and what was said."""

    seconds: float
    megabytes: float
    code: int
    report: dict[str, Any]
    complaint: str


def scan(directory: Path) -> Run:
    """Lints a directory in a process of its own, for every persona's rules."""
    with tempfile.TemporaryDirectory() as name:
        report = Path(name) / "report.json"
        command = [sys.executable, "-m", "obslint", "scan", str(directory), "--persona", "auditor", "--exit-zero"]
        start = time.perf_counter()
        with (Path(name) / "stderr").open("w+", encoding="utf-8") as stderr:
            process = subprocess.Popen(
                [*command, "--format", "json", "--output-file", str(report)], stdout=subprocess.DEVNULL, stderr=stderr
            )
            _, status, usage = os.wait4(process.pid, 0)
            elapsed = time.perf_counter() - start
            process.returncode = code = os.waitstatus_to_exitcode(status)
            stderr.seek(0)
            complaint = stderr.read()
        data = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
    return Run(elapsed, usage.ru_maxrss / 1024, code, data, complaint)


def row(directory: Path, run: Run) -> tuple[str, ...]:
    """A line of the table; a crash shows in the last column."""
    summary = run.report.get("summary", {})
    counts = (summary.get(key, "-") for key in ("files", "resources"))
    findings = summary.get("findings", {})
    severities = (findings.get(severity, 0) for severity in ("error", "warning", "info"))
    rest = (summary.get(key, "-") for key in ("undecided", "not_analysed"))
    return (directory.name, f"{run.seconds:.1f}", f"{run.megabytes:.0f}", *map(str, (*counts, *severities, *rest, run.code)))


def main(directories: list[Path]) -> int:
    rows = []
    failed = False
    for directory in directories:
        run = scan(directory)
        rows.append(row(directory, run))
        if run.code not in (0, 3):
            failed = True
            print(f"{directory}: exit {run.code}\n{run.complaint}", file=sys.stderr)
    text = table(HEADER, rows)
    print(text)
    keep("Repositories", f"One run each, rules of all personas.\n\n{text}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]) if sys.argv[1:] else __doc__)
