"""firehose-without-error-logs"""

from collections.abc import Iterator

from obslint.aws import DELIVERY_DESTINATIONS, DeliveryStream
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def firehose_without_error_logs(stream: DeliveryStream) -> Iterator[Finding]:
    """The Firehose stream does not log deliveries that fail.

    When the bucket, its key or the endpoint refuses the data, records are retried and dropped without a line that says why. Often it
    is the logs themselves that travel this way.

    Fix safety: manual, it needs a log stream.
    When to ignore: the metrics of the stream are watched by an alarm, and the reason can be guessed.
    References: https://docs.aws.amazon.com/firehose/latest/dev/monitoring-with-cloudwatch-logs.html
    """
    for kind in DELIVERY_DESTINATIONS:
        if stream.destination(kind).surely_set() & stream.error_log(kind).surely(False):
            yield stream.error_log(kind).finding("delivery stream does not log failed deliveries", fix=stream.error_log_fix(kind))
