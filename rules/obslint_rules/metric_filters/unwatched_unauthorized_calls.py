"""unwatched-unauthorized-calls"""

from collections.abc import Iterator

from obslint.aws import UNAUTHORIZED_CALLS, ApiRecord, Estate, Unit, unwatched
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", topics=("cis-alarm-unauthorized-api-calls",), trivy="AWS-0147",
    kics="4c18a45b", security_hub="CloudWatch.2", prowler="cloudwatch_log_metric_filter_unauthorized_api_calls", cis_aws_1_4="4.1",
    cis_aws_3_0="4.1", cis_aws_5_0="4.1", pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 A3.3.1 A3.5.1", soc2="pi_1_3",
)  # fmt: skip
def unwatched_unauthorized_calls(record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Denied API calls raise no alarm.

    Somebody who tries stolen credentials is denied first, many times, and nobody is told.

    Fix safety: unsafe, an alarm is billed and people get its messages; manual where log group and topic are not declared once.
    When to ignore: other software reads the records of the trail and raises the alarm.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    """
    yield from unwatched(UNAUTHORIZED_CALLS, record, unit, estate)
