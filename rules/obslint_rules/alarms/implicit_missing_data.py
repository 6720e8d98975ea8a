"""implicit-missing-data"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, ignores_setting, stated_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC)
def implicit_missing_data(alarm: MetricAlarm) -> Iterator[Finding]:
    """The alarm does not say what missing data means.

    By default it is sent to INSUFFICIENT_DATA, or keeps its state; few authors mean that.

    Fix safety: manual, what missing data means has to be decided.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
    """
    if alarm.missing_data.surely_absent() & ~ignores_setting(alarm):
        yield alarm.missing_data.finding("the alarm does not say what missing data means", fix=stated_fix(alarm))
