"""overlong-log-retention"""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws import LogGroup
from obslint.policy import Finding, Options, Persona, Severity, rule, set_to


@dataclass(frozen=True, slots=True)
class RetentionOptions(Options):
    """`days` is the longest time for which events may be kept; 0 means no limit."""

    days: int = 0


@rule(Severity.INFO, persona=Persona.PEDANTIC)
def overlong_log_retention(group: LogGroup, options: RetentionOptions) -> Iterator[Finding]:
    """The log group keeps its events longer than is allowed.

    Old debug lines are paid for month by month, and may break a promise to delete personal data.

    Off until the option `days` says what the limit is.

    Fix safety: unsafe, it deletes events.
    When to ignore: a law demands that these events are kept.
    References: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
    """
    if options.days and group.retention.above(options.days):
        message = f"events are kept for {group.retention.shown} days, longer than {options.days}"
        yield group.retention.finding(message, fix=set_to(group.longest_within(options.days), unsafe="older events are deleted"))
