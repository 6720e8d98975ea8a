"""The way of an account event to a person: from the trail over its log group, a metric filter and a metric to an alarm that acts.

An EventBridge rule with a target is the other way.
"""

import re

from obslint.aws.alarms import MetricAlarm
from obslint.aws.attribute import Attribute
from obslint.aws.cloudtrail import Trail
from obslint.aws.logs import LogGroup, MetricFilter, MetricTransformation
from obslint.aws.patterns.matching import Event, matches_event
from obslint.aws.patterns.reading import read_pattern
from obslint.aws.patterns.routing import routes_event
from obslint.aws.patterns.syntax import Compare, FilterPattern, JsonPattern, Malformed, Selector, Text, conditions
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.aws.watched_events import CLASSES
from obslint.aws.watching import EventRule, is_watched
from obslint.model import NO, Known, Symbolic, Truth, Unknown, Value, any_of, settle
from obslint.model.compare import decide, doubt, plain

_CALLS = frozenset(name for events in CLASSES for name in events.names) | {"ConsoleLogin"}
_TYPES = frozenset({"AwsApiCall", "AwsServiceEvent", "AwsConsoleAction", "AwsConsoleSignIn", "AwsCloudTrailInsight", "AwsVpceEvent"})
"""https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html"""
_DENIED = re.compile("UnauthorizedOperation|AccessDenied")


class ApiRecord(
    View, terraform="aws_cloudtrail|aws_cloudwatch_log_metric_filter", cloudformation="AWS::CloudTrail::Trail|AWS::Logs::MetricFilter"
):
    """Where the watching of account events starts in a unit: a trail that delivers to a log group, or a filter on such a group."""

    trail_group = reference("cloud_watch_logs_group_arn", "CloudWatchLogsLogGroupArn")
    filter_group = reference("log_group_name", "LogGroupName")

    @property
    def log_group(self) -> Attribute:
        """The log group that is written, or read."""
        return self.trail_group if self.is_type(*Trail.types()) else self.filter_group

    def declared_group(self, unit: Unit) -> LogGroup | None:
        """The log group, when it stands in the unit."""
        return next((group for group in unit.all(LogGroup) if self.log_group.refers_to(group).known), None)


class EventTarget(View, terraform="aws_cloudwatch_event_target"):
    """What an EventBridge rule calls."""

    rule = reference("rule", None)


class CallRule(EventRule, terraform="aws_cloudwatch_event_rule", cloudformation="AWS::Events::Rule"):
    """An EventBridge rule, as far as it passes on account events."""

    named_by = ("name",)
    name = attribute("name", "Name")
    enabled = attribute("is_enabled", None, terraform_default=True)
    state = attribute("state", "State", default="ENABLED")
    targets = attribute(None, "Targets")

    def takes(self, event: Event) -> Truth:
        """Whether the event pattern takes the event."""
        return decide(self.pattern.value, lambda value: routes_event(value, event))

    def tells(self, event: Event, unit: Unit) -> Truth:
        """Whether the rule passes the event on to something."""
        live = self.enabled.surely_not(False) & self.state.surely_not("DISABLED")
        return self.takes(event) & live & (self.targets.surely_set() | unit.any(EventTarget, lambda target: target.rule.refers_to(self)))


def asked_of(value: Value, event: Event) -> Truth:
    """Whether the text of a filter pattern matches an event. What is no pattern matches nothing."""
    return decide(value, lambda one: _asked_of(one, event))


def _asked_of(value: Value, event: Event) -> Truth:
    if not isinstance(value, Known):
        return doubt(value) if isinstance(value, Unknown | Symbolic) else NO
    pattern = pattern_of(value)
    return NO if pattern is None else matches_event(pattern, event)


def pattern_of(value: Value) -> FilterPattern | None:
    """What a filter pattern says, when it is known and understood."""
    value = settle(value)
    if not isinstance(value, Known) or not isinstance(value.data, str | int | float | bool):
        return None
    found = read_pattern(plain(value.data))
    return None if isinstance(found, Malformed) else found


