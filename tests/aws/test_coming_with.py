"""What exists whenever a resource does: the same call of a module, or the same `count`, makes both."""

import pytest

from obslint.aws.sns import Subscription, Topic
from obslint.aws.unit import Unit, exists
from obslint.model.truth import about, assuming_nothing
from obslint.source import Sources
from obslint.terraform import load

MAIN = """
variable "on" {}
variable "off" {}
resource "aws_sns_topic" "a" {
  count = var.on ? 1 : 0
}
resource "aws_sns_topic_subscription" "same" {
  count = var.on ? 1 : 0
}
resource "aws_sns_topic_subscription" "other" {
  count = var.off ? 1 : 0
}
module "one" {
  source = "./m"
  count  = var.on ? 1 : 0
  deep   = true
}
module "two" {
  source = "./m"
  count  = var.off ? 1 : 0
  deep   = false
}
"""
MODULE = """
variable "deep" {}
variable "x" {}
resource "aws_sns_topic" "m" {}
resource "aws_sns_topic_subscription" "m" {}
resource "aws_sns_topic_subscription" "own" {
  count = var.x ? 1 : 0
}
"""


@pytest.fixture
def unit(tmp_path):
    (tmp_path / "m").mkdir()
    (tmp_path / "main.tf").write_text(MAIN)
    (tmp_path / "m" / "main.tf").write_text(MODULE)
    return Unit(load(Sources(tmp_path), [tmp_path])[0])


def known(unit, topic, subscription):
    subject = next(one for one in unit.all(Topic) if one.address == topic)
    asked = next(one for one in unit.all(Subscription) if one.address == subscription)
    with about(subject.resource):
        return exists(asked).known


@pytest.mark.parametrize(
    ("topic", "subscription", "answer"),
    [
        ("aws_sns_topic.a", "aws_sns_topic_subscription.same", True),
        ("aws_sns_topic.a", "aws_sns_topic_subscription.other", None),
        ("module.one.aws_sns_topic.m", "module.one.aws_sns_topic_subscription.m", True),
        ("module.one.aws_sns_topic.m", "module.one.aws_sns_topic_subscription.own", None),
        ("module.one.aws_sns_topic.m", "module.two.aws_sns_topic_subscription.m", None),
    ],
)
def test_existing_together(unit, topic, subscription, answer):
    addresses = [one.address for one in (*unit.all(Topic), *unit.all(Subscription))]
    close = {name.replace("[0]", ""): name for name in addresses}
    assert known(unit, close[topic], close[subscription]) is answer


def test_it_is_not_assumed_of_other_units(unit):
    subject = next(one for one in unit.all(Topic) if "module" not in one.address)
    same = next(one for one in unit.all(Subscription) if one.address.startswith("aws_sns_topic_subscription.same"))
    with about(subject.resource), assuming_nothing():
        assert exists(same).known is None
    with about(subject.resource):
        assert exists(subject).known is None
