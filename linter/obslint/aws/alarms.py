"""CloudWatch alarms, who acts on them, and which metrics are read."""

from collections.abc import Iterator
from typing import Protocol

from obslint.aws.attribute import Attribute
from obslint.aws.logs import MetricTransformation
from obslint.aws.series import Series, dimensions_of, expressed
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import YES, Known, Truth, Unknown, Value, any_of
from obslint.model.compare import decide, is_set

FINE_GRAINED = ("AWS/ECS", "AWS/SageMaker", "AWS/MediaLive", "AWS/IVS", "AWS/IVSRealTime", "AWS/GameLift")
"""Namespaces of services that publish, or can be told to publish, some metric more often than every minute."""


class Alarm(
    View,
    terraform="aws_cloudwatch_metric_alarm|aws_cloudwatch_composite_alarm",
    cloudformation="AWS::CloudWatch::Alarm|AWS::CloudWatch::CompositeAlarm",
):
    """A metric alarm or a composite alarm.

    Defaults: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """

    named_by = ("name",)
    handles = ("arn", "id", "alarm_name", "Arn", "Ref")
    name = attribute("alarm_name", "AlarmName")
    actions_enabled = attribute("actions_enabled", "ActionsEnabled", default=True)
    alarm_actions = reference("alarm_actions", "AlarmActions")
    ok_actions = reference("ok_actions", "OKActions")
    insufficient_data_actions = reference("insufficient_data_actions", "InsufficientDataActions")

    @property
    def actions(self) -> tuple[Attribute, ...]:
        """The lists of actions: on alarm, on recovery, on missing data."""
        return self.alarm_actions, self.ok_actions, self.insufficient_data_actions

    @property
    def calls_on_failure(self) -> Truth:
        """Whether failure has an action."""
        return acts_at_all(self.alarm_actions)

    @property
    def has_any_action(self) -> Truth:
        """Whether any state has an action."""
        return any_of(self.actions, acts_at_all)

    def notifies(self, receiver: View) -> Truth:
        """Whether any state acts on a topic, a function or a policy."""
        return any_of(self.actions, lambda actions: actions.refers_to(receiver))


def acts_at_all(actions: Attribute) -> Truth:
    """Whether a list names an action. An item that other code writes, as another stack does, is one, whatever it names."""
    return decide(actions.value, _holds_action)


def _holds_action(value: Value) -> Truth:
    if isinstance(value, Known) and isinstance(value.data, tuple):
        return any_of(value.data, lambda item: decide(item, lambda one: YES if is_written_elsewhere(one) else is_set(one)))
    return is_set(value)


def is_written_elsewhere(value: Value) -> bool:
    """Whether a value is certainly written, by code that is not in the unit."""
    return isinstance(value, Unknown) and value.elsewhere


class MetricStat(View):
    """A metric inside a query of an alarm. Periods of a second or five are accepted where metrics are read, not where alarms run."""

    short_periods: tuple[int, ...] = (1, 5, 10, 20, 30)
    namespace = attribute("namespace", "Metric.Namespace")
    metric_name = attribute("metric_name", "Metric.MetricName")
    dimensions = attribute("dimensions", "Metric.Dimensions")
    statistic = attribute("stat", "Stat")
    period = attribute("period", "Period")
    unit = attribute("unit", "Unit")


class MetricQuery(View):
    """A query of an alarm: a metric, or an expression over others."""

    id = attribute("id", "Id")
    account = attribute("account_id", "AccountId")
    expression = attribute("expression", "Expression")
    returned = attribute("return_data", "ReturnData", terraform_default=False, cloudformation_default=True)
    metrics = blocks("metric", "MetricStat", MetricStat)


class Metric(Protocol):
    """What names a metric and the period at which it is read: an alarm itself, or a query of it."""

    short_periods: tuple[int, ...]

    @property
    def namespace(self) -> Attribute:
        """The namespace."""

    @property
    def metric_name(self) -> Attribute:
        """The name."""

    @property
    def period(self) -> Attribute:
        """The period in seconds."""


