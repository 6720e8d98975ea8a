"""The series that an alarm reads."""

import pytest

from obslint.aws import MetricAlarm, Series
from obslint.aws.series import namespace_of
from obslint.model import Known, ledger


def _series(unit) -> list[Series]:
    return list(unit.all(MetricAlarm)[0].series)


def _row(one: Series) -> tuple[str, str, str, str, str]:
    return one.namespace.shown, one.name.shown, one.dimensions.shown, one.statistic.shown, one.period.shown


HCL_SINGLE = """
resource "aws_sqs_queue" "q" { name = "orders" }
resource "aws_cloudwatch_metric_alarm" "a" {
  namespace          = "AWS/SQS"
  metric_name        = "NumberOfMessagesSent"
  extended_statistic = "p99"
  period             = 60
  unit               = "Count"
  threshold          = 5
  dimensions         = { QueueName = aws_sqs_queue.q.name }
}
"""
YAML_SINGLE = """
Q: {Type: 'AWS::SQS::Queue', Properties: {QueueName: orders}}
A:
  Type: AWS::CloudWatch::Alarm
  Properties:
    Namespace: AWS/SQS
    MetricName: NumberOfMessagesSent
    ExtendedStatistic: p99
    Period: 60
    Unit: Count
    Threshold: 5
    Dimensions:
      - Name: QueueName
        Value: !GetAtt Q.QueueName
"""


@pytest.mark.parametrize(("dialect", "text"), [("terraform", HCL_SINGLE), ("template", YAML_SINGLE)])
def test_an_alarm_on_one_metric(request, dialect: str, text: str):
    (one,) = _series(request.getfixturevalue(dialect)(text))
    assert _row(one) == ("AWS/SQS", "NumberOfMessagesSent", "QueueName", "p99", "60")
    assert one.unit.surely("Count") & one.is_compared & one.dimensions.are(frozenset({"QueueName"}))
    queue = one.dimensions.named("QueueName")
    assert queue is not None
    assert queue.value.shown in ("orders", "${Q.QueueName}")
    assert "QueueName" in queue.value.at.text


HCL_MATH = """
resource "aws_cloudwatch_metric_alarm" "a" {
  threshold = 5
  metric_query {
    id          = "rate"
    expression  = "100 * errors / all"
    return_data = true
  }
  metric_query {
    id         = "errors"
    account_id = "123456789012"
    metric {
      namespace   = "AWS/Lambda"
      metric_name = "Errors"
      period      = 300
      stat        = "Sum"
      dimensions  = { FunctionName = "f" }
    }
  }
}
"""
YAML_MATH = """
A:
  Type: AWS::CloudWatch::Alarm
  Properties:
    Threshold: 5
    Metrics:
      - {Id: rate, Expression: 100 * errors / all}
      - Id: errors
        AccountId: '123456789012'
        ReturnData: false
        MetricStat:
          Period: 300
          Stat: Sum
          Metric: {Namespace: AWS/Lambda, MetricName: Errors, Dimensions: [{Name: FunctionName, Value: f}]}
"""


@pytest.mark.parametrize(("dialect", "text"), [("terraform", HCL_MATH), ("template", YAML_MATH)])
def test_metric_math_is_not_compared_by_its_parts(request, dialect: str, text: str):
    (one,) = _series(request.getfixturevalue(dialect)(text))
    assert _row(one) == ("AWS/Lambda", "Errors", "FunctionName", "Sum", "300")
    assert one.is_foreign
    assert one.is_compared.known is False


EXPRESSIONS = [
    (
        'SELECT AVG(CPUUtilization) FROM SCHEMA(\\"AWS/EC2\\", InstanceId)',
        ("AWS/EC2", "CPUUtilization", "InstanceId", "Average", "unknown"),
        True,
    ),
    (
        "select sum(Errors) from \\\"AWS/Lambda\\\" where FunctionName = 'f' group by Resource",
        ("AWS/Lambda", "Errors", "FunctionName", "Sum", "unknown"),
        None,
    ),
    (
        "SEARCH('{AWS/EC2,InstanceId} MetricName=\\\"CPUUtilization\\\"', 'Average', 300)",
        ("AWS/EC2", "CPUUtilization", "InstanceId", "Average", "300"),
        True,
    ),
    ("SEARCH('{AWS/Kafka, \\\"Cluster Name\\\"} Cpu', 'Sum', 60)", ("AWS/Kafka", "unknown", "Cluster Name", "Sum", "60"), True),
]


@pytest.mark.parametrize(("expression", "row", "exact"), EXPRESSIONS)
def test_what_an_expression_selects(terraform, expression: str, row: tuple[str, ...], exact: bool | None):
    text = f'resource "aws_cloudwatch_metric_alarm" "a" {{\n  metric_query {{\n    id = "a"\n    expression = "{expression}"\n  }}\n}}'
    (one,) = _series(terraform(text))
    assert _row(one) == row
    assert not one.editable
    assert one.dimensions.are(one.dimensions.names).known is exact


def test_dimensions_that_cannot_be_seen_leave_the_set_open(terraform, template):
    unit = terraform('variable "d" {}\nresource "aws_cloudwatch_metric_alarm" "a" {\n  metric_name = "M"\n  dimensions = var.d\n}')
    (one,) = _series(unit)
    assert one.dimensions.are(frozenset()).known is None
    (one,) = _series(
        template("""
        A:
          Type: AWS::CloudWatch::Alarm
          Properties:
            MetricName: M
            Dimensions:
              - {Name: Static, Value: x}
              - {Name: !ImportValue dimension, Value: x}
    """)
    )
    assert one.dimensions.names == {"Static"}
    assert one.dimensions.are(frozenset({"Static"})).known is None
    assert one.dimensions.are(frozenset({"Other"})).known is False


def test_the_region_is_that_of_the_provider(terraform):
    (one,) = _series(terraform('provider "aws" { region = "eu-west-1" }\nresource "aws_cloudwatch_metric_alarm" "a" { metric_name = "M" }'))
    assert isinstance(one.region, Known)
    assert one.region.data == "eu-west-1"


def test_hidden_queries_leave_a_doubt(terraform):
    unit = terraform("""
        variable "q" {}
        resource "aws_cloudwatch_metric_alarm" "a" {
          dynamic "metric_query" {
            for_each = var.q
            content { id = "a" }
          }
        }
    """)
    with ledger() as doubts:
        assert _series(unit) == []
    assert doubts


OWN = ("${AWS::StackName}", "${AWS::StackName}/orders", "shop/${AWS::Region}")
OPEN = ("${Q.QueueName}", "AWS/${Q.QueueName}", "A${Q.QueueName}", "${Q.QueueName}/orders")


@pytest.mark.parametrize("namespace", OWN + OPEN)
def test_a_namespace_that_opens_unlike_any_of_aws_is_one_s_own(template, namespace: str):
    (one,) = _series(
        template(f"""
Q: {{Type: 'AWS::SQS::Queue'}}
A:
  Type: AWS::CloudWatch::Alarm
  Properties: {{MetricName: Errors, Threshold: 5, Namespace: !Sub '{namespace}'}}
""")
    )
    assert namespace_of(one) == ("" if namespace in OWN else None)
