"""Runs checkov over folders in one process: python run_checkov.py FOLDER CHECK... prints {subfolder: [[check, resource, verdict], ...]}.

It is a program of its own, so that checkov's imports and logging stay out of the tests.
"""

import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VERDICTS = {"failed_checks": "fail", "passed_checks": "pass", "skipped_checks": "skip"}


def runners() -> Iterator[Any]:
    """A fresh runner for each dialect."""
    from checkov.cloudformation.runner import Runner as CloudFormation
    from checkov.terraform.runner import Runner as Terraform

    yield Terraform()
    yield CloudFormation()


def verdicts(folder: Path, checks: list[str]) -> list[list[str]]:
    """What checkov says about the resources of a folder."""
    from checkov.runner_filter import RunnerFilter

    found = []
    for runner in runners():
        reports = runner.run(root_folder=str(folder), runner_filter=RunnerFilter(checks=checks))
        for report in reports if isinstance(reports, list) else [reports]:
            for kind, verdict in VERDICTS.items():
                found += [[record.check_id, record.resource, verdict] for record in getattr(report, kind)]
    return sorted(found)


def main() -> None:
    """Prints the verdicts on every subfolder."""
    logging.disable(logging.CRITICAL)
    folder, checks = Path(sys.argv[1]), sys.argv[2:]
    json.dump({sub.name: verdicts(sub, checks) for sub in sorted(folder.iterdir())}, sys.stdout)


if __name__ == "__main__":
    main()
