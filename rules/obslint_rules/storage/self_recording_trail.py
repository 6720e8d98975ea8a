"""self-recording-trail"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, self_recording
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.WARNING, confidence="medium")
def self_recording_trail(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """A trail records the objects that are written to its own bucket.

    Each file that CloudTrail delivers is an event, which is delivered in a file. The bill grows, and so does the noise.

    Fix safety: manual, which buckets matter has to be decided.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
    """
    for at in self_recording(trail, unit):
        fix = advice(
            "leave the bucket of the trail out, by an advanced selector with resources.ARN", "which buckets matter has to be decided"
        )
        yield at.finding("the trail records what is written to its own bucket", fix=fix, related=(trail.bucket.label("its bucket"),))
