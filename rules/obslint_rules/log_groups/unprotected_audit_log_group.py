"""unprotected-audit-log-group"""

from collections.abc import Iterator

from obslint.aws import LogGroup, Unit, holds_evidence, protecting_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.AUDITOR, confidence="medium")
def unprotected_audit_log_group(group: LogGroup, unit: Unit) -> Iterator[Finding]:
    """A log group with audit records can be deleted in one call.

    A mistaken destroy removes the evidence. Nothing keeps the group: no deletion protection, and nothing that says so to the tool
    that deploys it.

    Fix safety: unsafe in Terraform, where it needs version 6.25 of the AWS provider; safe in CloudFormation.
    When to ignore: the events are kept in a bucket as well.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/protecting-log-groups-from-deletion.html
    """
    open_to_all = group.deletion_protection.surely_not(True) & group.left_behind.surely_not(True) & group.deleted_with_stack
    if holds_evidence(group, unit) & open_to_all:
        yield group.deletion_protection.finding("the log group with audit records can be deleted in one call", fix=protecting_fix(group))
