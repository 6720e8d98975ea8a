"""alarm-on-disabled-container-insights"""

from collections.abc import Iterator

from obslint.aws import Estate, MetricAlarm, Unit, disabled_insights
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def alarm_on_disabled_container_insights(alarm: MetricAlarm, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """The alarm reads Container Insights of a cluster that has it off.

    Running tasks and what they use are published only with it, and the alarm never has data.

    Fix safety: manual, the metrics are billed by number.
    References: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html
    """
    for series in alarm.series:
        if mismatch := disabled_insights(series, unit, estate):
            yield mismatch.finding
