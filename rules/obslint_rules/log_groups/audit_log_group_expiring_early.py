"""audit-log-group-expiring-early"""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws import LogGroup, Unit, holds_audit_records
from obslint.policy import Finding, Options, Persona, Severity, rule, set_to


@dataclass(frozen=True, slots=True)
class AuditRetentionOptions(Options):
    """`days`: how long audit records have to be kept, as a period that CloudWatch Logs knows."""

    days: int = 365


@rule(Severity.INFO, persona=Persona.AUDITOR, confidence="medium")
def audit_log_group_expiring_early(group: LogGroup, unit: Unit, options: AuditRetentionOptions) -> Iterator[Finding]:
    """A log group with audit records keeps them for less than a year, or than is set.

    Evidence is gone before the investigation starts.

    Fix safety: unsafe, longer storage costs money.
    When to ignore: the events are kept in a bucket as well.
    References: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
    """
    early = group.retention.above(0) & group.retention.below(options.days)
    if early & holds_audit_records(group, unit) & group.log_class.surely_not("DELIVERY"):
        fix = set_to(options.days, unsafe=f"{options.days} days of events are stored and paid for")
        yield group.retention.finding(f"audit records are kept for {group.retention.shown} days only", fix=fix)
