"""dangling-alarm-action"""

from collections.abc import Iterator

from obslint.aws import Alarm, Unit, misspelled_topics, topic_instead_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def dangling_alarm_action(alarm: Alarm, unit: Unit) -> Iterator[Finding]:
    """The alarm names a topic that is not declared, though one with nearly that name is.

    CloudWatch does not check that what it is told to notify exists; only the history of the alarm shows that nothing was sent.

    Fix safety: unsafe, the other topic may exist after all.
    When to ignore: both topics exist.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html
    """
    for lost, name in misspelled_topics(alarm, unit):
        fix = topic_instead_fix(lost, "name the declared topic", "the other topic may exist after all")
        yield lost.item.finding(f"no topic is called {name}, though one is called nearly so", fix=fix, related=lost.related)
