"""Signals that leave a unit: followed where names are certain, and otherwise a stage that says why it is not known what follows."""

from pathlib import Path
from textwrap import dedent

import pytest

from obslint.lint.request import Request
from obslint.lint.trace import Trace
from obslint.lint.tracing import trace

TOPIC = """
resource "aws_sns_topic" "t" {
  name = "pages"
}
resource "aws_sns_topic_subscription" "s" {
  topic_arn = aws_sns_topic.t.arn
  protocol  = "email"
  endpoint  = "a@orders.dev"
}
"""

STATE = """
terraform {
  backend "s3" {
    bucket = "state"
    key    = "topics.tfstate"
    region = "eu-west-1"
  }
}
output "arn" {
  value = aws_sns_topic.t.arn
}
"""

READ_STATE = """
data "terraform_remote_state" "topics" {
  backend = "s3"
  config = {
    bucket = "state"
    key    = "topics.tfstate"
    region = "eu-west-1"
  }
}
"""

KEPT = """
resource "aws_ssm_parameter" "p" {
  name  = "/oncall/topic"
  type  = "String"
  value = aws_sns_topic.t.arn
}
"""

READ_KEPT = """
data "aws_ssm_parameter" "p" {
  name = "/oncall/topic"
}
"""


def alarm(action: str) -> str:
    return dedent(f"""
        resource "aws_cloudwatch_metric_alarm" "a" {{
          alarm_name          = "old"
          comparison_operator = "GreaterThanThreshold"
          evaluation_periods  = 1
          namespace           = "AWS/SQS"
          metric_name         = "ApproximateAgeOfOldestMessage"
          period              = 60
          statistic           = "Maximum"
          threshold           = 600
          dimensions          = {{ QueueName = "orders" }}
          alarm_actions       = [{action}]
        }}
        """)


STACK_TOPIC = """
Resources:
  T:
    Type: AWS::SNS::Topic
    Properties: {Subscription: [{Protocol: email, Endpoint: a@orders.dev}]}
Outputs:
  Arn:
    Value: !Ref T
    Export: {Name: oncall-topic}
"""


def stack_alarm(action: str, parameters: str = "") -> str:
    properties = "ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1, Period: 60, Statistic: Maximum, Threshold: 600"
    watched = "Namespace: AWS/SQS, MetricName: ApproximateAgeOfOldestMessage, Dimensions: [{Name: QueueName, Value: orders}]"
    return f"""{parameters}
Resources:
  A:
    Type: AWS::CloudWatch::Alarm
    Properties: {{{properties}, {watched}, AlarmActions: [{action}]}}
"""


NEST = """
Resources:
  Topics:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: topics.yaml}
  Alarms:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: alarms.yaml
      Parameters: {Topic: !GetAtt Topics.Outputs.Arn}
"""

TOLD = {
    "a name that is written out": {"topics/main.tf": TOPIC, "alarms/main.tf": alarm('"arn:aws:sns:eu-west-1:123456789012:pages"')},
    "remote state": {
        "topics/main.tf": TOPIC + STATE,
        "alarms/main.tf": READ_STATE + alarm("data.terraform_remote_state.topics.outputs.arn"),
    },
    "a parameter": {"topics/main.tf": TOPIC + KEPT, "alarms/main.tf": READ_KEPT + alarm("data.aws_ssm_parameter.p.value")},
    "an export": {"topics.yaml": STACK_TOPIC, "alarms.yaml": stack_alarm("!ImportValue oncall-topic")},
    "nested stacks": {
        "topics.yaml": STACK_TOPIC,
        "alarms.yaml": stack_alarm("!Ref Topic", "Parameters: {Topic: {Type: String}}"),
        "main.yaml": NEST,
    },
}
NOT_KNOWN = {
    "this is declared elsewhere": {"alarms/main.tf": READ_STATE + alarm("data.terraform_remote_state.topics.outputs.arn")},
    "the topic is declared elsewhere": {
        "topics/main.tf": 'variable "name" {}\nresource "aws_sns_topic" "pages" {\n  name = var.name\n}\n',
        "alarms/main.tf": alarm('"arn:aws:sns:eu-west-1:123456789012:pages"'),
    },
    'variable "topic" has no value': {"alarms/main.tf": 'variable "topic" {}\n' + alarm("var.topic")},
    "the export oncall-topic of another stack is known only at deployment": {"alarms.yaml": stack_alarm("!ImportValue oncall-topic")},
}


def traced(folder: Path, files: dict[str, str]) -> Trace:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    address = "Alarms.A" if "main.yaml" in files else "A" if "alarms.yaml" in files else "aws_cloudwatch_metric_alarm.a"
    result = trace(Request((folder,), folder), address)
    assert result.errors == ()
    assert result.trace is not None
    return result.trace


@pytest.mark.parametrize("way", TOLD)
def test_a_topic_of_another_unit_is_found(way: str, tmp_path: Path) -> None:
    found = traced(tmp_path, TOLD[way])
    assert found.reaches == "yes"
    last = found.stages[found.hops[found.paths[0].hops[-1]].target]
    assert (last.shown, last.told) == ("mail a@orders.dev", "yes")
    assert found.broken == 0


@pytest.mark.parametrize("why", NOT_KNOWN)
def test_what_is_not_known_says_why(why: str, tmp_path: Path) -> None:
    found = traced(tmp_path, NOT_KNOWN[why])
    assert found.reaches == "undecided"
    assert found.broken == 0
    last = found.stages[found.hops[found.paths[0].hops[-1]].target]
    assert why in last.why


FILTER = """
resource "aws_cloudwatch_log_metric_filter" "f" {
  name           = "errors"
  log_group_name = "app"
  pattern        = "ERROR"
  metric_transformation {
    name      = "ApproximateAgeOfOldestMessage"
    namespace = "AWS/SQS"
    value     = "1"
  }
}
"""


@pytest.mark.parametrize(("own", "units"), [(FILTER, {"alarms"}), ("", {"other", "third"})])
def test_a_metric_that_its_own_unit_writes_is_not_looked_for_elsewhere(own: str, units: set[str], tmp_path: Path) -> None:
    files = {"alarms/main.tf": alarm("") + own, "other/main.tf": FILTER, "third/main.tf": FILTER}
    found = traced(tmp_path, files)
    assert {stage.unit for stage in found.stages if stage.what == "metric filter"} == units
