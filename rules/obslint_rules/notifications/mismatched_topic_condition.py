"""mismatched-topic-condition"""

from collections.abc import Iterator

from obslint.aws import Topic, Unit, alarms_to, publish_fix, publish_verdict
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def mismatched_topic_condition(topic: Topic, unit: Unit) -> Iterator[Finding]:
    """The policy of a topic admits CloudWatch, but not for the alarm that is sent there.

    A condition names another region, account or kind of resource, or the statement another topic, and every message is refused.

    Fix safety: unsafe, it lets CloudWatch publish for every alarm of the account.
    References: https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger
    """
    for alarm in alarms_to(topic, unit):
        verdict = publish_verdict(alarm, topic, unit)
        if verdict.refused & verdict.misses:
            where = (*verdict.evidence(topic), alarm.label("this alarm is sent to it"))
            yield topic.finding("the policy of the topic does not admit the alarm", fix=publish_fix(topic, verdict), related=where)
            return
