"""delivery-channel-closed-to-config"""

from collections.abc import Iterator

from obslint.aws import ConfigChannel, Unit, closed_channel
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def delivery_channel_closed_to_config(channel: ConfigChannel, unit: Unit) -> Iterator[Finding]:
    """The bucket for configurations admits neither AWS Config nor the role of the recorder.

    The recorder is on, and nothing of what it records is delivered.

    Fix safety: unsafe, it lets AWS Config write to the bucket.
    References: https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html
    """
    closed = closed_channel(channel, unit)
    if closed is not None:
        bucket, verdict, fix = closed
        message = "neither AWS Config nor the role of the recorder may write to the bucket"
        yield channel.bucket.finding(message, fix=fix, related=verdict.evidence(bucket))
