"""log-group-without-kms-key"""

from collections.abc import Iterator

from obslint.aws import LogGroup, Unit, service_key_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("log-group-kms",), checkov="CKV_AWS_158", trivy="AWS-0017", kics="0afbcfe9",
    guard="CLOUDWATCH_LOG_GROUP_ENCRYPTED", cfn_nag="W84", cdk_nag="CloudWatchLogGroupEncrypted", terrascan="AC_AWS_0451",
    regula="FG_R00068", prowler="cloudwatch_log_group_kms_encryption_enabled",
    nist_800_53_r5="AU-9(3) CP-9(d) SC-8(3) SC-8(4) SC-13(a) SC-28(1) SI-19(4)", pci_dss_4_0="8.3.2 10.3.2 10.3.3 10.3.4 A1.2.1",
    hipaa="164_308_a_1_ii_b 164_308_a_4_ii_a 164_312_a_2_iv 164_312_e_2_ii", soc2="cc_7_3 pi_1_4",
)  # fmt: skip
def log_group_without_kms_key(group: LogGroup, unit: Unit) -> Iterator[Finding]:
    """The log group is not encrypted with a customer managed key.

    Readers of the group need no permission on a key, and access cannot be cut off by disabling one.

    Fix safety: unsafe where the unit has one key whose policy speaks of CloudWatch Logs, as readers have to decrypt then; else manual.
    When to ignore: the key that AWS owns and encrypts every group with is enough.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    """
    if group.kms_key.surely_absent() & group.log_class.surely_not("DELIVERY"):
        key = service_key_fix(group, unit, "logs", "logs.REGION.amazonaws.com")
        yield group.kms_key.finding("the log group is not encrypted with a customer managed key", fix=key)
