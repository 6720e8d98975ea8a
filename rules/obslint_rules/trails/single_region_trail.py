"""single-region-trail"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit
from obslint.policy import Finding, Severity, rule, set_to


@rule(
    Severity.ERROR, topics=("cloudtrail-multi-region",), checkov="CKV_AWS_67", trivy="AWS-0014", kics="8173d5eb 058ac855",
    guard="MULTI_REGION_CLOUD_TRAIL_ENABLED", terrascan="AC_AWS_0034 AC_AWS_0448", security_hub="CloudTrail.1",
    prowler="cloudtrail_multi_region_enabled", cis_aws_1_4="3.1", cis_aws_3_0="3.1", cis_aws_5_0="3.1",
    nist_800_53_r5="AC-2(4) AC-4(26) AC-6(9) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 AU-14(1) CA-7 SA-8(22) SC-7(9) SI-3(8) SI-4(20) SI-7(8)",
    pci_dss_4_0="3.5.1.3 7.3.3 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.3.2 10.3.3 10.3.4 "
    "10.6.3 11.3.1.3 11.5.2 A1.2.1", aws_fsbp="CloudTrail.1",
    hipaa="164_308_a_1_ii_d 164_308_a_3_ii_a 164_308_a_6_ii 164_312_b 164_312_e_2_i", soc2="cc_2_1 cc_7_2 cc_a_1_1 pi_1_3",
)  # fmt: skip
def single_region_trail(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The trail records a single region.

    Activity in every other region leaves no record, and intruders pick the region nobody uses.

    Fix safety: safe, an in-place update. Unsafe where further regions cost money: with data events, or beside another trail
    that records management events, of which only the first copy is free.
    When to ignore: another trail of the account records every region.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html
    """
    covered = unit.any(Trail, lambda other: other.records_everywhere)
    if trail.multi_region.surely_not(True) & trail.records_any_management & ~covered:
        yield trail.multi_region.finding("trail records a single region", fix=set_to(True, unsafe=trail.price(unit)))
