"""Options that change the exit code, and what goes into SARIF."""

import json

import pytest
from click.testing import CliRunner

from obslint.cli import main

TRAIL = 'resource "aws_cloudtrail" "a" {\n  name           = "a"\n  s3_bucket_name = "b"\n}\n'
ONLY = ("scan", "--select", "trail-without-log-validation")


@pytest.fixture
def obslint(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


def test_nothing_to_analyse_is_3_unless_that_is_allowed(obslint):
    assert obslint("scan").exit_code == 3
    assert obslint("scan", "--allow-empty").exit_code == 0


def test_a_hook_can_fail_because_something_was_fixed(obslint, tmp_path):
    (tmp_path / "main.tf").write_text(TRAIL)
    assert obslint(*ONLY, "--fix", "--exit-non-zero-on-fix").exit_code == 1
    assert "enable_log_file_validation = true" in (tmp_path / "main.tf").read_text()
    assert obslint(*ONLY, "--fix", "--exit-non-zero-on-fix").exit_code == 0
    assert obslint(*ONLY, "--exit-non-zero-on-fix").exit_code == 2


def test_suppressed_findings_in_sarif_when_asked_for(obslint, tmp_path):
    (tmp_path / "main.tf").write_text(f'# obslint: ignore[trail-without-log-validation] reason="a test"\n{TRAIL}')
    assert json.loads(obslint(*ONLY, "--format", "sarif").stdout)["runs"][0]["results"] == []
    (one,) = json.loads(obslint(*ONLY, "--format", "sarif", "--sarif-suppressed").stdout)["runs"][0]["results"]
    assert one["suppressions"][0]["justification"] == "a test"
    assert obslint(*ONLY, "--sarif-suppressed").exit_code == 2
