"""What reacts to alarms, and what reads metrics."""

from obslint.aws.alarms import FINE_GRAINED, Alarm, CompositeAlarm, Metric, MetricAlarm, same_metric
from obslint.aws.logs import MetricFilter, MetricTransformation
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute
from obslint.aws.watched_events import WatchedEvents
from obslint.model import Truth, any_of

DASHBOARDS = ("aws_cloudwatch_dashboard", "AWS::CloudWatch::Dashboard")


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
    return unit.any(MetricFilter, lambda one: any_of(tuple(one.transformations), lambda written: same_metric(metric, written)))


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
