"""Which policies guard which kinds of resources, and what holds where none is written."""

from pathlib import Path

import pytest

from obslint.aws import Bucket, Function, Topic, Unit
from obslint.aws.guards.allows import guard_allows
from obslint.aws.guards.holders import Key, Role
from obslint.aws.guards.requests import service_principal
from obslint.aws.guards.roles import role_allows, trusts
from obslint.cloudformation import load_template_file
from obslint.source import SourceFile, Sources
from obslint.terraform import load_text

PUBLISH = '{"Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sns:Publish", "Resource": "*"}]}'


def terraform(text: str) -> Unit:
    return Unit(load_text(SourceFile("main.tf", text)))


def template(text: str) -> Unit:
    body = "Resources:\n" + "".join(f"  {line}\n" for line in text.strip().splitlines())
    return Unit(load_template_file(Sources(Path.cwd()), SourceFile("template.yaml", body)))


def publishes(unit: Unit, name: str) -> bool | None:
    return guard_allows(service_principal(name), "sns:Publish", unit.all(Topic)[0], unit).allowed.known


TOPIC = 'resource "aws_sns_topic" "a" {\n}\n'


@pytest.mark.parametrize(
    ("rest", "events", "alarms"),
    [
        ("", False, True),
        (f'resource "aws_sns_topic_policy" "p" {{\n  arn = aws_sns_topic.a.arn\n  policy = <<E\n{PUBLISH}\nE\n}}', True, False),
        (
            'resource "aws_sns_topic_policy" "p" {\n  arn = aws_sns_topic.b.arn\n  policy = "{}"\n}\n' + TOPIC.replace('"a"', '"b"'),
            False,
            True,
        ),
        ('resource "aws_sns_topic_policy" "p" {\n  arn = aws_sns_topic.a.arn\n  policy = var.p\n}\nvariable "p" {}', None, None),
        (
            'variable "n" {}\nresource "aws_sns_topic_policy" "p" {\n  count = var.n\n  arn = aws_sns_topic.a.arn\n  policy = "{}"\n}',
            False,
            None,
        ),
        ('output "a" {\n  value = aws_sns_topic.a.arn\n}', None, True),
    ],
)
def test_the_policy_of_a_topic_takes_the_place_of_the_default(rest: str, events: bool | None, alarms: bool | None):
    unit = terraform(TOPIC + rest)
    assert (publishes(unit, "events"), publishes(unit, "cloudwatch")) == (events, alarms)


def test_a_policy_written_in_the_topic():
    unit = terraform(f'resource "aws_sns_topic" "a" {{\n  policy = <<E\n{PUBLISH}\nE\n}}')
    assert publishes(unit, "events")
    assert publishes(unit, "cloudwatch") is False


def test_a_policy_under_a_condition_is_undecided():
    text = """
A: {Type: 'AWS::SNS::Topic'}
P:
  Type: AWS::SNS::TopicPolicy
  Condition: IsProd
  Properties:
    Topics: [!Ref A]
    PolicyDocument:
      Statement: {Effect: Allow, Principal: {Service: events.amazonaws.com}, Action: 'sns:*', Resource: !Ref A}
"""
    unit = template(text)
    assert publishes(unit, "events") is None
    assert publishes(template(text.replace("  Condition: IsProd\n", "")), "events")


@pytest.mark.parametrize(
    ("policy", "allowed"),
    [
        ("", False),
        ('policy = jsonencode({Statement = [{Effect = "Allow", Principal = {AWS = "*"}, Action = "kms:*", Resource = "*"}]})', True),
        ("policy = data.aws_iam_policy_document.none.json", None),
    ],
)
def test_keys_admit_no_service_by_default(policy: str, allowed: bool | None):
    unit = terraform(f'resource "aws_kms_key" "k" {{\n  {policy}\n}}')
    assert guard_allows(service_principal("logs"), "kms:Decrypt", unit.all(Key)[0], unit).allowed.known is allowed


def test_a_grant_leaves_a_key_open():
    unit = terraform('resource "aws_kms_key" "k" {\n}\nresource "aws_kms_grant" "g" {\n  key_id = aws_kms_key.k.key_id\n}')
    assert guard_allows(service_principal("logs"), "kms:Decrypt", unit.all(Key)[0], unit).allowed.known is None


FUNCTION = 'resource "aws_lambda_function" "f" {\n  function_name = "f"\n}\nresource "aws_sns_topic" "t" {\n}\n'
PERMISSION = 'resource "aws_lambda_permission" "p" {{\n  function_name = {}\n  action = "lambda:InvokeFunction"\n  principal = "{}"\n{}}}'


@pytest.mark.parametrize(
    ("rest", "allowed"),
    [
        ("", False),
        (PERMISSION.format("aws_lambda_function.f.function_name", "sns.amazonaws.com", ""), True),
        (PERMISSION.format('"f"', "sns.amazonaws.com", ""), True),
        (PERMISSION.format('"g"', "sns.amazonaws.com", ""), False),
        (PERMISSION.format('"f"', "events.amazonaws.com", ""), False),
        (PERMISSION.format('"f"', "sns.amazonaws.com", "  source_arn = aws_sns_topic.t.arn\n"), True),
        (PERMISSION.format('"f"', "sns.amazonaws.com", '  source_arn = "arn:aws:sns:eu-west-1:123456789012:u"\n'), None),
        (PERMISSION.format('"f"', "sns.amazonaws.com", "  source_arn = aws_lambda_function.f.arn\n"), False),
        (PERMISSION.format('"f"', "sns.amazonaws.com", "  count = var.n\n") + '\nvariable "n" {}', None),
    ],
)
def test_permissions_of_a_function(rest: str, allowed: bool | None):
    from obslint.aws.guards.arns import arn_of

    unit = terraform(FUNCTION + rest)
    source = {"aws:SourceArn": arn_of(unit.all(Topic)[0].resource)}
    verdict = guard_allows(service_principal("sns"), "lambda:InvokeFunction", unit.all(Function)[0], unit, source)
    assert verdict.allowed.known is allowed


