"""Topics that settings know more about than the code does."""

import pytest

from obslint.lint import Request, run

RULE = "alarm-topic-without-subscriber"
ALARM = """\
resource "aws_cloudwatch_metric_alarm" "a" {
  alarm_name          = "a"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.t.arn]
}
"""


@pytest.fixture
def found(tmp_path):
    """The rule's findings and open questions about a topic, with settings."""

    def found(text, options):
        (tmp_path / "main.tf").write_text(f'variable "env" {{}}\n{text}')
        (tmp_path / "obslint.toml").write_text(f"[rules.{RULE}]\n{options}\n")
        outcome = run(Request((tmp_path,), tmp_path, select=(RULE,), settings=True))
        assert not outcome.errors
        return len(outcome.report.findings), len(outcome.report.undecided)

    return found


def topic(name):
    return f'resource "aws_sns_topic" "t" {{\n  name = "{name}"\n}}\n'


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("ops-alerts", "", (1, 0)),
        ("ops-alerts", "external = ['ops-*']", (0, 0)),
        ("ops-alerts", "external = ['Ops-*', 'other']", (1, 0)),
        ("${var.env}", "external = ['ops-*']", (0, 1)),
    ],
)
def test_a_topic_that_is_subscribed_elsewhere(found, name, options, expected):
    assert found(topic(name) + ALARM, options) == expected


@pytest.mark.parametrize(
    ("name", "options", "expected"),
    [
        ("ops-alerts", "", (0, 0)),
        ("ops-alerts", "alerts = ['*-alerts']", (1, 0)),
        ("orders", "alerts = ['*-alerts']", (0, 0)),
        ("ops-alerts", "alerts = ['*-alerts']\nexternal = ['ops-*']", (0, 0)),
    ],
)
def test_a_topic_that_gets_alerts_from_elsewhere(found, name, options, expected):
    assert found(topic(name), options) == expected
