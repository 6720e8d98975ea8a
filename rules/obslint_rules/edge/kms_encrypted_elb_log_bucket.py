"""kms-encrypted-elb-log-bucket"""

from collections.abc import Iterator

from obslint.aws import LoadBalancer, Unit, log_encryption_of, plain_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def kms_encrypted_elb_log_bucket(balancer: LoadBalancer, unit: Unit) -> Iterator[Finding]:
    """The bucket for the access logs of a load balancer is encrypted with a KMS key.

    Application load balancers write to buckets with SSE-S3 only. That other tools ask for a KMS key on every bucket does not change it.

    Fix safety: unsafe, what else the bucket keeps is encrypted so as well.
    References: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
    """
    encryption = log_encryption_of(balancer, unit)
    if encryption is not None:
        where = (encryption.algorithm.label("it is encrypted with a KMS key"),)
        message = "a load balancer cannot write to a bucket with a KMS key"
        yield balancer.log_bucket.finding(message, fix=plain_fix(encryption), related=where)