ROLE = 'resource "aws_iam_role" "r" {\n  assume_role_policy = "{}"\nREST}\n'
WRITE = '{"Statement": [{"Effect": "Allow", "Action": "logs:*", "Resource": "*"}]}'
READ = '{"Statement": [{"Effect": "Allow", "Action": "logs:Get*", "Resource": "*"}]}'


def attached(arn: str) -> str:
    return f'resource "aws_iam_role_policy_attachment" "a" {{\n  role = aws_iam_role.r.name\n  policy_arn = {arn}\n}}\n'


def own(document: str) -> str:
    return f'resource "aws_iam_role_policy" "p" {{\n  role = aws_iam_role.r.id\n  policy = <<E\n{document}\nE\n}}\n'


@pytest.mark.parametrize(
    ("inside", "beside", "allowed"),
    [
        ("", "", False),
        ("", own(WRITE), True),
        ("", own(READ), False),
        ("", own(WRITE) + own(WRITE.replace("Allow", "Deny")).replace('"p"', '"q"'), False),
        (f'  inline_policy {{\n  name = "w"\n  policy = <<E\n{WRITE}\nE\n}}\n', "", True),
        (f'  inline_policy {{\n  name = "w"\n  policy = <<E\n{READ}\nE\n}}\n', "", False),
        ('  managed_policy_arns = ["arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"]\n', "", True),
        ('  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]\n', "", False),
        ('  managed_policy_arns = ["arn:aws:iam::aws:policy/SomethingNew"]\n', "", None),
        ('  permissions_boundary = "arn:aws:iam::123456789012:policy/b"\n', own(WRITE), None),
        ('  permissions_boundary = "arn:aws:iam::123456789012:policy/b"\n', own(READ), False),
        ("", attached('"arn:aws:iam::aws:policy/CloudWatchLogsFullAccess"'), True),
        ("", attached("var.arn") + 'variable "arn" {}', None),
        ("", attached("aws_iam_policy.w.arn") + f'resource "aws_iam_policy" "w" {{\n  policy = <<E\n{WRITE}\nE\n}}', True),
        ("", attached("aws_iam_policy.w.arn") + f'resource "aws_iam_policy" "w" {{\n  policy = <<E\n{READ}\nE\n}}', False),
        ("", attached("data.aws_iam_policy.w.arn") + 'data "aws_iam_policy" "w" {\n  name = "CloudWatchLogsFullAccess"\n}', True),
        ("", 'output "role" {\n  value = aws_iam_role.r.name\n}', None),
        ("", 'output "role" {\n  value = aws_iam_role.r.arn\n}', False),
    ],
)
def test_policies_of_a_role(inside: str, beside: str, allowed: bool | None):
    unit = terraform(ROLE.replace("REST", inside) + beside)
    assert role_allows(unit.all(Role)[0], "logs:PutLogEvents", ("arn:aws:logs:eu-west-1:1:log-group:a:*",), unit).known is allowed


@pytest.mark.parametrize(
    ("properties", "others", "allowed"),
    [
        ("{}", "", False),
        (f"{{Policies: [{{PolicyName: a, PolicyDocument: {WRITE}}}]}}", "", True),
        (f"{{Policies: [{{PolicyName: a, PolicyDocument: {READ}}}]}}", "", False),
        ("{ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']}", "", True),
        ("{ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']}", "", True),
        ("{ManagedPolicyArns: [!Ref M]}", f"M:\n  Type: AWS::IAM::ManagedPolicy\n  Properties: {{PolicyDocument: {WRITE}}}", True),
        ("{}", f"M:\n  Type: AWS::IAM::ManagedPolicy\n  Properties: {{Roles: [!Ref R], PolicyDocument: {WRITE}}}", True),
        ("{}", f"M:\n  Type: AWS::IAM::Policy\n  Properties: {{Roles: [!Ref R], PolicyDocument: {WRITE}}}", True),
        ("{}", f"M:\n  Type: AWS::IAM::RolePolicy\n  Properties: {{RoleName: !Ref R, PolicyDocument: {READ}}}", False),
    ],
)
def test_policies_of_a_role_in_a_template(properties: str, others: str, allowed: bool | None):
    unit = template(f"R:\n  Type: AWS::IAM::Role\n  Properties: {properties}\n{others}")
    assert role_allows(unit.all(Role)[0], "logs:PutLogEvents", ("arn:aws:logs:eu-west-1:1:log-group:a:*",), unit).known is allowed


def test_trust():
    trust = '{"Statement": {"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "sts:AssumeRole"}}'
    role = terraform(f'resource "aws_iam_role" "r" {{\n  assume_role_policy = <<E\n{trust}\nE\n}}').all(Role)[0]
    assert trusts(role, service_principal("cloudtrail")).known
    assert trusts(role, service_principal("logs")).known is False


def test_a_bucket_without_a_policy_admits_nobody():
    unit = template("B: {Type: 'AWS::S3::Bucket'}")
    assert guard_allows(service_principal("cloudtrail"), "s3:PutObject", unit.all(Bucket)[0], unit).allowed.known is False
