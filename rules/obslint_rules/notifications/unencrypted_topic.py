"""unencrypted-topic"""

from collections.abc import Iterator

from obslint.aws import Topic, Unit, customer_key_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, checkov="CKV_AWS_26", trivy="AWS-0095", kics="28545147 9d13b150", guard="SNS_ENCRYPTED_KMS",
    cfn_nag="W47", cdk_nag="SNSEncryptedKMS", terrascan="AC_AWS_0502", security_hub="SNS.1",
    prowler="sns_topics_kms_encryption_at_rest_enabled", nist_800_53_r5="CA-9(1) CM-3(6) SC-7(10) SC-13 SC-28 SC-28(1) SI-7(6)",
    pci_dss_4_0="3.5.1 8.3.2", aws_fsbp="SNS.1",
    hipaa="164_308_a_1_ii_b 164_308_a_4_ii_a 164_312_a_2_iv 164_312_e_2_ii", soc2="pi_1_4",
)  # fmt: skip
def unencrypted_topic(topic: Topic, unit: Unit) -> Iterator[Finding]:
    """The topic is not encrypted with KMS.

    Messages rest under a key of AWS that no policy of yours governs.

    Fix safety: unsafe where the unit has one key with a policy of its own, which must admit whoever publishes; else manual. Never take
    alias/aws/sns: alarms cannot use it.
    References: https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html
    """
    if topic.kms_key.surely_absent():
        yield topic.kms_key.finding("topic is not encrypted with KMS", fix=customer_key_fix(topic, unit))
