"""unwatched-login-failures"""

from collections.abc import Iterator

from obslint.aws import LOGIN_FAILURES, ApiRecord, Estate, Unit, unwatched
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", topics=("cis-alarm-console-auth-failures",), trivy="AWS-0152",
    kics="5864d189", security_hub="CloudWatch.6", prowler="cloudwatch_log_metric_filter_authentication_failures", cis_aws_1_4="4.6",
    cis_aws_3_0="4.6", cis_aws_5_0="4.6",
    pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 11.5.2 11.6.1 12.10.5 A3.3.1 A3.5.1",
    hipaa="164_308_a_5_ii_c 164_308_a_6_i 164_308_a_6_ii", soc2="pi_1_3",
)  # fmt: skip
def unwatched_login_failures(record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Failed console sign-ins raise no alarm.

    Passwords can be guessed for days without being noticed.

    Fix safety: unsafe, an alarm is billed and people get its messages; manual where log group and topic are not declared once.
    When to ignore: other software reads the records of the trail and raises the alarm.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    """
    yield from unwatched(LOGIN_FAILURES, record, unit, estate)
