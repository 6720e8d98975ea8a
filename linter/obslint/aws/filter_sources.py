"""What writes to the log group that a metric filter reads, and whether what the filter asks for is ever written there."""

from collections.abc import Iterator

from obslint.aws.alarms import MetricAlarm
from obslint.aws.cloudtrail import Trail
from obslint.aws.containers import EksCluster
from obslint.aws.estate import Estate
from obslint.aws.functions import Function
from obslint.aws.logs import LogGroup, ManagedLogGroup, MetricFilter, MetricTransformation
from obslint.aws.mention import spelled
from obslint.aws.misnamed_groups import meant_function, naming
from obslint.aws.network import FlowLog
from obslint.aws.patterns.matching import Event, matches_event
from obslint.aws.patterns.syntax import ColumnPattern, Compare, JsonPattern, Selector, TermPattern, Text, conditions
from obslint.aws.unit import Unit, exists
from obslint.aws.view import attribute, blocks, reference
from obslint.aws.watch_chain import alarm_reads, asked_of, names_calls, pattern_of, reads_log_of
from obslint.aws.watched_events import IAM_CHANGES, ORGANIZATION_CHANGES, WatchedEvents
from obslint.aws.watched_samples import wanted
from obslint.model import NO, Known, Link, Truth, all_of, any_of, settle, truth, undecided
from obslint.model.compare import decide, equal
from obslint.policy import Fix, Label, set_to

_LEVELS = {
    "TRACE": 0, "DEBUG": 1, "INFO": 2, "WARN": 3, "WARNING": 3, "ERROR": 4, "FATAL": 5, "CRITICAL": 5,
}  # fmt: skip
"""Levels of lines, and of the switch that drops those below: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html
Some runtimes have words of their own."""

_SWITCH = ("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL")

_AUDIT = frozenset({"auditID", "objectRef", "requestURI", "verb", "responseStatus", "sourceIPs", "impersonatedUser"})
"""Members that only audit events of Kubernetes have: https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/"""

_READERS = ("aws_cloudwatch_", "AWS::Logs::", "AWS::CloudWatch::")
_RUNS_CODE = (
    "aws_instance", "aws_launch_", "aws_autoscaling_", "aws_lambda_", "aws_ecs_", "aws_eks_", "aws_batch_", "aws_emr", "aws_sagemaker_",
    "aws_elastic_beanstalk_", "aws_glue_", "aws_codebuild_", "aws_apprunner_", "AWS::EC2::Instance", "AWS::EC2::LaunchTemplate",
    "AWS::AutoScaling::", "AWS::Lambda::", "AWS::Serverless::", "AWS::ECS::", "AWS::EKS::", "AWS::Batch::", "AWS::EMR", "AWS::SageMaker::",
    "AWS::ElasticBeanstalk::", "AWS::Glue::", "AWS::CodeBuild::", "AWS::AppRunner::",
)  # fmt: skip
"""Starts of types that run code, which may write to any log group by its name."""


class CountedMetric(MetricTransformation):
    """The metric that a filter writes, with the value it writes when nothing matches."""

    value = attribute("value", "MetricValue")
    default = attribute("default_value", "DefaultValue")


class Counter(MetricFilter, terraform="aws_cloudwatch_log_metric_filter", cloudformation="AWS::Logs::MetricFilter"):
    """A metric filter, as far as what it counts can be there."""

    metrics = blocks("metric_transformation", "MetricTransformations", CountedMetric)

    def group(self, unit: Unit) -> LogGroup | None:
        """The log group it reads, when that stands in the unit."""
        return next((group for group in unit.all(LogGroup) if self.log_group.refers_to(group).known), None)


class GroupFlowLog(FlowLog, terraform="aws_flow_log", cloudformation="AWS::EC2::FlowLog"):
    """A flow log that is written to a log group."""

    log_group = reference("log_group_name", "LogGroupName")

    def goes_to(self, group: LogGroup) -> Truth:
        """Whether it is written to a log group."""
        return self.destination.refers_to(group) | self.log_group.refers_to(group)


