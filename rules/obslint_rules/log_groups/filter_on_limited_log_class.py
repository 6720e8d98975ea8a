"""filter-on-limited-log-class"""

from collections.abc import Iterator

from obslint.aws import LogGroup, LogReader, Unit
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.ERROR, confidence="medium")
def filter_on_limited_log_class(reader: LogReader, unit: Unit) -> Iterator[Finding]:
    """A filter or an anomaly detector reads a log group of a class that does not support it.

    Metric filters, subscription filters and anomaly detectors need the standard class; here they are refused or see nothing.

    Fix safety: manual, a group keeps its class, so it takes a new group.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
    """
    for group in unit.all(LogGroup):
        if reader.is_unsupported_by(group):
            message = f"the log group is of the class {group.log_class.shown}, which does not support this"
            fix = advice("use a log group of the class STANDARD", "the class of a group cannot be changed", "replacement")
            yield reader.source.finding(message, fix=fix, related=(group.log_class.label("the class of the group"),))
