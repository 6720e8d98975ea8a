"""topic-key-closed-to-cloudwatch"""

from collections.abc import Iterator

from obslint.aws import Topic, Unit, alarm_key_fix, alarm_key_of, alarm_key_verdicts, alarms_to
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def topic_key_closed_to_cloudwatch(topic: Topic, unit: Unit) -> Iterator[Finding]:
    """The key of a topic that alarms are sent to does not admit CloudWatch.

    A key that only admits the account does not admit services: every message is refused, while one that a person publishes for
    a test arrives.

    Fix safety: unsafe, it lets CloudWatch use the key.
    References: https://repost.aws/knowledge-center/cloudwatch-configure-alarm-sns
    """
    key = alarm_key_of(topic, unit)
    for alarm in alarms_to(topic, unit) if key is not None else ():
        for verdict in alarm_key_verdicts(alarm, key, unit) if key is not None else ():
            if verdict.refused and key is not None:
                where = (*verdict.evidence(key), alarm.label("this alarm is sent to it"))
                fix = alarm_key_fix(key, verdict)
                yield topic.kms_key.finding("the key of the topic does not admit CloudWatch", fix=fix, related=where)
                return
