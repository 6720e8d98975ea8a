"""disabled-access-log-block"""

from collections.abc import Iterator

from obslint.aws import ClassicBalancer, ClassicBalancerModule, LoadBalancer, LoadBalancerModule
from obslint.policy import Finding, Severity, rule, set_to


@rule(
    Severity.ERROR,
    topics=(
        "elbv2-access-logging",
        "elb-access-logging",
    ),
)
def disabled_access_log_block(
    balancer: LoadBalancer | ClassicBalancer | LoadBalancerModule | ClassicBalancerModule,
) -> Iterator[Finding]:
    """The load balancer has a bucket for access logs, but logging is off.

    It looks configured, and writes nothing.

    Fix safety: unsafe, the update is refused unless the policy of the bucket admits the log delivery service.
    When to ignore: logging is switched off for a while to save money; say until when.
    References: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    """
    if balancer.keeps_logs_off:
        fix = set_to(True, unsafe="the update is refused unless the policy of the bucket admits the log delivery service")
        yield balancer.log_enabled.finding("access logs have a bucket but are switched off", fix=fix)
