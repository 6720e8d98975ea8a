"""alarm-topic-in-other-region"""

from collections.abc import Iterator

from obslint.aws import Alarm, Unit, foreign_topics, topic_here_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def alarm_topic_in_other_region(alarm: Alarm, unit: Unit) -> Iterator[Finding]:
    """The alarm notifies a topic of another region.

    CloudWatch takes actions in the region of the alarm only and refuses others, so the alarm is not created.

    Fix safety: unsafe where the unit has one topic in the region of the alarm, as others may be subscribed there; else manual.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    for lost, region in foreign_topics(alarm, unit):
        yield lost.item.finding(f"the topic is in {region}, the alarm is not", fix=topic_here_fix(lost, alarm, unit), related=lost.related)
