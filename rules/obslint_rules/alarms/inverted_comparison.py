"""inverted-comparison"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, comparison, is_inverted, only_scales
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.WARNING, persona=Persona.PEDANTIC, confidence="medium")
def inverted_comparison(alarm: MetricAlarm) -> Iterator[Finding]:
    """The comparison fires while all is well.

    An alarm that healthy hosts set off is ignored, and says nothing when they are gone.

    Fix safety: manual, the operator, the threshold or the metric may be the wrong one.
    When to ignore: the state of the alarm means something else to what reads it.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
    """
    for series in alarm.series:
        compared = comparison(alarm, series)
        if compared and is_inverted(compared) and ~only_scales(alarm):
            fix = set_to(compared.opposite, manual="the operator, the threshold or the metric may be the wrong one")
            message = f"{series.name.shown} {compared.side} is what it should be, and sets the alarm off"
            yield alarm.comparison.finding(message, fix=fix, related=(alarm.threshold.label("the threshold"),))
