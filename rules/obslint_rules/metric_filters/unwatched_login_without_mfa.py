"""unwatched-login-without-mfa"""

from collections.abc import Iterator

from obslint.aws import LOGIN_WITHOUT_MFA, ApiRecord, Estate, Unit, unwatched
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", topics=("cis-alarm-console-signin-without-mfa",), trivy="AWS-0148",
    kics="44ceb4fa", security_hub="CloudWatch.3", prowler="cloudwatch_log_metric_filter_sign_in_without_mfa", cis_aws_1_4="4.2",
    cis_aws_3_0="4.2", cis_aws_5_0="4.2",
    pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 11.5.2 11.6.1 12.10.5 A3.3.1 A3.5.1",
)  # fmt: skip
def unwatched_login_without_mfa(record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """Console sign-ins without MFA raise no alarm.

    A password alone opens the account, and nobody is told.

    Fix safety: unsafe, an alarm is billed and people get its messages; manual where log group and topic are not declared once.
    When to ignore: other software reads the records of the trail and raises the alarm.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
    """
    yield from unwatched(LOGIN_WITHOUT_MFA, record, unit, estate)
