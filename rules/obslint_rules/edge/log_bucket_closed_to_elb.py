"""log-bucket-closed-to-elb"""

from collections.abc import Iterator

from obslint.aws import LoadBalancer, Unit, closed_balancer_bucket
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def log_bucket_closed_to_elb(balancer: LoadBalancer, unit: Unit) -> Iterator[Finding]:
    """The bucket for access logs does not admit the load balancer.

    Application load balancers write as logdelivery.elasticloadbalancing.amazonaws.com, in older regions as an account of AWS, and network
    load balancers as delivery.logs.amazonaws.com. This is looked at when logs are switched on, and not later.

    Fix safety: unsafe, it lets a service write to the bucket.
    References: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    """
    closed = closed_balancer_bucket(balancer, unit)
    if closed is not None:
        bucket, verdict, fix = closed
        yield balancer.log_bucket.finding("the log bucket does not admit the load balancer", fix=fix, related=verdict.evidence(bucket))
