"""What a baseline leaves out of the report is no less wrong for other commands."""

import json

import pytest
from click.testing import CliRunner

from obslint.cli import main

TRAIL = 'resource "aws_cloudtrail" "a" {\n  name           = "a"\n  s3_bucket_name = "b"\n}\n'
SUBSCRIPTION = """\
resource "aws_cloudwatch_log_metric_filter" "f" {
  name           = "f"
  pattern        = "ERROR"
  log_group_name = "/app/a"
  metric_transformation {
    name      = "Errors"
    namespace = "App"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "a" {
  alarm_name          = "a"
  metric_name         = "Errors"
  namespace           = "App"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 60
  statistic           = "Sum"
  threshold           = 0
  actions_enabled     = false
  alarm_actions       = ["arn:aws:sns:eu-west-1:111122223333:t"]
}
"""


@pytest.fixture
def obslint(tmp_path, monkeypatch):
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, list(arguments))


def test_a_known_failure_is_a_failure_in_a_compliance_report(obslint, tmp_path):
    (tmp_path / "main.tf").write_text(TRAIL)
    assert obslint("baseline", "create", "--persona", "auditor").exit_code == 0
    arguments = ("scan", "--compliance", "cis_aws_3_0", "--persona", "auditor", "--format", "json")

    def failed(*more):
        return [one["id"] for one in json.loads(obslint(*arguments, *more).stdout)["compliance"]["controls"] if one["status"] == "failed"]

    assert failed()
    assert failed("--baseline", "obslint-baseline.json") == failed()


def test_a_known_defect_cuts_a_trace(obslint, tmp_path):
    (tmp_path / "main.tf").write_text(SUBSCRIPTION)
    before = obslint("trace", "aws_cloudwatch_metric_alarm.a").stdout
    assert "muted-alarm" in before
    (tmp_path / "obslint.toml").write_text('baseline = "obslint-baseline.json"\n')
    assert obslint("baseline", "create").exit_code == 0
    assert "muted-alarm" in obslint("trace", "aws_cloudwatch_metric_alarm.a").stdout


def test_settings_are_shown_before_their_baseline_is_there(obslint, tmp_path):
    (tmp_path / "main.tf").write_text(TRAIL)
    (tmp_path / "obslint.toml").write_text('baseline = "known.json"\n')
    shown = obslint("config", "show")
    assert shown.exit_code == 0
    assert 'baseline = "known.json"' in shown.output
    assert obslint("scan").exit_code == 2
