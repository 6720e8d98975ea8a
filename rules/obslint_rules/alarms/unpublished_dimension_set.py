"""unpublished-dimension-set"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, unpublished_dimensions
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def unpublished_dimension_set(alarm: MetricAlarm) -> Iterator[Finding]:
    """The service does not publish the metric with this combination of dimensions.

    Each combination is a metric of its own: one dimension too few or too many, and the alarm has no data, forever.

    Fix safety: safe where a dimension is only spelled in another way; otherwise manual, what is watched has to be chosen.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html
    """
    for series in alarm.series:
        if mismatch := unpublished_dimensions(series):
            yield mismatch.finding
