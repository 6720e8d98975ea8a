"""unrecorded-object-writes"""

from collections.abc import Iterator

from obslint.aws import DataTrail, Estate, Unit, data_gap, misses_data
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR,
    topics=("s3-object-level-write-logging", "s3-object-level-logging", "cloudtrail-s3-data-events"), trivy="AWS-0171", kics="a8fc2180",
    guard="CLOUDTRAIL_S3_DATAEVENTS_ENABLED", regula="FG_R00354", prowler="cloudtrail_s3_dataevents_write_enabled", cis_aws_1_4="3.10",
    cis_aws_3_0="3.8", cis_aws_5_0="3.8",
    nist_800_53_r5="AC-2(4) AC-3(1) AC-3(10) AC-4(26) AC-6(9) AU-2(b) AU-3(a) AU-3(b) AU-3(c) AU-3(d) AU-3(e) AU-3(f) AU-6(3) AU-6(4) "
    "AU-6(6) AU-6(9) AU-8(b) AU-10 AU-12(a) AU-12(c) AU-12(1) AU-12(2) AU-12(3) AU-12(4) AU-14(a) AU-14(b) AU-14(3) CA-7(b) CM-5(1)(b) "
    "CM-6(a) CM-9(b) IA-3(3)(b) MA-4(1)(a) PM-14(a)(1) PM-14(b) PM-31 SC-7(9)(b) SI-1(1)(c) SI-3(8)(b) SI-4(2) SI-4(17) SI-4(20) "
    "SI-7(8) SI-10(1)(c)",
    pci_dss_4_0="7.3.3 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 11.3.1.3 11.5.2 A1.2.1",
    hipaa="164_308_a_1_ii_d 164_308_a_3_ii_a 164_308_a_6_ii 164_312_a_2_i 164_312_b 164_312_e_2_i", soc2="cc_2_1 cc_7_2 pi_1_2",
)  # fmt: skip
def unrecorded_object_writes(trail: DataTrail, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No trail records who writes and deletes objects in S3.

    Deletion or overwriting of objects cannot be traced to an identity.

    Fix safety: unsafe, data events are billed by number; manual beside other data events and advanced selectors.
    When to ignore: server access logs of the buckets are enough, or a trail that is declared elsewhere records them.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
    """
    if misses_data(trail, "AWS::S3::Object", "write", unit, estate):
        gap = data_gap(trail, "AWS::S3::Object", "s3")
        yield gap.at.finding("writes of S3 objects are not recorded", fix=gap.fix)
