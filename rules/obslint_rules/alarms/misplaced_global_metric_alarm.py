"""misplaced-global-metric-alarm"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, global_region, read_elsewhere
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.ERROR)
def misplaced_global_metric_alarm(alarm: MetricAlarm) -> Iterator[Finding]:
    """The alarm is in another region than the metric that it reads.

    CloudFront, Route 53 and billing publish in us-east-1 only, Global Accelerator in us-west-2: elsewhere the alarm has no data, forever.

    Fix safety: manual, the alarm and the topic it notifies have to move.
    References: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/viewing-cloudfront-metrics.html
    """
    for series in alarm.series:
        region = global_region(series)
        if region and read_elsewhere(series, region):
            fix = advice(f"create the alarm in {region}", "its actions have to move to that region with it", "replacement")
            yield series.namespace.finding(f"{series.shown} exists in {region} only, not where the alarm is", fix=fix)
