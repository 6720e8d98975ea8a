"""trail-without-delivery-topic"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, topic_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, topics=("cloudtrail-sns-topic",), checkov="CKV_AWS_252", kics="482b7d26 3e09413f",
    terrascan="AC_AWS_0035",
)  # fmt: skip
def trail_without_delivery_topic(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The trail announces its deliveries on no SNS topic.

    Pipelines that process new log files have to poll, and it takes longer to notice that deliveries have stopped.

    Fix safety: unsafe where the unit has one topic whose policy speaks of CloudTrail, as files are many; else manual.
    When to ignore: nothing consumes the files as they arrive; a busy trail sends many messages.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html
    """
    if trail.delivery_topic.surely_absent():
        yield trail.delivery_topic.finding("deliveries of log files are announced nowhere", fix=topic_fix(trail, unit))
