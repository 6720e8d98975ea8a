"""Asks Checkov: a program of its own, run by a Python that has it, so that its imports and logging stay out of obslint.

Reads `{"paths": [...], "checks": [...]}` from standard input and prints the failed checks. It reads no settings of Checkov, since those of
a scanned repository could name code to run, and needs no network.
"""

import json
import logging
import os
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any


def failed(path: str, checks: list[str]) -> Iterator[dict[str, Any]]:
    """What the runners for Terraform and CloudFormation say about a path."""
    kind: Any = import_module("checkov.runner_filter").RunnerFilter
    for dialect in ("terraform", "cloudformation"):
        runner: Any = import_module(f"checkov.{dialect}.runner").Runner()
        where = {"root_folder": path} if os.path.isdir(path) else {"root_folder": None, "files": [path]}
        reports = runner.run(**where, runner_filter=kind(checks=checks, framework=[dialect], download_external_modules=False))
        for report in reports if isinstance(reports, list) else [reports]:
            for record in report.failed_checks:
                yield {
                    "check": record.check_id,
                    "name": record.check_name,
                    "file": str(record.file_abs_path),
                    "lines": list(record.file_line_range),
                    "resource": str(record.resource),
                }


def main() -> None:
    """Prints what failed, as JSON."""
    logging.disable(logging.CRITICAL)
    asked = json.load(sys.stdin)
    found = [one for path in asked["paths"] for one in failed(path, asked["checks"])]
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
