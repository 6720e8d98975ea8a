"""trail-without-management-events"""

from collections.abc import Iterator

from obslint.aws import Estate, Trail, others_record
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.ERROR, regula="FG_R00237", security_hub="CloudTrail.1", prowler="cloudtrail_multi_region_enabled_logging_management_events",
    cis_aws_1_4="3.1", cis_aws_3_0="3.1", cis_aws_5_0="3.1",
    nist_800_53_r5="AC-2(4) AC-4(26) AC-6(9) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 AU-14(1) CA-7 SA-8(22) SC-7(9) SI-3(8) SI-4(20) SI-7(8)",
    aws_fsbp="CloudTrail.1",
)  # fmt: skip
def trail_without_management_events(trail: Trail, estate: Estate) -> Iterator[Finding]:
    """The selectors of the trail leave out all management events, and no other trail of the scan records them.

    Changes to the account leave no trace, and whatever watches API calls is blind. Advanced selectors for data events do that:
    they take the place of the default, which records management events.

    Fix safety: unsafe, more events are stored; manual with advanced selectors in Terraform, which need a block of their own.
    When to ignore: an organization trail, declared elsewhere, records them.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
    """
    if ~trail.records_any_management & ~others_record(trail, estate):
        at, fix = trail.management_switch
        yield at.finding("no management events are recorded", fix=fix)
