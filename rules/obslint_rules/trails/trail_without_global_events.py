"""trail-without-global-events"""

from collections.abc import Iterator

from obslint.aws import Trail
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.WARNING, topics=("cloudtrail-multi-region",))
def trail_without_global_events(trail: Trail) -> Iterator[Finding]:
    """The trail leaves out the events of global services.

    Calls to IAM, STS and CloudFront are missing from the record.

    Fix safety: safe, an in-place update.
    When to ignore: another trail of the account records them and duplicates are unwanted.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-concepts.html
    """
    if trail.global_events.surely(False):
        yield trail.global_events.finding("events of global services are left out", fix=set_to(True))
