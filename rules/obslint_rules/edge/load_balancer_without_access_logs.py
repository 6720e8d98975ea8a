"""load-balancer-without-access-logs"""

from collections.abc import Iterator

from obslint.aws import LoadBalancer, LoadBalancerModule, Unit
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.WARNING, topics=("elbv2-access-logging",), checkov="CKV_AWS_91", kics="c62e8b7d", guard="ELBV2_ACCESS_LOGGING_RULE",
    cfn_nag="W52", cdk_nag="ELBLoggingEnabled", regula="FG_R00066", security_hub="ELB.5", prowler="elbv2_logging_enabled",
    nist_800_53_r5="AC-4(26) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SI-7(8)",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="ELB.5",
    hipaa="164_308_a_1_ii_d 164_308_a_3_ii_a 164_308_a_6_ii 164_312_b", soc2="cc_7_2 cc_7_3 cc_a_1_1 pi_1_2",
)  # fmt: skip
def load_balancer_without_access_logs(balancer: LoadBalancer | LoadBalancerModule, unit: Unit) -> Iterator[Finding]:
    """The load balancer writes no access logs.

    Client errors, slow requests and attacks on the front door leave no line to look at.

    Fix safety: manual, the policy of the bucket must admit the log delivery service.
    When to ignore: requests are logged by what stands in front of it or behind it.
    References: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
    """
    if balancer.writes_no_logs(unit):
        yield balancer.log_bucket.finding("load balancer writes no access logs", fix=balancer.log_fix)
