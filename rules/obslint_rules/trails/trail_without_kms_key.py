"""trail-without-kms-key"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, service_key_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("cloudtrail-kms-encryption",), checkov="CKV_AWS_35", trivy="AWS-0015",
    kics="5d9e3164 050a9ba8", guard="CLOUD_TRAIL_ENCRYPTION_ENABLED", cdk_nag="CloudTrailEncryptionEnabled", terrascan="AC_AWS_0033",
    regula="FG_R00035", security_hub="CloudTrail.2", prowler="cloudtrail_kms_encryption_enabled", cis_aws_1_4="3.7", cis_aws_3_0="3.5",
    cis_aws_5_0="3.5", nist_800_53_r5="AU-9 CA-9(1) CM-3(6) SC-7(10) SC-13 SC-28 SC-28(1) SI-7(6)",
    pci_dss_4_0="8.3.2 10.3.2 10.3.3 10.3.4 A1.2.1", aws_fsbp="CloudTrail.2",
    hipaa="164_308_a_1_ii_b 164_308_a_1_ii_d 164_308_a_4_ii_a 164_312_a_2_iv 164_312_c_1 164_312_c_2 164_312_e_2_ii",
)  # fmt: skip
def trail_without_kms_key(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The trail's log files are not encrypted with a customer managed key.

    Read access to the bucket is enough to read the audit log: there is no second permission, and no record of who decrypted.

    Fix safety: unsafe where the unit has one key whose policy speaks of CloudTrail, as readers have to decrypt then; else manual.
    When to ignore: the bucket is readable by its owners only and a second boundary is not asked for.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
    """
    if trail.kms_key.surely_absent():
        key = service_key_fix(trail, unit, "cloudtrail.amazonaws.com", "cloudtrail.amazonaws.com")
        yield trail.kms_key.finding("log files are not encrypted with a customer managed key", fix=key)
