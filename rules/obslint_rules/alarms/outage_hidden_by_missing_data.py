"""outage-hidden-by-missing-data"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, breaching_fix, watches_life
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def outage_hidden_by_missing_data(alarm: MetricAlarm) -> Iterator[Finding]:
    """The alarm watches a sign of life, and takes missing data for health.

    When what it watches dies, the data stops and the alarm says OK, or stays as it was.

    Fix safety: unsafe, the alarm then goes off whenever the data stops, also when that is intended.
    When to ignore: data stops on purpose, as for instances that are switched off at night.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
    """
    if alarm.missing_data.surely_in(("notBreaching", "ignore")) & watches_life(alarm):
        message = "the alarm watches a sign of life, and missing data counts as health"
        where = (alarm.metric_name.label("this stops with what it watches"),)
        yield alarm.missing_data.finding(message, fix=breaching_fix(), related=where)
