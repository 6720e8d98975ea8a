"""classic-balancer-without-access-logs"""

from collections.abc import Iterator

from obslint.aws import ClassicBalancer, ClassicBalancerModule
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.WARNING, topics=("elb-access-logging",), checkov="CKV_AWS_92", kics="20018359 ee12ad32", guard="ELB_LOGGING_ENABLED",
    cfn_nag="W26", cdk_nag="ELBLoggingEnabled", terrascan="AC_AWS_0470", regula="FG_R00066", security_hub="ELB.5",
    prowler="elb_logging_enabled", nist_800_53_r5="AC-4(26) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SI-7(8)",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="ELB.5",
    hipaa="164_308_a_1_ii_d 164_308_a_3_ii_a 164_308_a_6_ii 164_312_b", soc2="cc_7_2 cc_7_3 cc_a_1_1 pi_1_2",
)  # fmt: skip
def classic_balancer_without_access_logs(balancer: ClassicBalancer | ClassicBalancerModule) -> Iterator[Finding]:
    """The classic load balancer writes no access logs.

    Client errors and slow requests leave no line to look at.

    Fix safety: manual, the policy of the bucket must admit the log delivery service.
    When to ignore: requests are logged by what stands behind it.
    References: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html
    """
    if balancer.writes_no_logs:
        yield balancer.log_bucket.finding("classic load balancer writes no access logs", fix=balancer.log_fix)
