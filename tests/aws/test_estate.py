"""What other units of a run answer."""

from pathlib import Path

import pytest

from obslint.aws import Bucket, Estate, Topic
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
