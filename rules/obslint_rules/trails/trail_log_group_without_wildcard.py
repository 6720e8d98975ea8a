"""trail-log-group-without-wildcard"""

from collections.abc import Iterator

from obslint.aws import Trail
from obslint.policy import Finding, Severity, append, rule


@rule(Severity.WARNING)
def trail_log_group_without_wildcard(trail: Trail) -> Iterator[Finding]:
    """The trail names its log group without the `:*` at the end of the ARN.

    CloudTrail takes the ARN of a log group only in the form that ends in `:*`; without it the trail is refused.

    Fix safety: safe, the attribute then has the form that the service asks for.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
    """
    if trail.lacks_wildcard:
        yield trail.log_group.finding("the ARN of the log group does not end in :*", fix=append(":*"))
