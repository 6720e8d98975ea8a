"""`obslint scan --with-checkov`. With the real one: OBSLINT_CHECKOV=PYTHON pytest -m peer tests/cli/test_with_checkov.py."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from obslint.cli import main
from obslint.lint import Request, run
from obslint.lint.request import Outcome
from obslint.lint.with_checkov import INTERPRETER, Record, with_checkov

CHECKOV = os.environ.get(INTERPRETER, "")
MAIN = """\
resource "aws_cloudtrail" "both" {
  name                  = "both"
  s3_bucket_name        = "logs"
  is_multi_region_trail = true
}

resource "aws_cloudtrail" "theirs" {
  name                       = "theirs"
  s3_bucket_name             = "logs"
  is_multi_region_trail      = true
  enable_log_file_validation = var.validate
}

variable "validate" {}

# obslint: ignore[trail-without-log-validation] reason="a test of ours"
resource "aws_cloudtrail" "accepted" {
  name                  = "accepted"
  s3_bucket_name        = "logs"
  is_multi_region_trail = true
}
"""
TEMPLATE = """\
Resources:
  Both:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      IsMultiRegionTrail: true
      S3BucketName: logs
"""
RULE = "trail-without-log-validation"


def record(name: str, start: int, end: int, **more: Any) -> Record:
    return replace(Record("CKV_AWS_36", "Ensure validation is enabled", "main.tf", start, end, f"aws_cloudtrail.{name}"), **more)


@pytest.fixture
def request_(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Request:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(INTERPRETER, raising=False)
    Path("main.tf").write_text(MAIN)
    return Request((Path("main.tf"),), tmp_path, select=(RULE,))


def merged(request: Request, *records: Record) -> tuple[Outcome, list[str]]:
    """The outcome with what Checkov is made to say, and the checks it was asked."""
    asked: list[str] = []

    def ask(checks: str) -> list[Record]:
        asked.extend(checks.split(","))
        return list(records)

    return with_checkov(request, run(request), ask), asked


def test_what_both_see_is_one_finding(request_: Request) -> None:
    outcome, asked = merged(request_, record("both", 1, 5), record("both", 1, 5), record("accepted", 17, 21))
    assert [(one.resource and one.resource.address, one.also) for one in outcome.report.findings] == [
        ("aws_cloudtrail.both", ("checkov CKV_AWS_36",))
    ]
    assert asked == ["CKV_AWS_36"]
    assert outcome.report.summary.findings == {"error": 1}


def test_what_checkov_alone_sees_is_told_with_what_obslint_thinks_of_it(request_: Request) -> None:
    outcome, _ = merged(request_, record("both", 1, 5), record("theirs", 7, 12))
    theirs = next(one for one in outcome.report.findings if one.confidence == "low")
    assert theirs.rule == RULE
    assert theirs.message.startswith("Checkov fails: ensure validation is enabled; obslint cannot decide it: variable")
    assert (theirs.location.line, theirs.location.column, theirs.location.end_column) == (7, 1, 37)
    assert theirs.resource is not None
    assert (theirs.resource.address, theirs.resource.type, theirs.also) == (
        "aws_cloudtrail.theirs",
        "aws_cloudtrail",
        ("checkov CKV_AWS_36",),
    )
    assert outcome.report.summary.findings == {"error": 2}
    passed = merged(request_, record("both", 1, 5, path="gone.tf", resource="aws_cloudtrail.gone"))[0]
    assert any("obslint does not find it" in one.message for one in passed.report.findings)


def test_instances_and_logical_ids_are_the_same_resource() -> None:
    assert record("a[0]", 1, 2, resource='module.m["x"].aws_cloudtrail.a[0]').address == "module.m.aws_cloudtrail.a"
    assert record("", 1, 2, resource="AWS::CloudTrail::Trail.Both").address == "Both"
    assert record("", 1, 2, resource="AWS::CloudTrail::Trail.Both").type == "AWS::CloudTrail::Trail"


def test_a_baseline_counts(request_: Request, tmp_path: Path) -> None:
    assert CliRunner().invoke(main, ["baseline", "create", "--persona", "auditor", "main.tf"]).exit_code == 0
    from obslint.lint.baseline import read_baseline

    known = replace(request_, baseline=read_baseline(tmp_path / "obslint-baseline.json"))
    outcome, _ = merged(known, record("both", 1, 5))
    assert outcome.report.findings == ()


def test_only_what_is_on_is_asked(request_: Request) -> None:
    assert merged(replace(request_, select=("syntax-error",)))[1] == []


def test_a_checkov_that_is_not_there_or_fails_is_said(request_: Request, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("obslint.lint.with_checkov.find_spec", lambda _: None)
    monkeypatch.setenv("PATH", "")
    missing = CliRunner().invoke(main, ["scan", "--with-checkov", "main.tf"])
    assert (missing.exit_code, "pip install 'obslint[checkov]'" in missing.stderr) == (2, True)
    monkeypatch.setenv(INTERPRETER, sys.executable)
    monkeypatch.setenv("PYTHONPATH", "")
    broken = CliRunner().invoke(main, ["scan", "--with-checkov", "main.tf"])
    assert (broken.exit_code, "Checkov failed: ModuleNotFoundError" in broken.stderr) == (2, True)


@pytest.mark.parametrize(
    ("first", "used"), [("#!{}/python3", True), ("#!/usr/bin/env python3", False), ("#!/bin/sh", False), ("\x7fELF", False)]
)
def test_the_command_checkov_tells_its_python(request_: Request, monkeypatch: pytest.MonkeyPatch, first: str, used: bool) -> None:
    monkeypatch.setattr("obslint.lint.with_checkov.find_spec", lambda _: None)
    for name, text in {"checkov": first.format(request_.base), "python3": "#!/bin/sh\necho no such module >&2\nexit 1"}.items():
        (request_.base / name).write_text(f"{text}\n")
        (request_.base / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(request_.base))
    asked = CliRunner().invoke(main, ["scan", "--with-checkov", "main.tf"])
    assert (asked.exit_code, "Checkov failed: no such module" in asked.stderr) == (2, used)


@pytest.mark.parametrize("other", ["--diff", "--watch"])
def test_what_does_not_go_together_is_refused(request_: Request, other: str) -> None:
    assert f"does not go with {other}" in CliRunner().invoke(main, ["scan", "--with-checkov", other, "main.tf"]).stderr


@pytest.mark.peer
@pytest.mark.skipif(not CHECKOV, reason=f"{INTERPRETER} names no Python with checkov")
@pytest.mark.parametrize("paths", [(".",), ("main.tf", "template.yaml")])
def test_the_real_checkov(request_: Request, monkeypatch: pytest.MonkeyPatch, paths: tuple[str, ...]) -> None:
    monkeypatch.setenv(INTERPRETER, CHECKOV)
    Path("template.yaml").write_text(TEMPLATE)
    Path(".checkov.yaml").write_text("external-checks-dir: [evil]\ncheck: [CKV_AWS_1]\n")
    Path("evil").mkdir()
    Path("evil/__init__.py").write_text("")
    Path("evil/evil.py").write_text("open('ran', 'w')\n")
    result: Result = CliRunner().invoke(main, ["scan", "--with-checkov", "--select", RULE, "--format", "json", *paths])
    found = json.loads(result.stdout)["findings"]
    assert [(one["location"]["path"], one["location"]["line"], one["also"]) for one in found if one["confidence"] != "low"] == [
        ("main.tf", 1, ["checkov CKV_AWS_36"]),
        ("template.yaml", 2, ["checkov CKV_AWS_36"]),
    ]
    assert not Path("ran").exists()
    shown = CliRunner().invoke(main, ["scan", "--with-checkov", "--select", RULE, *paths], env={"NO_COLOR": "1"}).stdout
    assert "also : reported by checkov CKV_AWS_36" in shown
