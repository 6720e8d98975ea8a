"""trail-without-log-group"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, delivery_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("cloudtrail-cloudwatch-logs",), checkov="CKV2_AWS_10", trivy="AWS-0162",
    kics="17b30f8f 65d07da5", guard="CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED", cdk_nag="CloudTrailCloudWatchLogsEnabled", regula="FG_R00029",
    security_hub="CloudTrail.5", prowler="cloudtrail_cloudwatch_logging_enabled", cis_aws_1_4="3.4",
    nist_800_53_r5="AC-2(4) AC-4(26) AC-6(9) AU-2 AU-3 AU-6(1) AU-6(3) AU-6(4) AU-6(5) AU-7(1) AU-10 AU-12 CA-7 SC-7(9) SI-3(8) "
    "SI-4(5) SI-4(20) SI-7(8) SI-20", pci_dss_4_0="7.3.3 10.4.1.1 11.3.1.3 11.5.2 11.6.1 12.10.5 A3.3.1 A3.5.1", aws_fsbp="CloudTrail.5",
    hipaa="164_308_a_1_ii_d 164_308_a_6_ii 164_312_b 164_312_e_2_i", soc2="cc_7_2 cc_7_3 cc_a_1_1 pi_1_3",
)  # fmt: skip
def trail_without_log_group(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The trail does not deliver to CloudWatch Logs.

    Metric filters on API activity have nothing to read: files arrive in the bucket minutes later, and nobody is called.

    Fix safety: unsafe where the unit has one role for CloudTrail and one group that it may write to, as delivery is billed; else manual.
    When to ignore: EventBridge rules or CloudTrail Lake do the alerting.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html
    """
    if trail.log_group.surely_absent() & trail.has_no_certain_role:
        yield trail.log_group.finding("events are not delivered to a log group", fix=delivery_fix(trail, unit))
