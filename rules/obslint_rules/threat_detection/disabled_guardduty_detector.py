"""disabled-guardduty-detector"""

from collections.abc import Iterator

from obslint.aws import Detector
from obslint.policy import Finding, Severity, rule, set_to


@rule(
    Severity.ERROR, topics=("guardduty-detector-enabled",), checkov="CKV_AWS_238", kics="704dadd3 a25cd877", terrascan="AC_AWS_0131",
    security_hub="GuardDuty.1", prowler="guardduty_is_enabled",
    nist_800_53_r5="AC-2(12) AU-6(1) AU-6(5) CA-7 CM-8(3) RA-3(4) SA-8(19) SA-8(21) SA-8(25) SA-11(1) SA-11(6) SA-15(2) SA-15(8) "
    "SC-5 SC-5(1) SC-5(3) SI-3(8) SI-4 SI-4(1) SI-4(2) SI-4(4) SI-4(5) SI-4(13) SI-4(22) SI-4(25) SI-20",
    pci_dss_4_0="11.3.1.1 11.3.1.2 11.3.1.3 11.5.1 11.5.1.1 11.5.2 11.6.1", aws_fsbp="GuardDuty.1",
    hipaa="164_308_a_1_ii_a 164_308_a_1_ii_d 164_308_a_3_ii_a 164_308_a_5_ii_c 164_308_a_6_i 164_308_a_6_ii 164_308_a_8 "
    "164_312_b 164_312_e_2_i", soc2="cc_3_1 cc_3_2 cc_4_2 cc_6_8 cc_7_1 cc_7_2 cc_7_3 cc_7_4",
)  # fmt: skip
def disabled_guardduty_detector(detector: Detector) -> Iterator[Finding]:
    """The GuardDuty detector is declared but switched off.

    No finding is ever produced, while the resource suggests protection.

    Fix safety: unsafe, GuardDuty is billed by volume.
    When to ignore: the detector is switched on by the administrator of the organization.
    References: https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html
    """
    if detector.enabled.surely(False):
        yield detector.enabled.finding("detector is switched off", fix=set_to(True, unsafe="GuardDuty is billed by volume"))
