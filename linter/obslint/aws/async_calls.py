"""Functions that services call without waiting for an answer, and whether anybody learns of their failures."""

from obslint.aws.alarms import Alarm
from obslint.aws.events.rules import TargetHolder
from obslint.aws.functions import Function, InvokeConfig
from obslint.aws.sns import Subscription
from obslint.aws.unit import Unit
from obslint.aws.view import View, blocks, reference
from obslint.model import Truth
from obslint.policy import Label


class _Called(View):
    by_terraform = reference("lambda_function_arn", None)
    by_cloudformation = reference(None, "Function")


class _ObjectEvents(View, terraform="aws_s3_bucket_notification", cloudformation="AWS::S3::Bucket"):
    called = blocks("lambda_function", "NotificationConfiguration.LambdaConfigurations", _Called)

    def call(self, function: Function) -> Truth:
        """Whether a function is called for what happens in a bucket."""
        return self.called.any(lambda one: one.by_terraform.refers_to(function) | one.by_cloudformation.refers_to(function))


def called_for_events(function: Function, unit: Unit) -> Label | None:
    """A label on the event rule, subscription or bucket that certainly calls a function."""
    for holder in unit.all(TargetHolder):
        if holder.any(lambda target: target.arn.refers_to(function)).known:
            return holder.label("this calls it for events")
    for one in unit.all(Subscription):
        if (one.protocol.surely("lambda") & one.endpoint.refers_to(function)).known:
            return one.label("this calls it for events")
    found = next((one for one in unit.all(_ObjectEvents) if one.call(function).known), None)
    return found.label("this calls it for events") if found else None


def loses_failures(function: Function, unit: Unit) -> Truth:
    """Whether nothing keeps the events that it fails to handle, and no alarm of the unit is about it."""
    thrown_away = unit.none(InvokeConfig, lambda config: config.keeps_failures_of(function), of=function)
    watched = unit.mentions(function, by=lambda kind: kind in Alarm.types())
    named = unit.any(Alarm, lambda alarm: _spells(alarm, function))
    return function.dead_letters.surely_absent() & thrown_away & ~watched & ~named


class _Dimensions(View):
    dimensions = reference("dimensions", "Dimensions")
    queries = reference("metric_query", "Metrics")


def _spells(alarm: Alarm, function: Function) -> Truth:
    seen = _Dimensions(alarm.resource)
    return seen.dimensions.mentions(function) | seen.queries.mentions(function)
