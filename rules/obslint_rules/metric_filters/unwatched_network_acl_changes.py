"""unwatched-network-acl-changes"""

from collections.abc import Iterator

from obslint.aws import NETWORK_ACL_CHANGES, ApiRecord, Estate, Unit, unwatched
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", topics=("cis-alarm-nacl-changes",), trivy="AWS-0157", kics="0a8e8dc5",
    security_hub="CloudWatch.11", prowler="cloudwatch_changes_to_network_acls_alarm_configured", cis_aws_1_4="4.11", cis_aws_3_0="4.11",
    cis_aws_5_0="4.11", pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 A3.3.1 A3.5.1", hipaa="164_308_a_6_i",
    soc2="cc_5_2 cc_7_2 cc_7_3 cc_7_4",
)  # fmt: skip
def unwatched_network_acl_changes(record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Changes to network ACLs raise no alarm.

    The borders of subnets move without notice.

    Fix safety: unsafe, an alarm is billed and people get its messages; manual where log group and topic are not declared once.
    When to ignore: other software reads the records of the trail and raises the alarm.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    """
    yield from unwatched(NETWORK_ACL_CHANGES, record, unit, estate)
