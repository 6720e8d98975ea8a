"""obslint as external checks of Checkov. With the real one: OBSLINT_CHECKOV=PYTHON pytest -m peer tests/cli/test_checkov_checks.py."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from obslint.cli import main
from obslint.lint.registry import load

ROOT = Path(__file__).parent.parent.parent
CHECKOV = os.environ.get("OBSLINT_CHECKOV", "")
Run = Callable[..., Result]

MAIN = """\
resource "aws_cloudtrail" "bad" {
  name           = "bad"
  s3_bucket_name = "logs"
}

resource "aws_cloudtrail" "good" {
  name                          = "good"
  s3_bucket_name                = "logs"
  enable_log_file_validation    = true
  is_multi_region_trail         = true
}

# obslint: ignore[trail-without-log-validation] reason="a test of ours"
resource "aws_cloudtrail" "accepted" {
  name           = "accepted"
  s3_bucket_name = "logs"
}

variable "x" {}

resource "aws_cloudtrail" "open" {
  name                       = "open"
  s3_bucket_name             = "logs"
  enable_log_file_validation = var.x
}

module "inner" {
  source   = "./inner"
  for_each = toset(["a", "b"])
  validate = each.key == "a"
}
"""
INNER = """\
variable "validate" {}

resource "aws_cloudtrail" "inner" {
  name                       = "inner"
  s3_bucket_name             = "logs"
  enable_log_file_validation = var.validate
}
"""
TEMPLATE = """\
Resources:
  Bad:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      EnableLogFileValidation: false
      S3BucketName: logs
  Good:
    Type: AWS::CloudTrail::Trail
    Properties:
      IsLogging: true
      EnableLogFileValidation: true
      S3BucketName: logs
