"""What does work for users, and which alarms watch it on which signal."""

from collections.abc import Iterator

from obslint.aws.alarms import MetricAlarm
from obslint.aws.attribute import Attribute
from obslint.aws.estate import OPEN, Estate
from obslint.aws.logs import LogGroup, MetricFilter
from obslint.aws.mention import mentioned
from obslint.aws.series import Series, certain, namespace_of
from obslint.aws.thresholds import only_scales
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View, attribute
from obslint.model import NO, YES, Known, Resource, Symbolic, Truth, all_of, any_of, settle, truth, undecided
from obslint.policy import Label

FRONTS = ("AWS/ApplicationELB", "AWS/NetworkELB", "AWS/ELB", "AWS/ApiGateway", "AWS/CloudFront", "AWS/AppSync", "CloudWatchSynthetics")
"""Namespaces of what stands before other workloads, or tries them from outside: an alarm there may be theirs as well."""

_CAUSES = ("saturation", "resource", "cost")
_UTILITIES = ("aws_", "AWS::", "awscc_", "data.", "random_", "null_", "local_", "time_", "archive_", "tls_", "template_", "terraform_")
_HANDED_ON = ("aws_cloudformation_stack", "AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Stack")


class SignalSource(
    View,
    terraform="aws_cloudwatch_contributor_insight_rule",
    cloudformation="AWS::ApplicationSignals::ServiceLevelObjective|AWS::CloudWatch::InsightRule",
):
    """Something that makes a metric out of what workloads do: an objective, whose burn rate is alarmed on, or a rule over logs."""

    named_by = ("name",)
    name = attribute("rule_name", "Name")


class OwnWatcher(View, terraform="aws_applicationinsights_application", cloudformation="AWS::ApplicationInsights::Application"):
    """Application Insights, which makes alarms of its own."""


