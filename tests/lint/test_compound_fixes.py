"""Fixes that add several resources at once, in both dialects."""

from pathlib import Path
from textwrap import dedent

import pytest

from obslint.aws import FlowLog, LogGroup, Unit, Vpc
from obslint.aws.view import View, attribute
from obslint.lint import FixMode, Request, run
from obslint.lint import registry as registries
from obslint.lint.registry import Registry, card_of
from obslint.model import Json
from obslint.policy import Severity, add_resource, rule, set_to

TRUST = {"Statement": [{"Effect": "Allow", "Principal": {"Service": "vpc-flow-logs.amazonaws.com"}, "Action": "sts:AssumeRole"}]}


class Role(View, terraform="aws_iam_role", cloudformation="AWS::IAM::Role"):
    trust = attribute("assume_role_policy", "AssumeRolePolicyDocument")


class Log(FlowLog, terraform="aws_flow_log", cloudformation="AWS::EC2::FlowLog"):
    role = attribute("iam_role_arn", "DeliverLogsPermissionArn")


@rule(Severity.WARNING)
def flow_log_with_role(vpc: Vpc, unit: Unit):
    """Adds a flow log and its role."""
    if unit.none(FlowLog, lambda log: log.records(vpc), of=vpc):
        role = Role.draft(vpc, trust=Json(TRUST))
        log = Log.draft(vpc, vpc=vpc.link("id", "Ref"), resource_type="VPC", role=role.link("arn", "Arn"))
        yield vpc.finding("no flow log", fix=add_resource(log, "record", unsafe="it costs", needs=(role,)))


@rule(Severity.WARNING)
def group_without_key(group: LogGroup):
    """Sets an attribute to what it adds."""
    if group.kms_key.surely_absent():
        role = Role.draft(group, trust=Json(TRUST))
        yield group.kms_key.finding("no key", fix=set_to(role.link("arn", "Arn"), title="add", unsafe="it costs", needs=(role,)))


TERRAFORM = """
    resource "aws_vpc" "a" {
      cidr_block = "10.0.0.0/16"
    }

    resource "aws_iam_role" "a" {}

    resource "aws_cloudwatch_log_group" "a" {
      name = "x"
    }
"""
TERRAFORM_AFTER = """
    resource "aws_vpc" "a" {
      cidr_block = "10.0.0.0/16"
    }

    resource "aws_iam_role" "a_2" {
      assume_role_policy = jsonencode({
        Statement = [
          {
            Effect = "Allow"
            Principal = {
              Service = "vpc-flow-logs.amazonaws.com"
            }
            Action = "sts:AssumeRole"
          },
        ]
      })
    }

    resource "aws_flow_log" "a" {
      vpc_id       = aws_vpc.a.id
      iam_role_arn = aws_iam_role.a_2.arn
    }
"""
TEMPLATE = """
    Resources:
      A:
        Type: AWS::EC2::VPC
        Properties: {CidrBlock: 10.0.0.0/16}
      ARole: {Type: AWS::IAM::Role}
"""
TEMPLATE_AFTER = """
    Resources:
      A:
        Type: AWS::EC2::VPC
        Properties: {CidrBlock: 10.0.0.0/16}
      ARole2:
        Type: AWS::IAM::Role
        Properties:
          AssumeRolePolicyDocument:
            Statement:
              - Effect: Allow
                Principal:
                  Service: vpc-flow-logs.amazonaws.com
                Action: sts:AssumeRole
      ALog:
        Type: AWS::EC2::FlowLog
        Properties:
          ResourceId: !Ref A
          ResourceType: VPC
          DeliverLogsPermissionArn: !GetAtt ARole2.Arn
      ARole: {Type: AWS::IAM::Role}
"""


def fixed(folder: Path, name: str, text: str, monkeypatch: pytest.MonkeyPatch, one: object) -> str:
    file = folder / name
    file.write_text(dedent(text), encoding="utf-8")
    rules = Registry([card_of(one)], {one.id: one})  # type: ignore[arg-type,attr-defined]
    monkeypatch.setattr(registries, "load", lambda *_, **__: rules)
    outcome = run(Request((folder,), folder, fix=FixMode.UNSAFE, write=True))
    assert outcome.errors == ()
    assert outcome.report.findings == ()
    return file.read_text(encoding="utf-8")


def test_a_flow_log_and_its_role_in_terraform(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = fixed(tmp_path, "main.tf", TERRAFORM, monkeypatch, flow_log_with_role)
    assert text.startswith(dedent(TERRAFORM_AFTER))


def test_a_flow_log_and_its_role_in_a_template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fixed(tmp_path, "t.yaml", TEMPLATE, monkeypatch, flow_log_with_role) == dedent(TEMPLATE_AFTER)


def test_an_attribute_that_links_to_what_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = fixed(tmp_path, "main.tf", TERRAFORM, monkeypatch, group_without_key)
    assert "  kms_key_id = aws_iam_role.a_2.arn\n" in text
    assert 'resource "aws_iam_role" "a_2" {' in text