class MetricAlarm(Alarm, terraform="aws_cloudwatch_metric_alarm", cloudformation="AWS::CloudWatch::Alarm"):
    """An alarm on a metric or on an expression over metrics. Periods below a minute are for metrics stored every second."""

    short_periods: tuple[int, ...] = (10, 20, 30)
    namespace = attribute("namespace", "Namespace")
    metric_name = attribute("metric_name", "MetricName")
    dimensions = attribute("dimensions", "Dimensions")
    statistic = attribute("statistic", "Statistic")
    extended_statistic = attribute("extended_statistic", "ExtendedStatistic")
    unit = attribute("unit", "Unit")
    comparison = attribute("comparison_operator", "ComparisonOperator")
    threshold = attribute("threshold", "Threshold")
    threshold_metric = attribute("threshold_metric_id", "ThresholdMetricId")
    missing_data = attribute("treat_missing_data", "TreatMissingData", default="missing")
    period = attribute("period", "Period")
    evaluation_periods = attribute("evaluation_periods", "EvaluationPeriods")
    datapoints_to_alarm = attribute("datapoints_to_alarm", "DatapointsToAlarm")
    description = attribute("alarm_description", "AlarmDescription")
    queries = blocks("metric_query", "Metrics", MetricQuery, key=("id", "Id"))

    @property
    def metrics(self) -> Iterator[Metric]:
        """Every metric that the alarm reads."""
        yield self
        for query in self.queries:
            yield from query.metrics

    @property
    def series(self) -> Iterator[Series]:
        """Every series that the alarm reads: of its own, of its queries, and inside expressions of Metrics Insights and searches."""
        if self.metric_name.written:
            statistic = self.extended_statistic if self.extended_statistic.written else self.statistic
            yield Series(
                self, self.namespace, self.metric_name, dimensions_of(self.dimensions), statistic, self.period, self.unit,
                is_compared=is_set(self.threshold.value),
            )  # fmt: skip
        for query in self.queries:
            yield from self._queried(query)

    def _queried(self, query: MetricQuery) -> Iterator[Series]:
        compared = query.returned.surely(True) & is_set(self.threshold.value)
        for stat in query.metrics:
            yield Series(
                self, stat.namespace, stat.metric_name, dimensions_of(stat.dimensions), stat.statistic, stat.period, stat.unit,
                account=query.account, query=query.id, is_compared=compared,
            )  # fmt: skip
        if query.expression.written:
            yield from expressed(self, query.expression, account=query.account, query=query.id, is_compared=compared)

    def reads(self, metric: MetricTransformation) -> Truth:
        """Whether the alarm is about a metric, directly, in a query, or inside an expression."""
        return same_metric(self, metric) | self.queries.any(
            lambda query: query.metrics.any(lambda stat: same_metric(stat, metric)) | query.expression.spells(metric.name)
        )


class TerraformAlarm(MetricAlarm, terraform="aws_cloudwatch_metric_alarm"):
    """A metric alarm, for what can be wrong in Terraform only."""


class CompositeAlarm(Alarm, terraform="aws_cloudwatch_composite_alarm", cloudformation="AWS::CloudWatch::CompositeAlarm"):
    """An alarm over the states of other alarms."""

    rule = attribute("alarm_rule", "AlarmRule")
    suppressor = reference("actions_suppressor.alarm", "ActionsSuppressor")

    def watches(self, alarm: Alarm) -> Truth:
        """Whether the state of another alarm counts for this one."""
        return self.rule.mentions(alarm) | self.suppressor.mentions(alarm)


def same_metric(one: Metric, other: MetricTransformation) -> Truth:
    """Whether a metric that is read has the namespace and the name of one that is written."""
    return one.metric_name.same_as(other.name) & one.namespace.same_as(other.namespace)
