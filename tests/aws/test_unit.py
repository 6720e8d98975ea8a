"""What the surroundings of a resource answer."""

import pytest

from obslint.aws import Alarm, Bucket, FlowLog, Function, ManagedLogGroup, MetricFilter, Topic, Unit, Vpc, is_watched

VPC = 'resource "aws_vpc" "a" {\n  cidr_block = "10.0.0.0/16"\n}\n'


def flow_logs_missing(unit: Unit) -> tuple[bool | None, str]:
    """Whether the first VPC has no flow log, and the doubt."""
    vpc = unit.all(Vpc)[0]
    answer = unit.none(FlowLog, lambda log: log.records(vpc), of=vpc)
    return answer.known, answer.doubts[0].reason if answer.doubts else ""


@pytest.mark.parametrize(
    ("rest", "missing", "reason"),
    [
        ("", True, ""),
        ('output "cidr" {\n  value = aws_vpc.a.cidr_block\n}', True, ""),
        ('output "id" {\n  value = aws_vpc.a.id\n}', None, 'output "id" hands aws_vpc.a to code'),
        ('output "all" {\n  value = aws_vpc.a\n}', None, 'output "all" hands'),
        ('module "m" {\n  source = "acme/m/aws"\n  vpc = aws_vpc.a.id\n}', None, 'argument vpc of module "m"'),
        ('module "m" {\n  source = "acme/m/aws"\n  name = "x"\n}', True, ""),
        ('resource "aws_ssm_parameter" "p" {\n  value = aws_vpc.a.id\n}', None, "aws_ssm_parameter.p"),
        ('resource "aws_flow_log" "f" {\n  vpc_id = aws_vpc.a.id\n}', False, ""),
        ('variable "n" {}\nresource "aws_flow_log" "f" {\n  count = var.n\n  vpc_id = aws_vpc.a.id\n}', None, "may not exist"),
        ('variable "b" {}\nresource "aws_flow_log" "f" {\n  vpc_id = var.b ? aws_vpc.a.id : "x"\n}', None, "variable"),
        ('resource "aws_flow_log" "f" {\n  vpc_id = templatefile("x", { id = aws_vpc.a.id })\n}', None, ""),
        ('resource "aws_flow_log" "f" {\n  vpc_id = aws_vpc.other.id\n}', True, ""),
    ],
)
def test_none_is_certain_in_a_closed_world_only(terraform, rest: str, missing: bool | None, reason: str):
    known, why = flow_logs_missing(terraform(VPC + rest))
    assert known is missing
    assert reason in why


def test_none_is_undecided_where_something_was_not_understood(terraform):
    known, why = flow_logs_missing(terraform(VPC + 'resource "aws_flow_log" {\n'))
    assert known is None
    assert "not understood" in why


def test_a_kind_that_the_dialect_lacks_does_not_exist(template):
    unit = template("A: {Type: 'AWS::S3::Bucket'}")
    from obslint.aws import BucketLogging

    assert unit.none(BucketLogging, of=unit.all(Bucket)[0])


def test_a_name_handed_on_opens_the_world(terraform):
    text = """
    resource "aws_cloudwatch_log_metric_filter" "f" {
      metric_transformation {
        name      = "Refused"
        namespace = "Shop"
      }
    }
    module "alarm" {
      source = "acme/alarm/aws"
      metric = "%s"
    }
    """
    for name, closed in (("Refused", None), ("Other", True)):
        unit = terraform(text % name)
        assert unit.closed_around(unit.all(MetricFilter)[0]).known is closed


TOPICS = """
resource "aws_sns_topic" "a" {
  name = "a"
}
resource "aws_cloudwatch_metric_alarm" "x" {
  alarm_actions = [%s]
}
"""


def test_only_names_what_text_nearby_can_refer_to(terraform):
    unit = terraform(TOPICS % "")
    alarm = unit.all(Alarm)[0]
    assert unit.only(Topic, alarm) is not None
    assert terraform((TOPICS % "") + 'resource "aws_sns_topic" "b" {}').only(Topic, alarm) is None
    counted = terraform((TOPICS % "").replace('name = "a"', "count = 1"))
    assert counted.only(Topic, counted.all(Alarm)[0]) is None


