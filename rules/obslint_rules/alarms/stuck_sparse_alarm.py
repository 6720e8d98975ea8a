"""stuck-sparse-alarm"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, ignores_setting, sparse_metric
from obslint.policy import Finding, Persona, Severity, rule, set_to

REASON = "while there is no data the alarm then says OK"


@rule(Severity.WARNING, persona=Persona.PEDANTIC, confidence="medium")
def stuck_sparse_alarm(alarm: MetricAlarm) -> Iterator[Finding]:
    """An alarm on errors keeps its state when the metric goes quiet.

    The metric has datapoints only while something happens. After the last error none comes, so the alarm stays in ALARM, or ends
    in INSUFFICIENT_DATA, and the next error changes nothing.

    Fix safety: unsafe, while there is no data the alarm then says OK.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
    """
    metric = sparse_metric(alarm)
    if metric and alarm.comparison.starts_with("GreaterThan") & alarm.missing_data.surely("missing") & ~ignores_setting(alarm):
        message = f"the alarm keeps its state when {metric} goes quiet"
        yield alarm.missing_data.finding(message, fix=set_to("notBreaching", unsafe=REASON))