class LevelledFunction(Function, terraform="aws_lambda_function", cloudformation="AWS::Lambda::Function|AWS::Serverless::Function"):
    """A Lambda function, as far as it drops lines below a level."""

    # default: https://docs.aws.amazon.com/lambda/latest/api/API_LoggingConfig.html
    log_format = attribute("logging_config.log_format", "LoggingConfig.LogFormat", default="Text")
    level = attribute("logging_config.application_log_level", "LoggingConfig.ApplicationLogLevel")

    def writes_for(self, counter: MetricFilter, unit: Unit) -> Truth:
        """Whether the function writes to the log group that a filter reads."""
        groups = unit.all(LogGroup)
        chosen = any_of(groups, lambda group: self.log_group.refers_to(group) & counter.log_group.refers_to(group))
        own = any_of(groups, lambda group: self.logs_to(ManagedLogGroup(group.resource)) & counter.log_group.refers_to(group))
        named = decide(self.log_group.value, lambda one: equal(one, settle(counter.log_group.value)) if isinstance(one, Known) else NO)
        return chosen | named | (self.log_group.surely_absent() & (own | self.logs_under(counter.log_group)))


def dropped_level(counter: MetricFilter, function: LevelledFunction) -> str:
    """The highest level of lines that the filter counts while the function drops them; empty when it may count lines that are kept."""
    limit, pattern = settle(function.level.value), pattern_of(counter.pattern.value)
    if not isinstance(limit, Known) or limit.data not in _LEVELS or not isinstance(pattern, JsonPattern):
        return ""
    answers = {level: matches_event(pattern, Event("a line", {"level": level})).known for level in _LEVELS}
    kept = [level for level, rank in _LEVELS.items() if rank >= _LEVELS[str(limit.data)]]
    lost = [level for level in _LEVELS if level not in kept and answers[level] is not False]
    return _SWITCH[max(_LEVELS[level] for level in lost)] if lost and all(answers[level] is False for level in kept) else ""


def wants_traffic(counter: MetricFilter) -> str:
    """ACCEPT or REJECT, where the filter counts records of flow logs with that action only."""
    pattern = pattern_of(counter.pattern.value)
    found: list[str] = []
    if isinstance(pattern, ColumnPattern):
        asked = [column.condition for column in pattern.columns if isinstance(column.condition, Compare)]
        found = [one.value.text for one in asked if one.operator == "=" and isinstance(one.value, Text)]
    elif isinstance(pattern, TermPattern):
        found = [term.value.text for term in pattern.terms if not term.sign and isinstance(term.value, Text)]
    return next((text for text in found if text in ("ACCEPT", "REJECT")), "")


def unrecorded_by(counter: Counter, unit: Unit) -> Iterator[GroupFlowLog]:
    """The flow logs of the filter's log group, where none records the action that the filter asks for."""
    action, group = wants_traffic(counter), counter.group(unit)
    if action and group is not None:
        logs = [log for log in unit.all(GroupFlowLog) if log.goes_to(group).known is not False]
        other = "REJECT" if action == "ACCEPT" else "ACCEPT"
        if all_of(logs, lambda log: log.goes_to(group) & log.traffic.surely(other) & exists(log)) & unit.closed_around(group):
            yield from logs


def asks_for_audit(counter: MetricFilter) -> bool:
    """Whether the pattern asks for members that only audit events of Kubernetes have."""
    pattern = pattern_of(counter.pattern.value)
    if not isinstance(pattern, JsonPattern):
        return False
    subjects = [condition.subject for condition in conditions(pattern.condition)]
    return any(isinstance(one, Selector) and one.steps[0] in _AUDIT for one in subjects)


def cluster_of(counter: Counter, unit: Unit) -> EksCluster | None:
    """The EKS cluster whose control plane writes to the filter's log group."""
    group = counter.group(unit)
    if group is None:
        return None
    managed = ManagedLogGroup(group.resource)
    return next((cluster for cluster in unit.all(EksCluster) if cluster.logs_to(managed).known), None)


