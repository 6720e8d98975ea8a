"""The command line over real files, with the real engine and rules."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from obslint.cli import main

TRAIL = """\
# who did what
resource "aws_cloudtrail" "main" {
  name                          = "main"
  s3_bucket_name                = "logs"
  is_multi_region_trail         = true
  enable_log_file_validation    = false # for now
  include_global_service_events = true
}
"""
MENDED = TRAIL.replace("= false #", "= true #")
ARGUMENTS = ("--select", "trail-without-log-validation")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "trail.tf").write_text(TRAIL)
    return tmp_path


def obslint(*arguments: str, **more):
    return CliRunner().invoke(main, list(arguments), **more)


def test_a_finding(here):
    result = obslint("scan", *ARGUMENTS)
    assert result.exit_code == 1, result.output
    assert result.stdout.startswith(
        "error[trail-without-log-validation] log files are not validated\n"
        "  --> trail.tf:6:3      aws_cloudtrail.main\n"
        "   |\n"
        ' 2 | resource "aws_cloudtrail" "main" {\n'
        "...\n"
        " 6 |   enable_log_file_validation    = false # for now\n"
        "   |   ^^^^^"
    )
    assert " 6 | -   enable_log_file_validation    = false # for now\n" in result.stdout
    assert " 6 | +   enable_log_file_validation    = true # for now\n" in result.stdout
    assert "\n1 error (1 safe fix: --fix)\n1 resource in 1 file, 1 unit, " in result.stdout


def test_fix_writes_and_is_done(here):
    first, second = obslint("scan", "--fix", *ARGUMENTS), obslint("scan", "--fix", *ARGUMENTS)
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.stdout.startswith("1 fixed, no findings: 1 resource")
    assert second.stdout.startswith("no findings: 1 resource")
    assert (here / "trail.tf").read_text() == MENDED


def test_a_diff_can_be_applied(here):
    result = obslint("scan", "--diff", *ARGUMENTS)
    assert result.exit_code == 1
    assert (here / "trail.tf").read_text() == TRAIL
    subprocess.run(["git", "apply", "-"], input=result.stdout_bytes, cwd=here, check=True)
    assert (here / "trail.tf").read_text() == MENDED


def test_standard_input_is_like_a_file(here):
    result = obslint("scan", "-", "--stdin-filename", "modules/audit/trail.tf", *ARGUMENTS, "--format", "concise", input=TRAIL)
    assert result.exit_code == 1
    assert result.stdout.startswith("modules/audit/trail.tf:6:3: error trail-without-log-validation [*] ")


def test_json(here):
    result = obslint("scan", "--format", "json", *ARGUMENTS)
    report = json.loads(result.stdout)
    assert report["summary"]["findings"]["error"] == len(report["findings"]) == 1
    assert report["findings"][0]["location"]["path"] == "trail.tf"
    edit = report["findings"][0]["fix"]["edits"][0]
    start, end = edit["location"]["start_offset"], edit["location"]["end_offset"]
    assert TRAIL[:start] + edit["text"] + TRAIL[end:] == MENDED


def test_a_file_that_does_not_parse(here):
    (here / "bad.tf").write_text('resource "aws_sns_topic" "a" {\n  name = \n}\n')
    result = obslint("scan", *ARGUMENTS, "--fail-on", "never")
    assert result.exit_code == 1
    assert "error[syntax-error] " in result.stdout
    assert "--> bad.tf:2:" in result.stdout


def test_nothing_to_analyse(here):
    (here / "trail.tf").unlink()
    (here / "values.yaml").write_text("replicas: 2\n")
    assert obslint("scan").exit_code == 3
    assert obslint("scan", "values.yaml").exit_code == 3
    quiet = obslint("scan", "--pre-commit", "values.yaml")
    assert (quiet.exit_code, quiet.output) == (0, "")


def test_pre_commit_reports_on_changed_files_alone(here):
    (here / "other.tf").write_text('resource "aws_sns_topic" "a" {\n  name = "a"\n}\n')
    assert obslint("scan", "--pre-commit", "other.tf", *ARGUMENTS).exit_code == 0
    assert obslint("scan", "--pre-commit", "other.tf", "trail.tf", *ARGUMENTS).exit_code == 1


def test_a_changed_file_that_decides_a_finding_elsewhere_is_reported(here):
    (here / "trail.tf").unlink()
    (here / "group.tf").write_text(
        'variable "days" {}\nresource "aws_cloudwatch_log_group" "a" {\n  name              = "a"\n  retention_in_days = var.days\n}\n'
    )
    (here / "terraform.tfvars").write_text("days = 0\n")
    (here / "other.tf").write_text('resource "aws_sns_topic" "a" {\n  name = "a"\n}\n')
    options = ("scan", "--pre-commit", "--format", "concise")
    assert obslint(*options, "terraform.tfvars").stdout.startswith("group.tf:4:3: warning log-group-never-expires")
    assert obslint(*options, "other.tf").exit_code == 0


def test_an_unknown_rule(here):
    result = obslint("scan", "--select", "trail-without-log-validaton")
    assert result.exit_code == 2
    assert "trail-without-log-validation" in result.stderr


def test_as_a_process(here, plain_environment):
    run = subprocess.run(
        [sys.executable, "-m", "obslint", "scan", *ARGUMENTS, "trail.tf"],
        env=plain_environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.startswith("error[trail-without-log-validation]")
