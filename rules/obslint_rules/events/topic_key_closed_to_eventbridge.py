"""topic-key-closed-to-eventbridge"""

from collections.abc import Iterator

from obslint.aws import TargetHolder, Unit, closed_topic_keys, managed_key_topics
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def topic_key_closed_to_eventbridge(holder: TargetHolder, unit: Unit) -> Iterator[Finding]:
    """The rule's target is a topic whose KMS key does not admit EventBridge.

    EventBridge has to encrypt what it publishes. Without kms:GenerateDataKey and kms:Decrypt nothing arrives. The policy of the key
    of AWS, alias/aws/sns, cannot be changed.

    Fix safety: unsafe, who else may be admitted needs a judgement. Manual where a key has to be made, or has the default policy.
    References: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    """
    for at, topic, fix in managed_key_topics(holder, unit):
        where = (topic.kms_key.label("its policy does not admit events.amazonaws.com"),)
        yield at.finding("EventBridge may not use the AWS managed key of the topic", fix=fix, related=where)
        return
    for closure in closed_topic_keys(holder, unit):
        if closure.verdict.refused:
            yield closure.at.finding("EventBridge may not use the key of the topic", fix=closure.fix, related=closure.related)
            return
