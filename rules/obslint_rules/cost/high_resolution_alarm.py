"""high-resolution-alarm"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, is_stored_by_the_minute
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.INFO, persona=Persona.PEDANTIC)
def high_resolution_alarm(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm looks more often than once a minute.

    Such an alarm costs three times as much, and hardly anybody who is called reacts within seconds.

    Fix safety: unsafe, the alarm then looks at another span of time.
    When to ignore: a machine acts on the alarm, and each second counts.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
    """
    for metric in alarm.metrics:
        if metric.period.surely_in((10, 20, 30)) & ~is_stored_by_the_minute(metric, unit):
            fix = set_to(60, unsafe="the alarm then looks at another span of time")
            yield metric.period.finding(f"a period of {metric.period.shown} seconds costs three times as much", fix=fix)
