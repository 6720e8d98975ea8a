"""Findings in installed modules: at the call, and only where an argument of the call can mend them."""

import json
from pathlib import Path

import pytest

from obslint.lint import Request, run

MODULE = """
variable "retention" {
  default = null
}
resource "aws_cloudwatch_log_group" "g" {
  name              = "g"
  retention_in_days = var.retention
}
resource "aws_cloudwatch_log_group" "fixed" {
  name              = "h"
  retention_in_days = 0
}
resource "aws_cloudtrail" "t" {
  name           = "t"
  s3_bucket_name = "b"
}
"""
CALLS = """
module "given" {
  source    = "acme/logs/aws"
  retention = 0
}
module "silent" {
  source = "acme/logs/aws"
}
module "fine" {
  source    = "acme/logs/aws"
  retention = 30
}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    code = tmp_path / ".terraform" / "modules" / "logs"
    code.mkdir(parents=True)
    (code / "main.tf").write_text(MODULE)
    (tmp_path / "main.tf").write_text(CALLS)
    listed = [{"Key": name, "Source": "x", "Dir": ".terraform/modules/logs"} for name in ("given", "silent", "fine")]
    (tmp_path / ".terraform" / "modules" / "modules.json").write_text(json.dumps({"Modules": listed}))
    return tmp_path


def test_the_call_is_where_it_can_be_mended(root: Path) -> None:
    report = run(Request(paths=(root,), base=root)).report
    found = [(f.rule, f.resource.address, f.location.path, f.location.line, f.message.partition(": ")[2]) for f in report.findings]
    assert found == [
        ("log-group-never-expires", "module.given.aws_cloudwatch_log_group.g", "main.tf", 4, "the module is given this retention"),
        (
            "log-group-never-expires",
            "module.silent.aws_cloudwatch_log_group.g",
            "main.tf",
            6,
            "the module is not given the argument retention",
        ),
    ]
    assert all(finding.fix and finding.fix.applicability == "manual" for finding in report.findings)


def test_an_exception_at_the_call_counts(root: Path) -> None:
    text = (
        (root / "main.tf").read_text().replace("retention = 0", 'retention = 0 # obslint: ignore[log-group-never-expires] reason="audit"')
    )
    (root / "main.tf").write_text(text)
    report = run(Request(paths=(root,), base=root)).report
    assert [finding.location.line for finding in report.findings] == [6]
    assert [one.reason for one in report.suppressed] == ["audit"]
