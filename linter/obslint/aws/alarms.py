"""CloudWatch alarms, who acts on them, and which metrics are read."""

from collections.abc import Iterator
from typing import Protocol

from obslint.aws.attribute import Attribute
from obslint.aws.logs import MetricFilter, MetricTransformation
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.aws.watched_events import WatchedEvents
from obslint.model import Truth, any_of

DASHBOARDS = ("aws_cloudwatch_dashboard", "AWS::CloudWatch::Dashboard")

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
    def has_any_action(self) -> Truth:
        """Whether any state has an action."""
        return any_of(self.actions, lambda actions: actions.surely_set())

    def notifies(self, receiver: View) -> Truth:
        """Whether any state acts on a topic, a function or a policy."""
        return any_of(self.actions, lambda actions: actions.refers_to(receiver))


class MetricStat(View):
    """A metric inside a query of an alarm. Periods of a second or five are accepted where metrics are read, not where alarms run."""

    short_periods: tuple[int, ...] = (1, 5, 10, 20, 30)
    namespace = attribute("namespace", "Metric.Namespace")
    metric_name = attribute("metric_name", "Metric.MetricName")
    period = attribute("period", "Period")


class MetricQuery(View):
    """A query of an alarm: a metric, or an expression over others."""

    expression = attribute("expression", "Expression")
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
    statistic = attribute("statistic", "Statistic")
    comparison = attribute("comparison_operator", "ComparisonOperator")
    threshold = attribute("threshold", "Threshold")
    missing_data = attribute("treat_missing_data", "TreatMissingData", default="missing")
    period = attribute("period", "Period")
    evaluation_periods = attribute("evaluation_periods", "EvaluationPeriods")
    datapoints_to_alarm = attribute("datapoints_to_alarm", "DatapointsToAlarm")
    queries = blocks("metric_query", "Metrics", MetricQuery)

    @property
    def metrics(self) -> Iterator[Metric]:
        """Every metric that the alarm reads."""
        yield self
        for query in self.queries:
            yield from query.metrics

    def reads(self, metric: MetricTransformation) -> Truth:
        """Whether the alarm is about a metric, directly, in a query, or inside an expression."""
        return _same_metric(self, metric) | self.queries.any(
            lambda query: query.metrics.any(lambda stat: _same_metric(stat, metric)) | query.expression.spells(metric.name)
        )


class CompositeAlarm(Alarm, terraform="aws_cloudwatch_composite_alarm", cloudformation="AWS::CloudWatch::CompositeAlarm"):
    """An alarm over the states of other alarms."""

    rule = attribute("alarm_rule", "AlarmRule")
    suppressor = reference("actions_suppressor.alarm", "ActionsSuppressor")

    def watches(self, alarm: Alarm) -> Truth:
        """Whether the state of another alarm counts for this one."""
        return self.rule.mentions(alarm) | self.suppressor.mentions(alarm)


class AlarmUser(
    View,
    terraform="aws_route53_health_check|aws_codedeploy_deployment_group|aws_ecs_service|aws_appconfig_environment|aws_autoscaling_group"
    "|aws_fis_experiment_template",
    cloudformation="AWS::Route53::HealthCheck|AWS::CodeDeploy::DeploymentGroup|AWS::ECS::Service|AWS::AppConfig::Environment"
    "|AWS::FIS::ExperimentTemplate|AWS::Serverless::Function",
):
    """Something other than an alarm that watches the state of alarms, and names them by their names."""

    health_check = attribute("cloudwatch_alarm_name", "HealthCheckConfig.AlarmIdentifier.Name")
    deployment = attribute("alarm_configuration.alarms", "AlarmConfiguration.Alarms")
    service = attribute("alarms.alarm_names", "DeploymentConfiguration.Alarms.AlarmNames")
    monitors = attribute("monitor", "Monitors")
    refresh = attribute("instance_refresh.preferences.alarm_specification.alarms", None)
    experiment = attribute("stop_condition", "StopConditions")
    preference = attribute(None, "DeploymentPreference.Alarms")

    def watches(self, alarm: Alarm) -> Truth:
        """Whether the state of an alarm matters to it."""
        places = (self.health_check, self.deployment, self.service, self.monitors, self.refresh, self.experiment, self.preference)
        return any_of(places, lambda place: place.mentions(alarm))


