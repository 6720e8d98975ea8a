"""CloudWatch Logs: groups and metric filters."""

import re
from fnmatch import fnmatchcase

from obslint.aws.lasting import Lasting
from obslint.aws.view import View, attribute, blocks, reference
from obslint.aws.watched_events import WatchedEvents
from obslint.model import YES, Truth, Value
from obslint.model.compare import matches

RETENTIONS = (
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653
)  # fmt: skip
"""The days that CloudWatch Logs accepts:
https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html"""


class LogGroup(Lasting, terraform="aws_cloudwatch_log_group", cloudformation="AWS::Logs::LogGroup"):
    """A log group. Retention is in days; none, or 0 in Terraform, keeps events forever."""

    named_by = ("name",)
    name = attribute("name", "LogGroupName")
    prefix = attribute("name_prefix", None)
    retention = attribute("retention_in_days", "RetentionInDays", default=0)
    log_class = attribute("log_group_class", "LogGroupClass", default="STANDARD")
    kms_key = reference("kms_key_id", "KmsKeyId")
    # since version 6.25 of the provider
    deletion_protection = attribute("deletion_protection_enabled", "DeletionProtectionEnabled", default=False)
    left_behind = attribute("skip_destroy", None, default=False)
    masking = attribute(None, "DataProtectionPolicy")

    def is_called(self, patterns: tuple[str, ...]) -> Truth:
        """Whether the name fits one of some patterns, in which `*` stands for anything."""
        return YES if "*" in patterns else matches(self.name.value, lambda name: any(fnmatchcase(name, one) for one in patterns))

    def longest_within(self, days: int) -> int:
        """The longest retention that is accepted and not longer than so many days."""
        return max((one for one in RETENTIONS if one <= days), default=1)


class ManagedLogGroup(View, terraform="aws_cloudwatch_log_group", cloudformation="AWS::Logs::LogGroup|Custom::LogRetention"):
    """A log group that code looks after; the AWS CDK's custom resource creates one and sets its retention."""

    name = attribute("name", "LogGroupName")


class MetricTransformation(View):
    """The metric that a filter writes."""

    name = attribute("name", "MetricName")
    namespace = attribute("namespace", "MetricNamespace")
    unit = attribute("unit", "Unit", default="None")
    dimensions = attribute("dimensions", "Dimensions")


class MetricFilter(View, terraform="aws_cloudwatch_log_metric_filter", cloudformation="AWS::Logs::MetricFilter"):
    """A metric filter: counts log events into a metric."""

    name = attribute("name", "FilterName")
    log_group = reference("log_group_name", "LogGroupName")
    pattern = attribute("pattern", "FilterPattern")
    transformations = blocks("metric_transformation", "MetricTransformations", MetricTransformation)

    def waits_for(self, events: WatchedEvents) -> Truth:
        """Whether the pattern asks for a class of account events: by their source, or by the name of one of them."""
        asked = re.compile(rf"(?<!!)=\s*[\"']?(?:{'|'.join(map(re.escape, (events.source, *events.names)))})\b")
        return matches(self.pattern.value, lambda text: asked.search(text) is not None)

    @property
    def names(self) -> tuple[Value, ...]:
        """A filter is known to others under the names of its metrics."""
        return tuple(transformation.name.value for transformation in self.transformations)
