"""How long obslint takes on small inputs, beside a Python that does nothing. `python bench/startup.py [RUNS]`."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from results import keep, table

TERRAFORM = """resource "aws_cloudwatch_log_group" "orders" {
  name = "/webshop/orders"
}
"""

CLOUDFORMATION = """Resources:
  Orders:
    Type: AWS::Logs::LogGroup
"""


def commands(folder: Path) -> dict[str, list[str]]:
    """What is measured, by the name it has in the table."""
    obslint = str(Path(sys.executable).with_name("obslint"))
    terraform, template = folder / "main.tf", folder / "template.yaml"
    terraform.write_text(TERRAFORM, encoding="utf-8")
    template.write_text(CLOUDFORMATION, encoding="utf-8")
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "obslint --version": [obslint, "--version"],
        "obslint scan, one small .tf": [obslint, "scan", "--exit-zero", str(terraform)],
        "obslint scan, one small .yaml": [obslint, "scan", "--exit-zero", str(template)],
    }


def seconds(command: list[str], folder: Path) -> float:
    """Wall time of one run. Raises `CalledProcessError` when the command fails: a crash is fast, and no figure."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - start


def main(runs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = []
        for label, command in commands(folder).items():
            times = sorted(seconds(command, folder) for _ in range(runs))
            rows.append((label, f"{times[0]:.3f}", f"{times[len(times) // 2]:.3f}"))
    text = table(("command", "best (s)", "median (s)"), rows)
    print(text)
    keep("Start-up", f"Wall time of {runs} runs, warm disk.\n\n{text}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
