"""distribution-without-access-logs"""

from collections.abc import Iterator

from obslint.aws import Delivery, Distribution, Unit
from obslint.policy import Finding, Severity, rule, set_to


@rule(
    Severity.WARNING, topics=("cloudfront-access-logging",), checkov="CKV_AWS_86", trivy="AWS-0010", kics="94690d79 de77cd9f",
    guard="CLOUDFRONT_ACCESSLOGS_ENABLED", cfn_nag="W10", cdk_nag="CloudFrontDistributionAccessLogging", terrascan="AC_AWS_0025",
    regula="FG_R00067", security_hub="CloudFront.5", prowler="cloudfront_distributions_logging_enabled",
    nist_800_53_r5="AC-2(4) AC-4(26) AC-6(9) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SI-3(8) SI-4(20) SI-7(8)",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="CloudFront.5",
    soc2="cc_a_1_1 pi_1_2",
)  # fmt: skip
def distribution_without_access_logs(distribution: Distribution, unit: Unit) -> Iterator[Finding]:
    """The CloudFront distribution writes no access logs.

    Requests that are answered from the edge leave no record.

    Fix safety: manual, it needs a bucket with ACLs switched on, or a log delivery.
    When to ignore: every request reaches an origin that logs it.
    References: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html
    """
    undelivered = unit.none(Delivery, lambda delivery: delivery.carries(distribution, unit), of=distribution)
    if distribution.log_bucket.surely_absent() & ~distribution.logs_in_real_time & undelivered:
        fix = set_to(
            "BUCKET.s3.amazonaws.com", title="log to a bucket", manual="it needs a bucket with ACLs switched on, or a log delivery"
        )
        yield distribution.log_bucket.finding("distribution writes no access logs", fix=fix)
