"""What the views of single resources answer."""

import pytest

from obslint.aws import Alarm, Attribute, Blocks, Bucket, CompositeAlarm, Function, LogGroup, MetricAlarm, Topic, Trail, View
from obslint.model import Known, ledger, undecided
from obslint.model.edit import Link


def test_an_attribute_is_no_condition(terraform):
    trail = terraform('resource "aws_cloudtrail" "a" {}').all(Trail)[0]
    with pytest.raises(TypeError, match="surely"):
        bool(trail.logging)


def test_defaults_differ_where_the_dialects_do(terraform, template):
    implicit = terraform('resource "aws_cloudtrail" "a" {}').all(Trail)[0]
    assert implicit.logging.surely(True)
    required = template("A: {Type: 'AWS::CloudTrail::Trail', Properties: {}}").all(Trail)[0]
    assert required.logging.surely_not(True)
    assert required.global_events.surely(True)


def test_an_attribute_of_the_other_dialect_only_is_absent(terraform):
    topic = terraform('resource "aws_sns_topic" "a" {}').all(Topic)[0]
    assert topic.inline_subscriptions.surely_absent()
    assert not topic.inline_subscriptions.written


def test_a_subclass_keeps_the_attributes_of_its_view(terraform):
    text = 'resource "aws_cloudwatch_metric_alarm" "a" {\n  alarm_name = "a"\n  period = 60\n}'
    alarm = terraform(text).all(MetricAlarm)[0]
    assert alarm.name.surely("a") & alarm.period.surely(60)
    assert set(CompositeAlarm.types()) | set(MetricAlarm.types()) == set(Alarm.types())


def test_a_draft_leaves_out_what_its_dialect_cannot_say(terraform):
    topic = terraform('resource "aws_sns_topic" "a" {}').all(Topic)[0]
    draft = Topic.draft(topic, name="b", inline_subscriptions="x")
    assert (draft.type, draft.name, dict(draft.attributes)) == ("aws_sns_topic", "a", {("name",): "b"})


def test_a_draft_in_a_template_has_a_name_of_its_own(template):
    function = template("Orders: {Type: 'AWS::Lambda::Function'}").all(Function)[0]
    assert LogGroup.draft(function, retention=365).name == "OrdersLogGroup"


def test_a_link_may_have_text_before_it(terraform):
    function = terraform('resource "aws_lambda_function" "a" {}').all(Function)[0]
    assert function.link("function_name", "Ref", before="/x/") == Link(function.resource, "function_name", "Ref", "/x/")


def test_a_loop_over_blocks_that_may_be_more_leaves_a_doubt():
    blocks: Blocks[View] = Blocks((), (undecided("a dynamic block"),), None)  # type: ignore[arg-type]
    with ledger() as doubts:
        assert list(blocks) == []
    assert [doubt.reason for doubt in doubts] == ["a dynamic block"]


@pytest.mark.parametrize(
    ("period", "periods", "above"),
    [
        ("300", "288", False),
        ("300", "289", True),
        ('"300"', "289", True),
        ("0", "289", False),
        ("null", "289", False),
        ("var.p", "2", None),
    ],
)
def test_products(terraform, period: str, periods: str, above: bool | None):
    text = f'variable "p" {{}}\nresource "aws_cloudwatch_metric_alarm" "a" {{\n  period = {period}\n  evaluation_periods = {periods}\n}}'
    alarm = terraform(text).all(MetricAlarm)[0]
    assert alarm.evaluation_periods.product_above(alarm.period, 86400).known is above


@pytest.mark.parametrize(
    ("arn", "lacks"),
    [
        ("aws_cloudwatch_log_group.g.arn", True),
        ('"${aws_cloudwatch_log_group.g.arn}:*"', False),
        ('"arn:aws:logs:eu-west-1:1:log-group:${aws_cloudwatch_log_group.g.name}"', True),
        ('"arn:aws:logs:eu-west-1:1:log-group:${var.name}"', None),
        ('"${var.arn}:*"', False),
        ('"not an arn"', False),
        ("var.name", None),
        ("data.aws_cloudwatch_log_group.g.arn", True),
        ("null", False),
    ],
)
def test_wildcard_of_a_trails_log_group(terraform, arn: str, lacks: bool | None):
    text = f"""
    variable "name" {{}}
    variable "arn" {{}}
    resource "aws_cloudwatch_log_group" "g" {{}}
    data "aws_cloudwatch_log_group" "g" {{ name = "g" }}
    resource "aws_cloudtrail" "a" {{
      cloud_watch_logs_group_arn = {arn}
    }}
    """
    assert terraform(text).all(Trail)[0].lacks_wildcard.known is lacks


@pytest.mark.parametrize(
    ("selectors", "reads", "writes"),
    [
        ("", True, True),
        ('event_selector { read_write_type = "WriteOnly" }', False, True),
        ("event_selector { include_management_events = false }", False, False),
        ('event_selector { read_write_type = "ReadOnly" }\n event_selector { read_write_type = "WriteOnly" }', True, True),
        ("event_selector { read_write_type = var.kind }", None, None),
    ],
)
def test_recorded_management_events(terraform, selectors: str, reads: bool | None, writes: bool | None):
    inner = selectors.replace("{ ", "{\n").replace(" }", "\n}")
    trail = terraform(f'variable "kind" {{}}\nresource "aws_cloudtrail" "a" {{\n{inner}\n}}').all(Trail)[0]
    assert (trail.records_management("read").known, trail.records_management("write").known) == (reads, writes)


@pytest.mark.parametrize(
    ("target", "known"),
    [('"logs"', True), ("aws_s3_bucket.logs.bucket", True), ("aws_s3_bucket.logs.id", True), ('"others"', False), ("var.name", None)],
)
def test_buckets_are_known_by_name_and_by_reference(terraform, target: str, known: bool | None):
    text = f"""
    variable "name" {{}}
    resource "aws_s3_bucket" "logs" {{
      bucket = "logs"
    }}
    resource "aws_s3_bucket" "orders" {{
      logging {{
        target_bucket = {target}
      }}
    }}
    """
    logs, orders = terraform(text).all(Bucket)
    assert orders.log_target.refers_to(logs).known is known


def test_a_label_of_an_attribute_points_at_it(terraform):
    trail = terraform('resource "aws_cloudtrail" "a" {\n  name = "x"\n}').all(Trail)[0]
    label = trail.name.label("here")
    assert (label.place.text, label.text) == ('name = "x"', "here")


def test_the_default_is_what_counts_and_is_shown(terraform):
    group = terraform('resource "aws_cloudwatch_log_group" "a" {}').all(LogGroup)[0]
    assert isinstance(group.retention, Attribute)
    assert isinstance(group.retention.effective, Known)
    assert (group.retention.shown, group.retention.number) == ("0", 0)
