"""trail-topic-closed-to-cloudtrail"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, trail_topic_closures
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def trail_topic_closed_to_cloudtrail(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The topic that is told of new trail files, or its key, does not admit CloudTrail.

    No notice of a new file is ever published, and whatever waits for it does nothing.

    Fix safety: unsafe, who else may be admitted needs a judgement.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-permissions-for-sns-notifications.html
    """
    for message, verdict, fix, holder in trail_topic_closures(trail, unit):
        if verdict.refused:
            yield trail.delivery_topic.finding(message, fix=fix, related=verdict.evidence(holder))
            return
