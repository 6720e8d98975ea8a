"""One run for each environment, told as one."""

from pathlib import Path

import pytest

from obslint.lint import FixMode, Request, UsageError
from obslint.lint.environments import run_environments

MAIN = """
variable "days" {}
variable "muted" {}
provider "aws" {
  region = "us-east-1"
}
resource "aws_cloudwatch_log_group" "a" {
  name              = "a"
  retention_in_days = var.days
}
resource "aws_cloudwatch_metric_alarm" "m" {
  alarm_name      = "m"
  alarm_actions   = ["arn:aws:sns:us-east-1:111111111111:x"]
  actions_enabled = !var.muted
}
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    (tmp_path / "main.tf").write_text(MAIN)
    for name, text in {"dev": "days = 0\nmuted = true", "prod": "days = 400\nmuted = true", "stage": "days = 0\nmuted = true"}.items():
        (tmp_path / f"{name}.tfvars").write_text(text + "\n")
    return tmp_path


def test_a_finding_of_some_environments_says_which(shop: Path) -> None:
    files = [shop / f"{name}.tfvars" for name in ("dev", "prod", "stage")]
    report = run_environments(Request(paths=(shop,), base=shop), files).report
    assert {finding.rule: finding.message for finding in report.findings} == {
        "log-group-never-expires": "events are kept forever, only in dev.tfvars, stage.tfvars",
        "muted-alarm": next(f.message for f in report.findings if f.rule == "muted-alarm"),
    }
    assert "only in" not in next(f.message for f in report.findings if f.rule == "muted-alarm")
    assert report.summary.findings == {"warning": 1, "error": 1}
    assert report.undecided == ()


def test_there_must_be_a_file_and_nothing_is_fixed(shop: Path) -> None:
    with pytest.raises(UsageError, match="no file matches"):
        run_environments(Request(paths=(shop,), base=shop), [])
    with pytest.raises(UsageError, match="only reports"):
        run_environments(Request(paths=(shop,), base=shop, fix=FixMode.SAFE), [shop / "dev.tfvars"])
