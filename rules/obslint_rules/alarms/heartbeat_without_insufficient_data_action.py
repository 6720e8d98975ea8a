"""heartbeat-without-insufficient-data-action"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, acts_at_all, breaching_fix, is_watched, watches_life
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def heartbeat_without_insufficient_data_action(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm watches a sign of life, and nobody is told when the data stops.

    Whatever is dead sends no data. The alarm goes to INSUFFICIENT_DATA, for which it has no action.

    Fix safety: unsafe, the alarm then goes off whenever the data stops, also when that is intended.
    When to ignore: data stops on purpose, as for instances that are switched off at night.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
    """
    silent = alarm.missing_data.surely("missing") & ~acts_at_all(alarm.insufficient_data_actions)
    if silent & alarm.calls_on_failure & watches_life(alarm) & ~is_watched(alarm, unit):
        message = "the alarm watches a sign of life, and missing data calls nobody"
        where = (alarm.metric_name.label("this stops with what it watches"),)
        yield alarm.missing_data.finding(message, fix=breaching_fix(), related=where)
