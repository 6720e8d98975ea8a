"""log-group-never-expires"""

from collections.abc import Iterator

from obslint.aws import LogGroup
from obslint.policy import Finding, Severity, rule, set_to


@rule(
    Severity.WARNING, topics=("log-group-retention",), checkov="CKV_AWS_66", kics="ef0b316a", guard="CW_LOGGROUP_RETENTION_PERIOD_CHECK",
    cfn_nag="W86", cdk_nag="CloudWatchLogGroupRetentionPeriod", terrascan="AC_AWS_0041 AC_AWS_0452",
    prowler="cloudwatch_log_group_retention_policy_specific_days_enabled",
    nist_800_53_r5="AC-16(b) AT-4(b) AU-6(3) AU-6(4) AU-6(6) AU-6(9) AU-10 AU-11 AU-11(1) AU-12(1) AU-12(2) AU-12(3) AU-14(a) "
    "AU-14(b) CA-7(b) PM-14(a)(1) PM-14(b) PM-21(b) PM-31 SC-28(2) SI-4(17) SI-12", pci_dss_4_0="3.2.1 3.3.1.1 3.3.1.3 3.3.2 3.3.3 10.5.1",
    hipaa="164_312_b", soc2="cc_7_2 cc_7_3 cc_c_1_2",
)  # fmt: skip
def log_group_never_expires(group: LogGroup) -> Iterator[Finding]:
    """The log group keeps its events forever.

    Storage is paid for without end, and personal data stays long after it should be gone.

    Fix safety: unsafe, it deletes events.
    When to ignore: the events have to be kept for good, and here rather than in a bucket.
    References: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
    """
    if group.retention.surely(0) & group.log_class.surely_not("DELIVERY"):
        yield group.retention.finding("events are kept forever", fix=set_to(365, unsafe="events older than a year are deleted"))
