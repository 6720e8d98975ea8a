"""The way of an account event from the trail to a person, where fixtures of one file do not reach."""

from pathlib import Path
from textwrap import dedent

import pytest

from obslint.lint import Request, run
from obslint.policy import Persona

TRAIL = """
    resource "aws_cloudwatch_log_group" "trail" {
      name = "trail"
    }

    resource "aws_cloudtrail" "audit" {
      name                       = "audit"
      s3_bucket_name             = "audit-logs"
      cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
    }
"""
FILTER = """
    resource "aws_cloudwatch_log_metric_filter" "%(name)s" {
      name           = "%(name)s"
      log_group_name = "trail"
      pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = %(event)s) }"

      metric_transformation {
        name      = "%(name)s"
        namespace = "audit"
        value     = "1"
      }
    }
"""
ALARM = """
    resource "aws_cloudwatch_metric_alarm" "%(name)s" {
      alarm_name          = "%(name)s"
      metric_name         = "%(name)s"
      namespace           = "audit"
      comparison_operator = "GreaterThanOrEqualToThreshold"
      evaluation_periods  = 1
      period              = 300
      statistic           = "Sum"
      threshold           = 1
      %(more)s
    }
"""
ACTIONS = 'alarm_actions = ["arn:aws:sns:eu-west-1:123456789012:ops"]'
DISABLE, DELETE = {"name": "disable", "event": "DisableKey"}, {"name": "delete", "event": "ScheduleKeyDeletion"}


def said(folder: Path, **files: str) -> list[str]:
    for name, text in files.items():
        (folder / name).mkdir()
        (folder / name / "main.tf").write_text(dedent(text), encoding="utf-8")
    outcome = run(Request((folder,), folder, select=("unwatched-key-deletion",), persona=Persona.AUDITOR))
    assert outcome.errors == ()
    return [finding.message for finding in outcome.report.findings]


def alarm(name: str, more: str = ACTIONS) -> str:
    return ALARM % {"name": name, "more": more}


def test_several_filters_share_the_events_of_a_class(tmp_path: Path) -> None:
    both = FILTER % DISABLE + alarm("disable") + FILTER % DELETE + alarm("delete")
    assert said(tmp_path, one=TRAIL + both) == []


def test_only_what_nobody_hears_of_is_named(tmp_path: Path) -> None:
    both = FILTER % DISABLE + alarm("disable") + FILTER % DELETE
    assert said(tmp_path, one=TRAIL + both) == ["no alarm reads the metric delete, which counts ScheduleKeyDeletion"]


def test_an_alarm_without_actions_is_heard_through_another(tmp_path: Path) -> None:
    composite = """
        resource "aws_cloudwatch_composite_alarm" "keys" {
          alarm_name    = "keys"
          alarm_rule    = "ALARM(disable) OR ALARM(delete)"
          alarm_actions = ["arn:aws:sns:eu-west-1:123456789012:ops"]
        }
    """
    both = FILTER % DISABLE + alarm("disable", "") + FILTER % DELETE + alarm("delete", "")
    assert said(tmp_path, one=TRAIL + both + composite) == []


def test_alarms_without_actions_tell_nobody(tmp_path: Path) -> None:
    both = FILTER % DISABLE + alarm("disable", "") + FILTER % DELETE + alarm("delete", "")
    assert said(tmp_path, one=TRAIL + both) == ["the alarm on DisableKey tells nobody"]


def test_disabled_actions_tell_nobody(tmp_path: Path) -> None:
    both = FILTER % DISABLE + alarm("disable") + FILTER % DELETE + alarm("delete", f"actions_enabled = false\n      {ACTIONS}")
    assert said(tmp_path, one=TRAIL + both) == ["the alarm on ScheduleKeyDeletion tells nobody"]


def test_a_filter_in_another_root_counts(tmp_path: Path) -> None:
    alone = FILTER % DISABLE + FILTER % DELETE
    assert said(tmp_path, one=TRAIL, two='provider "aws" {}\n' + alone + alarm("disable") + alarm("delete")) == []


@pytest.mark.parametrize("state", ['state = "DISABLED"', "is_enabled = false", ""])
def test_an_event_rule_needs_to_be_on_and_to_have_a_target(tmp_path: Path, state: str) -> None:
    rule = f"""
        resource "aws_cloudwatch_event_rule" "keys" {{
          event_pattern = jsonencode({{ detail = {{ eventSource = ["kms.amazonaws.com"] }} }})
          {state}
        }}
    """
    target = """
        resource "aws_cloudwatch_event_target" "keys" {
          rule = aws_cloudwatch_event_rule.keys.name
          arn  = "arn:aws:sns:eu-west-1:123456789012:ops"
        }
    """
    off = bool(state)
    found = said(tmp_path, one=TRAIL + rule + (target if off else ""))
    assert found == ["no metric filter counts DisableKey and ScheduleKeyDeletion"]