"""
CHECK = "OBSLINT_TRAIL_WITHOUT_LOG_VALIDATION"


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tree/inner").mkdir(parents=True)
    for name, text in {"main.tf": MAIN, "inner/main.tf": INNER, "template.yaml": TEMPLATE}.items():
        (tmp_path / "tree" / name).write_text(text)
    return lambda *arguments: CliRunner().invoke(main, list(arguments), env={"NO_COLOR": "1"})


def test_the_folder_holds_a_check_for_every_rule_that_is_on(run: Run) -> None:
    assert run("checkov-checks", "checks").exit_code == 0
    assert Path("checks/__init__.py").exists()
    text = Path("checks/obslint_checks.py").read_text()
    compile(text, "obslint_checks.py", "exec")
    ids = set(re.findall(r'\{"id": "(\w+)"', text))
    wanted = {card.id for card in load() if card.module and card.persona.value == "regular" and not all("module." in t for t in card.types)}
    assert ids == {f"OBSLINT_{name.replace('-', '_').upper()}" for name in wanted}
    # what Checkov takes in its comments and options
    assert all(re.fullmatch(r"[A-Z_\d]+", one) for one in ids)
    assert run("checkov-checks", "--persona", "auditor").stdout.count('{"id"') > len(ids)
    assert "@" not in re.sub(r'".*?"', "", text)


POLICY = (
    "policies:\n  - {id: a-policy, summary: It., view: Trail, when: {attribute: log_file_validation, equals: true}, message: x,"
    " references: [https://acme.example]}\n"
)


def test_packs_take_part(run: Run) -> None:
    Path("p.yaml").write_text(POLICY)
    text = run("checkov-checks", "--rules", "p.yaml").stdout
    row = next(line for line in text.splitlines() if "OBSLINT_A_POLICY" in line)
    assert '"page": "https://acme.example"' in row
    assert 'OPTIONS = ["--persona", "regular", "--rules", "p.yaml"]' in text


def test_answers_tell_every_verdict_by_place(run: Run) -> None:
    found = json.loads(run("checkov-answers", "tree").stdout)
    assert found["errors"] == []
    rule = "trail-without-log-validation"
    said = {
        (Path(row["file"]).name, row["line"], row["address"]): row["answers"].get(rule, {"verdict": "pass"})
        for row in found["resources"]
        if rule in found["asked"][row["asked"]]
    }
    verdicts = {key: one["verdict"] for key, one in said.items()}
    assert verdicts == {
        ("main.tf", 1, "aws_cloudtrail.bad"): "fail",
        ("main.tf", 6, "aws_cloudtrail.good"): "pass",
        ("main.tf", 14, "aws_cloudtrail.accepted"): "skip",
        ("main.tf", 21, "aws_cloudtrail.open"): "unknown",
        ("main.tf", 3, 'module.inner["a"].aws_cloudtrail.inner'): "pass",
        ("main.tf", 3, 'module.inner["b"].aws_cloudtrail.inner'): "fail",
        ("template.yaml", 2, "Bad"): "fail",
        ("template.yaml", 8, "Good"): "pass",
    }
    assert said[("main.tf", 14, "aws_cloudtrail.accepted")]["said"] == ["a test of ours"]
    assert said[("template.yaml", 2, "Bad")] == {
        "verdict": "fail", "said": ["log files are not validated (template.yaml:6)"], "attributes": ["EnableLogFileValidation"],
    }  # fmt: skip


def checkov(*arguments: str, command: str = "") -> tuple[list[dict[str, Any]], str]:
    """The reports of the real Checkov, and what it says beside."""
    line = [
        CHECKOV,
        "-m",
        "checkov.main",
        "--external-checks-dir",
        "checks",
        "-o",
        "json",
        "--compact",
        "--quiet",
        "--skip-download",
        *arguments,
    ]
    env = os.environ | {"OBSLINT_COMMAND": command or f"{sys.executable} -m obslint"}
    done = subprocess.run(line, capture_output=True, text=True, env=env)
    reports = json.loads(done.stdout) if done.stdout.startswith(("{", "[")) else []
    return [one for one in (reports if isinstance(reports, list) else [reports]) if "results" in one], done.stdout + done.stderr


def rows(reports: list[dict[str, Any]], kind: str) -> set[tuple[str, str, int, int, str]]:
    return {
        (one["check_id"], one["file_path"], *one["file_line_range"], one["resource"])
        for report in reports
        for one in report["results"][kind]
    }


@pytest.mark.peer
@pytest.mark.skipif(not CHECKOV, reason="OBSLINT_CHECKOV names no Python with checkov")
def test_checkov_reports_our_rules_at_the_right_lines(run: Run) -> None:
    run("checkov-checks", "checks")
    reports, _ = checkov("-d", "tree", "--framework", "terraform", "cloudformation", "--check", CHECK)
    assert rows(reports, "failed_checks") == {
        (CHECK, "/main.tf", 1, 4, "aws_cloudtrail.bad"),
        (CHECK, "/inner/main.tf", 3, 7, 'module.inner["b"].aws_cloudtrail.inner'),
        (CHECK, "/template.yaml", 2, 7, "AWS::CloudTrail::Trail.Bad"),
    }
    bad = next(one for report in reports for one in report["results"]["failed_checks"] if one["resource"] == "aws_cloudtrail.bad")
    assert bad["details"] == ["log files are not validated (main.tf:1)"]
    assert bad["severity"] == "HIGH"
    assert bad["guideline"].endswith("docs/rules/trail-without-log-validation.md")


@pytest.mark.peer
@pytest.mark.skipif(not CHECKOV, reason="OBSLINT_CHECKOV names no Python with checkov")
def test_checkov_reports_policies(run: Run) -> None:
    Path("p.yaml").write_text(POLICY)
    run("checkov-checks", "checks", "--rules", "p.yaml")
    reports, _ = checkov("-d", "tree", "--framework", "cloudformation", "--check", "OBSLINT_A_POLICY")
    assert rows(reports, "failed_checks") == {("OBSLINT_A_POLICY", "/template.yaml", 8, 13, "AWS::CloudTrail::Trail.Good")}


@pytest.mark.peer
@pytest.mark.skipif(not CHECKOV, reason="OBSLINT_CHECKOV names no Python with checkov")
@pytest.mark.parametrize("arguments", [("-f", "tree/main.tf"), ("-f", "tree/template.yaml")])
def test_files_can_be_named(run: Run, arguments: tuple[str, ...]) -> None:
    run("checkov-checks", "checks")
    reports, _ = checkov(*arguments, "--framework", "terraform", "cloudformation", "--check", CHECK)
    assert len({one for one in rows(reports, "failed_checks") if "ad" in one[4]}) == 1


@pytest.mark.peer
@pytest.mark.skipif(not CHECKOV, reason="OBSLINT_CHECKOV names no Python with checkov")
def test_obslint_runs_once_for_a_tree(run: Run) -> None:
    run("checkov-checks", "checks", "--persona", "auditor")
    Path("log.py").write_text(
        "import subprocess, sys\nopen('calls', 'a').write(' '.join(sys.argv[1:3]) + chr(10))\n"
        "sys.exit(subprocess.run([sys.executable, '-m', 'obslint', *sys.argv[1:]]).returncode)\n"
    )
    checkov("-d", "tree", "--framework", "terraform", "--check", "OBSLINT_*", command=f"{sys.executable} {Path('log.py').absolute()}")
    assert Path("calls").read_text().splitlines() == [f"checkov-answers {Path('tree').absolute()}"]


@pytest.mark.peer
@pytest.mark.skipif(not CHECKOV, reason="OBSLINT_CHECKOV names no Python with checkov")
def test_an_obslint_that_cannot_run_is_not_taken_for_a_pass(run: Run) -> None:
    run("checkov-checks", "checks")
    reports, said = checkov("-d", "tree", "--framework", "terraform", "--check", CHECK, command="false")
    assert len(rows(reports, "failed_checks")) == 6
    assert "obslint could not be asked about" in said