class EventRule(View, terraform="aws_cloudwatch_event_rule", cloudformation="AWS::Events::Rule"):
    """An EventBridge rule."""

    pattern = attribute("event_pattern", "EventPattern")

    def watches(self, alarm: Alarm) -> Truth:
        """Whether state changes of the alarm match: a rule on CloudWatch events without an alarm name takes them all."""
        named = self.pattern.spells("alarmName") | self.pattern.spells("resources")
        return self.pattern.spells("aws.cloudwatch") & (~named | self.pattern.mentions(alarm))

    def waits_for(self, events: WatchedEvents) -> Truth:
        """Whether the pattern asks for a class of account events: by their source, or by the name of one of them."""
        return any_of((events.source, *events.names), self.pattern.spells) & ~self.pattern.spells("anything-but")


class MetricReader(
    View,
    terraform="aws_cloudwatch_dashboard|aws_appautoscaling_policy|aws_autoscaling_policy",
    cloudformation="AWS::CloudWatch::Dashboard|AWS::ApplicationAutoScaling::ScalingPolicy|AWS::AutoScaling::ScalingPolicy"
    "|AWS::CloudWatch::AnomalyDetector",
):
    """Something other than an alarm that reads metrics by name."""

    dashboard = attribute("dashboard_body", "DashboardBody")
    tracking = attribute("target_tracking_scaling_policy_configuration", "TargetTrackingScalingPolicyConfiguration")
    group_tracking = attribute("target_tracking_configuration", "TargetTrackingConfiguration")
    prediction = attribute("predictive_scaling_configuration", "PredictiveScalingConfiguration")
    detector = attribute(None, "MetricName")
    math_detector = attribute(None, "MetricMathAnomalyDetector")

    def reads(self, metric: MetricTransformation) -> Truth:
        """Whether the metric's name stands in it."""
        places = (self.dashboard, self.tracking, self.group_tracking, self.prediction, self.detector, self.math_detector)
        return any_of(places, lambda place: place.spells(metric.name))


class MetricStream(View, terraform="aws_cloudwatch_metric_stream", cloudformation="AWS::CloudWatch::MetricStream"):
    """A stream of metrics to another system, which may read any of them."""


def is_watched(alarm: Alarm, unit: Unit) -> Truth:
    """Whether anything but its own actions reacts to an alarm."""
    return (
        unit.mentions(alarm, by=lambda kind: kind not in DASHBOARDS)
        | unit.any(CompositeAlarm, lambda composite: composite.watches(alarm))
        | unit.any(AlarmUser, lambda user: user.watches(alarm))
        | unit.any(EventRule, lambda rule: rule.watches(alarm))
    )


def is_counted(metric: Metric, unit: Unit) -> Truth:
    """Whether a metric is written by a metric filter of the unit, once a minute at most."""
    return unit.any(MetricFilter, lambda one: any_of(tuple(one.transformations), lambda written: _same_metric(metric, written)))


def is_stored_by_the_minute(metric: Metric, unit: Unit) -> Truth:
    """Whether a metric has one datapoint a minute at most: it is a standard metric of a service, or written by a metric filter."""
    standard = metric.namespace.starts_with("AWS/") & ~metric.namespace.surely_in(FINE_GRAINED)
    return standard | is_counted(metric, unit)


def is_read(metric: MetricTransformation, of: MetricFilter, unit: Unit) -> Truth:
    """Whether anything reads the metric that a filter writes."""
    return (
        unit.mentions(of)
        | unit.any(MetricAlarm, lambda alarm: alarm.reads(metric))
        | unit.any(MetricReader, lambda reader: reader.reads(metric))
        | unit.any(MetricStream)
    )


def _same_metric(one: Metric, other: MetricTransformation) -> Truth:
    return one.metric_name.same_as(other.name) & one.namespace.same_as(other.namespace)
