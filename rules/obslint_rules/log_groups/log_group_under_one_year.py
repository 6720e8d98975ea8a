"""log-group-under-one-year"""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws import LogGroup
from obslint.policy import Finding, Options, Persona, Severity, rule, set_to


@dataclass(frozen=True, slots=True)
class RetentionOptions(Options):
    """`days`: how long events have to be kept, as a period that CloudWatch Logs knows."""

    days: int = 365


@rule(
    Severity.INFO, persona=Persona.AUDITOR, topics=("log-group-retention-one-year",), checkov="CKV_AWS_338", security_hub="CloudWatch.16",
    prowler="cloudwatch_log_group_retention_policy_specific_days_enabled", nist_800_53_r5="AU-6(3) AU-6(4) AU-10 AU-11 CA-7 SI-12",
    pci_dss_4_0="3.2.1 3.3.1.1 3.3.1.3 3.3.2 3.3.3 10.5.1", hipaa="164_312_b", soc2="cc_7_2 cc_7_3 cc_c_1_2",
)  # fmt: skip
def log_group_under_one_year(group: LogGroup, options: RetentionOptions) -> Iterator[Finding]:
    """The log group keeps its events for less than a year, or than is set.

    Auditors, and investigations of what began slowly, ask for twelve months.

    Fix safety: unsafe, longer storage costs money.
    When to ignore: the events are exported to a bucket, or are of no use after some weeks.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html#cloudwatch-16
    """
    if group.retention.above(0) & group.retention.below(options.days) & group.log_class.surely_not("DELIVERY"):
        fix = set_to(options.days, unsafe=f"{options.days} days of events are stored and paid for")
        yield group.retention.finding(f"events are kept for {group.retention.shown} days only", fix=fix)
