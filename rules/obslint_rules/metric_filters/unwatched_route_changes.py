"""unwatched-route-changes"""

from collections.abc import Iterator

from obslint.aws import ROUTE_CHANGES, ApiRecord, Estate, Unit, unwatched
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", topics=("cis-alarm-route-table-changes",), trivy="AWS-0159",
    kics="2285e608", security_hub="CloudWatch.13", prowler="cloudwatch_changes_to_network_route_tables_alarm_configured",
    cis_aws_1_4="4.13", cis_aws_3_0="4.13", cis_aws_5_0="4.13",
    pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 A3.3.1 A3.5.1", hipaa="164_308_a_6_i",
    soc2="cc_5_2 cc_7_2 cc_7_3 cc_7_4",
)  # fmt: skip
def unwatched_route_changes(record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Changes to route tables raise no alarm.

    Traffic can be diverted or cut without notice.

    Fix safety: unsafe, an alarm is billed and people get its messages; manual where log group and topic are not declared once.
    When to ignore: other software reads the records of the trail and raises the alarm.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    """
    yield from unwatched(ROUTE_CHANGES, record, unit, estate)
