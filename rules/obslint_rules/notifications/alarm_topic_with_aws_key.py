"""alarm-topic-with-aws-key"""

from collections.abc import Iterator

from obslint.aws import Topic, Unit
from obslint.policy import Finding, Severity, rule, set_to

REASON = "the policy of the key must let cloudwatch.amazonaws.com decrypt and generate data keys"


@rule(Severity.ERROR)
def alarm_topic_with_aws_key(topic: Topic, unit: Unit) -> Iterator[Finding]:
    """Alarms are sent to a topic that is encrypted with the AWS managed key.

    The policy of `alias/aws/sns` cannot be changed and does not let CloudWatch in: every message is lost, and only the history of
    the alarm shows it.

    Fix safety: manual, it needs a customer managed key.
    References: https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns
    """
    if topic.gets_alarms(unit) & topic.uses_managed_key(unit):
        key = set_to("alias/NAME", title="encrypt with a customer managed key", manual=REASON)
        message = "alarms cannot be sent to a topic that is encrypted with alias/aws/sns"
        yield topic.kms_key.finding(message, fix=key, related=topic.alarms_named(unit))
