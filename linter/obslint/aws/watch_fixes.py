"""What to add or change so that a class of account events is counted, alarmed on and heard of."""

from dataclasses import replace

from obslint.aws.alarms import MetricAlarm
from obslint.aws.logs import MetricFilter, MetricTransformation
from obslint.aws.patterns.matching import Event
from obslint.aws.patterns.syntax import All, Compare, Condition, Either, JsonPattern, Selector, Text
from obslint.aws.sns import Topic
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.aws.watch_chain import ApiRecord, pattern_of
from obslint.aws.watched_events import WatchedEvents
from obslint.model import Draft, Link, Plain
from obslint.policy import Fix, add_resource, set_to

_NAMESPACE = "CloudTrailMetrics"
_SOMEBODY = "arn:aws:sns:REGION:ACCOUNT:TOPIC"
_MAIL = "an alarm is billed, and the subscribers of the topic get its messages"


class NewFilter(View, terraform="aws_cloudwatch_log_metric_filter", cloudformation="AWS::Logs::MetricFilter"):
    """A metric filter to be written."""

    name = attribute("name", "FilterName")
    log_group = reference("log_group_name", "LogGroupName")
    pattern = attribute("pattern", "FilterPattern")
    metric = attribute("metric_transformation.name", None)
    namespace = attribute("metric_transformation.namespace", None)
    value = attribute("metric_transformation.value", None)
    default = attribute("metric_transformation.default_value", None)
    metrics = attribute(None, "MetricTransformations")


def add_watch(events: WatchedEvents, record: ApiRecord, unit: Unit) -> Fix:
    """Adds a filter and an alarm; by machine where the log group and the one topic of the unit are declared beside it."""
    group, topic = _group(record, unit), _topic(record, unit)
    metric = _camel(events.slug)
    transformation: dict[str, Plain] = {"MetricName": metric, "MetricNamespace": _NAMESPACE, "MetricValue": "1", "DefaultValue": 0}
    counter = NewFilter.draft(
        record, name=events.slug, log_group=group, pattern=events.filter_pattern, metric=metric, namespace=_NAMESPACE, value="1",
        default=0, metrics=[transformation],
    )  # fmt: skip
    alarm = _alarm(record, events.slug, metric, _NAMESPACE, topic)
    title, needs = "add a metric filter and an alarm", (_called(counter, events.slug, "Filter"),)
    if isinstance(group, Link) and topic != [_SOMEBODY]:
        return add_resource(_called(alarm, events.slug, "Alarm"), title, unsafe=_MAIL, needs=needs)
    manual = "the log group and who is called have to be decided"
    return add_resource(_called(alarm, events.slug, "Alarm"), title, manual=manual, needs=needs)


def add_alarm(counter: MetricFilter, metric: MetricTransformation, unit: Unit) -> Fix:
    """Adds an alarm on a metric; by machine where the unit has one topic."""
    topic = _topic(counter, unit)
    draft = _alarm(counter, counter.local_name, metric.name.copied("NAME"), metric.namespace.copied("NAMESPACE"), topic)
    if topic == [_SOMEBODY] or "${" in metric.name.shown + metric.namespace.shown:
        return add_resource(draft, "add an alarm", manual="who is called has to be decided")
    return add_resource(draft, "add an alarm", unsafe=_MAIL)


def notify(alarm: MetricAlarm, unit: Unit) -> Fix:
    """Lets an alarm act; by machine where the unit has one topic."""
    topic = _topic(alarm, unit)
    also = [(alarm.actions_enabled, True)] if alarm.actions_enabled.surely(False).known else []
    reason = "the subscribers of the topic get its messages"
    if topic == [_SOMEBODY]:
        return set_to(topic, also=also, title="notify somebody", manual="who is called has to be decided")
    return set_to(topic, also=also, title="notify the topic", unsafe=reason)


def count_only(events: WatchedEvents) -> Fix:
    """Lets a filter count nothing else."""
    return set_to(events.filter_pattern, title="count nothing else", unsafe="the metric no longer counts other events")


def count_more(events: WatchedEvents, counter: MetricFilter, missed: list[Event]) -> Fix:
    """Lets a filter count further events."""
    pattern = pattern_of(counter.pattern.value)
    if events.condition or not isinstance(pattern, JsonPattern):
        return set_to(events.filter_pattern, title="count them too", unsafe="what else the pattern asks for is lost")
    old = pattern.condition.parts if isinstance(pattern.condition, Either) else (pattern.condition,)
    return set_to(str(JsonPattern(Either((*old, *_named(events, missed))))), title="count them too", unsafe="the alarm comes more often")


def _named(events: WatchedEvents, missed: list[Event]) -> tuple[Condition, ...]:
    names = tuple(Compare(Selector(("eventName",)), "=", Text(event.name)) for event in missed)
    if not events.qualified:
        return names
    source = Compare(Selector(("eventSource",)), "=", Text(events.source))
    return (All((source, Either(names) if len(names) > 1 else names[0])),)


def _alarm(beside: View, name: str, metric: Plain, namespace: Plain, topic: list[Plain]) -> Draft:
    return MetricAlarm.draft(
        beside, name=name, metric_name=metric, namespace=namespace, statistic="Sum", period=300, evaluation_periods=1,
        comparison="GreaterThanOrEqualToThreshold", threshold=1, missing_data="notBreaching", alarm_actions=topic,
    )  # fmt: skip


def _topic(beside: View, unit: Unit) -> list[Plain]:
    """The one topic of the unit; a made-up ARN where there is none or no single one."""
    topic = unit.only(Topic, beside)
    return [topic.link("arn", "Ref") if topic else _SOMEBODY]


def _group(record: ApiRecord, unit: Unit) -> Plain:
    """The log group by its name, as a link where it is declared."""
    group = record.declared_group(unit)
    if group is not None and group.can_be_named_by(record):
        return group.link("name", "Ref")
    return "LOG_GROUP"


def _called(draft: Draft, slug: str, kind: str) -> Draft:
    """The draft under the name of a class of events."""
    return replace(draft, name=f"{_camel(slug)}{kind}" if "::" in draft.type else slug.replace("-", "_"))


def _camel(slug: str) -> str:
    return "".join(word.capitalize() for word in slug.split("-"))
