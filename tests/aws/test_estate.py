"""What other units of a run answer."""

from pathlib import Path

import pytest

from obslint.aws import Bucket, BusRule, Estate, Topic, trails_named, unselected
from obslint.aws import Unit as AwsUnit
from obslint.aws.estate import Read
from obslint.cloudformation import load_template_file
from obslint.model import NO, YES, Unit, assuming
from obslint.source import SourceFile, Sources
from obslint.terraform import load_text

TOPIC = 'resource "aws_sns_topic" "t" {\n  name = "alerts"\n}\n'
STACK = """
Parameters: {Env: {Type: String}}
Conditions: {IsProd: !Equals [!Ref Env, prod]}
Resources:
  Alerts: {Type: AWS::SNS::Topic, Condition: IsProd}
"""


def unit(text: str, name: str = "main.tf") -> Unit:
    return load_text(SourceFile(name, text)) if name.endswith(".tf") else load_template_file(Sources(Path.cwd()), SourceFile(name, text))


def estate(*units: Unit, complete: bool = False) -> Estate:
    return Estate(units[0], Read(units), complete)


def test_what_another_unit_declares_is_found() -> None:
    both = estate(unit(""), unit(TOPIC, "other.tf"))
    assert both.any(Topic) == YES
    assert both.any(Topic, lambda topic: topic.name.surely("pages")) == NO
    assert [topic.address for topic in both.all(Topic)] == ["aws_sns_topic.t"]


def test_what_no_unit_declares_is_missing_only_when_the_scan_is_complete() -> None:
    units = unit(""), unit(TOPIC, "other.tf")
    assert estate(*units).none(Bucket).known is None
    assert "--complete" in estate(*units).none(Bucket).doubts[0].reason
    assert estate(*units, complete=True).none(Bucket) == YES
    assert estate(*units, complete=True).none(Topic) == NO


def test_a_unit_that_was_not_understood_may_declare_it() -> None:
    broken = unit('resource "aws_sns_topic" {\n', "broken.tf")
    assert estate(unit(""), broken, complete=True).none(Bucket).known is None


@pytest.mark.parametrize("side", [True, False])
def test_conditions_of_this_template_say_nothing_in_another(side: bool) -> None:
    both = estate(unit(STACK, "a.yaml"), unit(STACK, "b.yaml"))
    with assuming({"IsProd": side}):
        assert both.own.any(Topic).known is side
        assert both.any(Topic).known is (True if side else None)
        assert both.any(Topic).doubts == () if side else both.any(Topic).doubts[0].guards == ()


RULE = """
resource "aws_cloudwatch_event_rule" "objects" {
  event_pattern = jsonencode({
    source = ["aws.s3"], detail-type = ["AWS API Call via CloudTrail"], detail = { eventName = ["PutObject"] }
  })
}
"""


@pytest.mark.parametrize(("name", "wanted"), [('"main"', True), ("var.trail_name", None)])
def test_a_trail_that_its_caller_names_says_nothing_about_other_units(name: str, wanted: bool | None) -> None:
    trail = f'variable "trail_name" {{}}\nresource "aws_cloudtrail" "main" {{\n  name = {name}\n  s3_bucket_name = "b"\n}}\n'
    (rule,) = AwsUnit(unit(RULE)).all(BusRule)
    assert unselected(rule, estate(rule_unit := unit(RULE), unit(trail, "other.tf"))).known is wanted
    assert unselected(rule, estate(unit(RULE + trail))).known is True
    assert [label.text for label in trails_named(estate(rule_unit, unit(trail, "other.tf")), "this one")] == ["this one"]
