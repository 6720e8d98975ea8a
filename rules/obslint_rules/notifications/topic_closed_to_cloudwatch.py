"""topic-closed-to-cloudwatch"""

from collections.abc import Iterator

from obslint.aws import Topic, Unit, alarms_to, publish_fix, publish_verdict
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def topic_closed_to_cloudwatch(topic: Topic, unit: Unit) -> Iterator[Finding]:
    """The policy of a topic that alarms are sent to does not let CloudWatch publish.

    A policy takes the place of the one that AWS gives a topic and that admits alarms of the account. What they send is refused,
    and only the history of the alarm shows it.

    Fix safety: unsafe, it lets CloudWatch publish.
    References: https://repost.aws/knowledge-center/cloudwatch-receive-sns-for-alarm-trigger
    """
    for alarm in alarms_to(topic, unit):
        verdict = publish_verdict(alarm, topic, unit)
        if verdict.refused & ~verdict.misses:
            where = (*verdict.evidence(topic), alarm.label("this alarm is sent to it"))
            yield topic.finding("the policy of the topic keeps CloudWatch out", fix=publish_fix(topic, verdict), related=where)
            return