class Watched(View):
    """Something that does work. `namespaces` hold its metrics, `called` is the word for it."""

    namespaces: tuple[str, ...] = ()
    called: str = "workload"
    fills_up: bool = False
    """Whether it stops once it is full, so that alarms on causes are worth as much as those on symptoms."""

    def meets_users(self, unit: Unit) -> Truth:  # noqa: ARG002
        """Whether requests of users reach it."""
        return YES

    def measured(self, unit: Unit) -> tuple[View, ...]:  # noqa: ARG002
        """What has the metrics that tell how its users fare: itself, unless something before it does."""
        return (self,)

    def is_read_by(self, alarm: MetricAlarm) -> Truth:
        """Whether an alarm reads a series of its metrics: a dimension, or an expression, names it."""
        read = any_of(tuple(alarm.series), self.is_in)
        return read | alarm.queries.any(lambda _: NO)

    def is_in(self, series: Series) -> Truth:
        """Whether a series tells of it. A dimension that cannot be known may, unless the metric is another service's."""
        named = series.dimensions.attribute.mentions(self)
        foreign = series.namespace.starts_with("AWS/") & ~series.namespace.surely_in(self.namespaces)
        return NO if named.known is None and foreign.known else named

    def is_watched(self, unit: Unit) -> Truth:
        """Whether an alarm watches it, by its own metrics, by what it logs, or by an objective."""
        return unit.any(MetricAlarm, self.is_read_by) | self.is_felt_in_logs(unit) | self.is_handed_on(unit)

    def is_felt_in_logs(self, unit: Unit) -> Truth:
        """Whether an alarm watches what it logs, or an objective for it."""
        return self._is_watched_by_logs(unit) | self._is_watched_by_source(unit)

    def is_handed_on(self, unit: Unit) -> Truth:
        """Whether somebody else's monitor, or code of which nothing is known, is told of it, and so may watch it."""
        return unit.mentions(self, by=_is_watching_otherwise)

    def _is_watched_by_logs(self, unit: Unit) -> Truth:
        filters = [one for one in unit.all(MetricFilter) if self._writes_to(one.log_group, unit)]
        return any_of(
            filters, lambda one: any_of(tuple(one.transformations), lambda made: unit.any(MetricAlarm, lambda alarm: alarm.reads(made)))
        )

    def _writes_to(self, group: Attribute, unit: Unit) -> bool:
        """Whether a log group may be its own: it is named after it, or is mentioned by it, or by what it is made of."""
        groups = [one for one in unit.all(LogGroup) if group.refers_to(one).known is not False]
        named = (group, *(one.name for one in groups))
        return any(name.mentions(self).known is not False for name in named) or any(
            _leads_to(one.resource, self.resource, unit, hops=2) for one in groups
        )

    def _is_watched_by_source(self, unit: Unit) -> Truth:
        about = [
            one for one in unit.all(SignalSource) if mentioned(Known(one.resource.fields), self.resource, self.names).known is not False
        ]
        return any_of(about, lambda one: unit.any(MetricAlarm, lambda alarm: _reads(alarm, one)))

    def is_unwatched(self, unit: Unit, estate: Estate) -> Truth:
        """Whether no alarm watches it. That is certain only where alarms are declared beside it, or the run is complete."""
        watched = self.is_watched(unit)
        if watched.known is not False:
            return ~watched
        declared = unit.any(MetricAlarm, lambda alarm: ~only_scales(alarm))
        if not estate.complete and declared.known is not True:
            return undecided(f"no alarm is declared beside it, {OPEN}", self.header)
        closed = ~unit.any(OwnWatcher, lambda _: undecided("Application Insights makes alarms of its own")) & unit.closed_around(self)
        if closed.known is False or (closed.known and not any(isinstance(settle(name), Known | Symbolic) for name in self.names)):
            return closed
        # last, because it asks every alarm of the estate: others know it by its name, or by what its unit hands on
        return closed & ~truth(any(other.any(MetricAlarm, self.is_read_by).known for other in estate.others(MetricAlarm)))

    def watched_by_causes(self, unit: Unit) -> tuple[MetricAlarm, ...]:
        """The alarms that watch it, where all of them watch what may be a cause and none what users feel; else none."""
        alarms = [alarm for alarm in unit.all(MetricAlarm) if (self.is_read_by(alarm) & ~only_scales(alarm)).known is not False]
        if alarms and all_of(alarms, lambda alarm: self.is_read_by(alarm) & ~only_scales(alarm) & exists(alarm)) & self._is_felt_nowhere(
            unit
        ):
            causes = [alarm for alarm in alarms if all(is_cause(one) for one in alarm.series if self.is_in(one).known)]
            return tuple(causes) if len(causes) == len(alarms) else ()
        return ()

    def _is_felt_nowhere(self, unit: Unit) -> Truth:
        """Whether nothing else tells what users feel: no alarm before it, none on what it logs, no objective, nobody else's monitor."""
        before = unit.any(MetricAlarm, lambda alarm: any_of(tuple(alarm.series), self._is_before))
        others = self.is_felt_in_logs(unit) | self.is_handed_on(unit)
        return ~before & ~others & unit.closed_around(self)

    def _is_before(self, series: Series) -> Truth:
        """Whether a series is of something that stands before it; one of its own is judged by itself."""
        return series.namespace.surely_in(FRONTS) & ~self.is_in(series)


def is_cause(series: Series) -> bool:
    """Whether a series is certainly no symptom: how full or busy something is, which users need not feel."""
    from obslint.aws import facts

    space, name = namespace_of(series), certain(series.name)
    known = facts.namespace(space) if space else None
    metric = known.metric(name) if known and name else None
    return metric is not None and metric.verified and metric.impact == "none" and metric.signal in _CAUSES


def watching(workload: Watched, unit: Unit) -> Iterator[MetricAlarm]:
    """The alarms that certainly watch a workload."""
    return (alarm for alarm in unit.all(MetricAlarm) if workload.is_read_by(alarm).known)


def named_alarms(alarms: tuple[MetricAlarm, ...]) -> tuple[Label, ...]:
    """A label on each of some alarms, for a finding."""
    return tuple(alarm.label("this alarm watches a cause") for alarm in alarms[:3])


def _reads(alarm: MetricAlarm, source: SignalSource) -> Truth:
    return any_of(tuple(alarm.series), lambda series: series.dimensions.attribute.mentions(source))


def _leads_to(start: Resource, end: Resource, unit: Unit, hops: int) -> bool:
    """Whether a resource is mentioned by another, or by something that this one mentions."""
    users = unit.data.mentions(start)
    return any(user is end for user in users) or (hops > 1 and any(_leads_to(user, end, unit, hops - 1) for user in users))


def _is_watching_otherwise(kind: str) -> bool:
    """Whether resources of a type may be another system's monitors, or hand it to code of which nothing is known."""
    return kind in _HANDED_ON or kind.startswith("Custom::") or not kind.startswith(_UTILITIES)
