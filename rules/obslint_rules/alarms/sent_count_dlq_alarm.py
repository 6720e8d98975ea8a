"""sent-count-dlq-alarm"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, uncounted_dead_letters
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def sent_count_dlq_alarm(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm on a dead-letter queue watches a count that stays zero.

    Messages that SQS moves after too many tries are not counted as sent: they pile up and the alarm never fires.

    Fix safety: unsafe, the threshold then is about messages that wait.
    References: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
    """
    for series in alarm.series:
        if mismatch := uncounted_dead_letters(series, unit):
            yield mismatch.finding