def is_never_written(counter: Counter, group: LogGroup, unit: Unit) -> Truth:
    """Whether nothing in the unit can write to the log group. Services write to groups under /aws/ by their names."""
    written = unit.mentions(group, by=lambda kind: not kind.startswith(_READERS))
    alone = ~written & unit.closed_around(group) & exists(counter)
    if alone.known is not False:
        alone &= ~any_of(_others(unit), lambda fields: spelled(fields, settle(naming(group).value)))
    if meant_function(group, unit) is not None:
        return alone  # it was made for a function, and has a name under which neither that one nor another writes
    by_service = group.name.starts_with("/aws/") | group.name.starts_with("API-Gateway-Execution-Logs") | group.name.surely_absent()
    if any(one.type.startswith(_RUNS_CODE) for one in unit.data.resources):
        return undecided(f"code that runs in this unit may write to {group.address}", group.header)
    return ~by_service & alone


def _others(unit: Unit) -> list[Known]:
    return [Known(one.fields) for one in unit.data.resources if not one.type.startswith(_READERS)]


def strays_from_trail(counter: Counter, unit: Unit, estate: Estate) -> Trail | None:
    """The trail whose log group a filter on calls should read, when the one it reads is of no trail."""
    trails = [trail for trail in unit.all(Trail) if trail.log_group.surely_set().known]
    group = counter.group(unit)
    if not trails or group is None or not names_calls(counter):
        return None
    elsewhere = any_of(estate.all(Trail), lambda trail: trail.log_group.surely_set() & reads_log_of(counter, trail, unit))
    return trails[0] if ~elsewhere & unit.closed_around(group) & exists(counter) else None


def moved_to(trail: Trail, unit: Unit) -> Fix | None:
    """Lets a filter read the log group of a trail, where that is declared."""
    group = next((group for group in unit.all(LogGroup) if trail.log_group.refers_to(group).known), None)
    if group is None:
        return None
    link: Link = group.link("name", "Ref")
    return set_to(link, title="read the trail's log group", unsafe="the filter is replaced", effect="replacement")


def global_detections(trail: Trail, unit: Unit) -> Iterator[tuple[MetricFilter, WatchedEvents]]:
    """Metric filters on the log of a trail that wait for events of services without regions."""
    for counter in unit.all(MetricFilter):
        for events in (IAM_CHANGES, ORGANIZATION_CHANGES):
            counted = any_of(wanted(events), lambda event, one=counter: asked_of(one.pattern.value, event))  # type: ignore[misc]
            if counted & reads_log_of(counter, trail, unit):
                yield counter, events
                break


def misses_global_events(trail: Trail, unit: Unit) -> Truth:
    """Whether a trail does not get the events of services without regions, which are recorded in us-east-1 only."""
    region = settle(trail.resource.region)
    abroad = truth(region.data != "us-east-1") if isinstance(region, Known) else undecided("the region of the trail is not known")
    others = any_of(unit.all(Trail), lambda one: one.multi_region.surely(True) & one.global_events.surely_not(False) & one.is_on)
    return (trail.global_events.surely(False) | (trail.multi_region.surely_not(True) & abroad)) & ~others


def sparse_reader(counter: Counter, metric: CountedMetric, unit: Unit) -> MetricAlarm | None:
    """An alarm that cannot judge a count that is missing between matches."""
    constant = metric.value.is_number(lambda _: True) & metric.default.surely_absent() & metric.dimensions.surely_absent()
    if constant & exists(counter):
        return next((alarm for alarm in unit.all(MetricAlarm) if alarm_reads(alarm, metric) & _needs_zeros(alarm)), None)
    return None


def _needs_zeros(alarm: MetricAlarm) -> Truth:
    silent = alarm.missing_data.surely("missing") & alarm.insufficient_data_actions.surely_absent()
    below = alarm.comparison.starts_with("LessThan") & alarm.missing_data.surely_in(("missing", "ignore"))
    return silent | below | alarm.queries.any(lambda query: query.expression.surely_set())


def read_by(alarm: MetricAlarm) -> tuple[Label, ...]:
    """A label on an alarm, for a finding about what it reads."""
    return (alarm.label("this alarm reads it"),)