def is_about_calls(counter: MetricFilter) -> bool:
    """Whether the pattern seems to ask for calls to AWS, or for calls that are denied."""
    return names_calls(counter) or any(map(_is_denied, _comparisons(counter)))


def names_calls(counter: MetricFilter) -> bool:
    """Whether the pattern certainly asks for calls to AWS: applications have events and errors with names too."""
    return any(map(_is_of_cloudtrail, _comparisons(counter)))


def _comparisons(counter: MetricFilter) -> list[tuple[Selector, str]]:
    """The members that the pattern compares with texts."""
    pattern = pattern_of(counter.pattern.value)
    found = conditions(pattern.condition) if isinstance(pattern, JsonPattern) else ()
    compared = [one for one in found if isinstance(one, Compare)]
    return [(one.subject, one.value.text) for one in compared if isinstance(one.subject, Selector) and isinstance(one.value, Text)]


def _is_of_cloudtrail(compared: tuple[Selector, str]) -> bool:
    steps, text = compared[0].steps, compared[1]
    if steps == ("eventName",):
        return text in _CALLS
    if steps == ("eventType",):
        return text in _TYPES
    if steps == ("additionalEventData", "MFAUsed"):
        return True
    return (steps == ("eventSource",) and text.endswith(".amazonaws.com")) or (steps == ("userIdentity", "type") and text == "Root")


def _is_denied(compared: tuple[Selector, str]) -> bool:
    return compared[0].steps == ("errorCode",) and _DENIED.search(compared[1]) is not None


def reads_log_of(counter: MetricFilter, trail: Trail, unit: Unit) -> Truth:
    """Whether a filter reads the log group that a trail delivers to."""
    both = any_of(unit.all(LogGroup), lambda group: counter.log_group.refers_to(group) & trail.log_group.refers_to(group))
    if both.known is not False:
        return both
    unknown = next((one for one in (counter.log_group, trail.log_group) if isinstance(settle(one.value), Unknown)), None)
    return trail.log_group.spells(counter.log_group) if unknown is None else doubt(settle(unknown.value))


def alarm_reads(alarm: MetricAlarm, metric: MetricTransformation) -> Truth:
    """Whether an alarm reads a metric of a filter. It may name it by the id of a filter, which is the filter's name."""
    named = _named_filter(settle(alarm.metric_name.value))
    if named is not None:
        return named.name.same_as(metric.name) & alarm.namespace.same_as(metric.namespace)
    return alarm.reads(metric)


def _named_filter(value: Value) -> MetricFilter | None:
    if not isinstance(value, Symbolic) or len(value.parts) != 1 or isinstance(value.parts[0], str):
        return None
    named = value.parts[0]
    is_filter = named.resource is not None and named.resource.type in MetricFilter.types()
    return MetricFilter(named.resource) if is_filter and named.resource and named.attribute in ("id", "name", "Ref") else None


def acts(alarm: MetricAlarm, unit: Unit) -> Truth:
    """Whether anybody hears of an alarm."""
    return (alarm.calls_on_failure & alarm.actions_enabled.surely_not(False)) | is_watched(alarm, unit)


def alarms_on(counter: MetricFilter, unit: Unit) -> tuple[MetricAlarm, ...]:
    """The alarms that read, or may read, what a filter writes."""
    read = [
        alarm
        for alarm in unit.all(MetricAlarm)
        if any_of(tuple(counter.transformations), lambda metric, one=alarm: alarm_reads(one, metric)).known is not False  # type: ignore[misc]
    ]
    return tuple(read)


def alerts(counter: MetricFilter, unit: Unit) -> Truth:
    """Whether an alarm that reads the filter's metric is heard."""

    def is_heard(alarm: MetricAlarm) -> Truth:
        read = counter.transformations.any(lambda metric: alarm_reads(alarm, metric))
        return read if read.known is False else read & acts(alarm, unit)

    return unit.any(MetricAlarm, is_heard)
