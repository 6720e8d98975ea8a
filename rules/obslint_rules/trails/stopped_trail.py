"""stopped-trail"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit
from obslint.policy import Finding, Severity, rule, set_to


@rule(
    Severity.ERROR, topics=("cloudtrail-logging-enabled",), checkov="CKV_AWS_251", kics="4bb76f17 5c0b06d5", guard="CLOUD_TRAIL_ENABLED",
    security_hub="CloudTrail.3", prowler="cloudtrail_multi_region_enabled", cis_aws_1_4="3.1", cis_aws_3_0="3.1", cis_aws_5_0="3.1",
    nist_800_53_r5="AC-2(4) AC-3(1) AC-3(10) AC-4(26) AC-6(9) AU-2(b) AU-3(a) AU-3(b) AU-3(c) AU-3(d) AU-3(e) AU-3(f) AU-3(1) "
    "AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-8(b) AU-10 AU-12(a) AU-12(c) AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-14(a) "
    "AU-14(b) AU-14(3) CA-7(b) CM-5(1)(b) IA-3(3)(b) MA-4(1)(a) PM-14(a)(1) PM-14(b) PM-31 SC-7(9)(b) SI-1(1)(c) "
    "SI-3(8)(b) SI-4(2) SI-4(17) SI-4(20) SI-7(8) SI-10(1)(c)",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.3.2 10.3.3 10.3.4 10.5.1 10.6.3 A1.2.1",
    hipaa="164_308_a_1_ii_d 164_308_a_3_ii_a 164_308_a_6_ii 164_312_b 164_312_e_2_i", soc2="cc_2_1 cc_7_2 cc_a_1_1 pi_1_3",
)  # fmt: skip
def stopped_trail(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The trail's logging is not switched on.

    Trail, bucket and filters look right in a review, yet no event is recorded.

    Fix safety: safe, an in-place update that starts the trail. Unsafe where recording costs money: data events, or another trail
    that records management events, of which only the first copy is free.
    When to ignore: the trail was replaced by another one and is kept for its settings only.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_StartLogging.html
    """
    if trail.logging.surely_not(True):
        yield trail.logging.finding("logging of the trail is not switched on", fix=set_to(True, unsafe=trail.price(unit)))
