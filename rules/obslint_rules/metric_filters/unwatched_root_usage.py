"""unwatched-root-usage"""

from collections.abc import Iterator

from obslint.aws import ROOT_USAGE, ApiRecord, Estate, Unit, unwatched
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", topics=("cis-alarm-root-account-use",), trivy="AWS-0149",
    kics="8b1b1e67", security_hub="CloudWatch.1", prowler="cloudwatch_log_metric_filter_root_usage", cis_aws_1_4="4.3", cis_aws_3_0="4.3",
    cis_aws_5_0="4.3",
    pci_dss_4_0="8.2.1 8.2.2 8.2.4 8.2.5 8.3.11 10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 11.5.2 11.6.1 12.10.5 A3.3.1 A3.5.1",
    hipaa="164_308_a_6_i 164_308_a_6_ii", soc2="pi_1_3",
)  # fmt: skip
def unwatched_root_usage(record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Actions of the root user raise no alarm.

    Use of the root user is the strongest sign of a takeover or of a broken process, and it passes unseen.

    Fix safety: unsafe, an alarm is billed and people get its messages; manual where log group and topic are not declared once.
    When to ignore: other software reads the records of the trail and raises the alarm.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    """
    yield from unwatched(ROOT_USAGE, record, unit, estate)
