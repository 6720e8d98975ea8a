"""threshold-in-wrong-unit"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, comparison, implausible_unit
from obslint.policy import Finding, Persona, Severity, advice, rule


@rule(Severity.WARNING, persona=Persona.PEDANTIC, confidence="medium")
def threshold_in_wrong_unit(alarm: MetricAlarm) -> Iterator[Finding]:
    """The threshold looks as if it was written in another unit than the metric.

    Services differ: seconds, milliseconds, microseconds, bytes and MiB. The alarm is off by a thousand, silent or never ending.

    Fix safety: manual, which unit was meant has to be decided.
    When to ignore: the value is meant as it stands.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html
    """
    for series in alarm.series:
        compared = comparison(alarm, series)
        if compared and (right := implausible_unit(compared)):
            fix = advice(f"write the threshold in {right}", "which unit was meant has to be decided")
            yield alarm.threshold.finding(f"{series.name.shown} is in {right}; {alarm.threshold.shown} looks like another unit", fix=fix)