@pytest.mark.parametrize(
    ("rest", "known"),
    [
        ("", False),
        ('resource "pagerduty_x" "p" {\n  topic = aws_sns_topic.a.arn\n}', True),
        ('resource "aws_iam_role_policy" "p" {\n  policy = jsonencode({ Resource = aws_sns_topic.a.arn })\n}', False),
        ('resource "aws_lambda_permission" "p" {\n  source_arn = aws_sns_topic.a.arn\n}', True),
        ('resource "aws_cloudformation_stack" "p" {\n  parameters = { Topic = aws_sns_topic.a.arn }\n}', True),
        ('resource "aws_sns_topic_subscription" "p" {\n  topic_arn = "arn:aws:sns:eu-west-1:1:a"\n}', None),
        ('resource "aws_sns_topic_subscription" "p" {\n  topic_arn = "arn:aws:sns:eu-west-1:1:b"\n}', False),
    ],
)
def test_receivers_of_a_topic(terraform, rest: str, known: bool | None):
    unit = terraform((TOPICS % "") + rest)
    assert unit.all(Topic)[0].has_receiver(unit).known is known


@pytest.mark.parametrize(
    ("rule", "known"),
    [
        ("ALARM(cpu)", True),
        ('ALARM(\\"cpu\\") OR ALARM(disk)', True),
        ("ALARM(cpu-high)", False),
        ("ALARM(${aws_cloudwatch_metric_alarm.x.arn})", True),
        ("ALARM(${var.other})", None),
    ],
)
def test_composite_rules_name_alarms_as_whole_words(terraform, rule: str, known: bool | None):
    text = f"""
    variable "other" {{}}
    resource "aws_cloudwatch_metric_alarm" "x" {{
      alarm_name = "cpu"
    }}
    resource "aws_cloudwatch_composite_alarm" "c" {{
      alarm_rule = "{rule}"
    }}
    """
    unit = terraform(text)
    assert is_watched(unit.all(Alarm)[0], unit).known is known


@pytest.mark.parametrize(
    ("function", "group", "known"),
    [
        ("orders", "/aws/lambda/orders", True),
        ("orders", "/aws/lambda/orders-v2", False),
        ("${var.env}-orders", "/aws/lambda/${var.env}-orders", True),
        ("${var.env}-orders", "/aws/lambda/prod-orders", None),
        ("orders", "${var.env}", None),
        ("orders", "/shop/${var.env}", False),
    ],
)
def test_default_log_group_of_a_function(terraform, function: str, group: str, known: bool | None):
    text = f"""
    variable "env" {{}}
    resource "aws_lambda_function" "f" {{
      function_name = "{function}"
    }}
    resource "aws_cloudwatch_log_group" "g" {{
      name = "{group}"
    }}
    """
    unit = terraform(text)
    assert unit.all(Function)[0].logs_to(unit.all(ManagedLogGroup)[0]).known is known


def test_a_function_without_a_name_owns_the_group_that_refers_to_it(template):
    unit = template("""
        F: {Type: 'AWS::Lambda::Function'}
        Own: {Type: 'AWS::Logs::LogGroup', Properties: {LogGroupName: !Sub '/aws/lambda/${F}'}}
        Other: {Type: 'AWS::Logs::LogGroup', Properties: {LogGroupName: /aws/lambda/other}}
    """)
    function = unit.all(Function)[0]
    assert [function.logs_to(group).known for group in unit.all(ManagedLogGroup)] == [True, False]


def test_what_leaves_a_stack_by_export_opens_the_world(template):
    unit = template("""
        A: {Type: 'AWS::EC2::VPC', Properties: {CidrBlock: 10.0.0.0/16}}
        P: {Type: 'AWS::SSM::Parameter', Properties: {Type: String, Value: !Ref A}}
    """)
    assert flow_logs_missing(unit)[0] is None
