"""unwatched-organization-changes"""

from collections.abc import Iterator

from obslint.aws import ORGANIZATION_CHANGES, ApiRecord, Estate, Unit, unwatched
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", topics=("cis-alarm-organizations-changes",), trivy="AWS-0174",
    kics="38b85c45", prowler="cloudwatch_log_metric_filter_aws_organizations_changes", cis_aws_1_4="4.15", cis_aws_3_0="4.15",
    cis_aws_5_0="4.15", soc2="cc_5_2",
)  # fmt: skip
def unwatched_organization_changes(record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Changes to the organization raise no alarm.

    Guard rails can be taken from all accounts at once, and nobody is told.

    Fix safety: unsafe, an alarm is billed and people get its messages; manual where log group and topic are not declared once.
    When to ignore: the account is not the one that manages the organization, or other software reads the records of the trail.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    """
    yield from unwatched(ORGANIZATION_CHANGES, record, unit, estate)
