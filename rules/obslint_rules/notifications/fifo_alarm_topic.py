"""fifo-alarm-topic"""

from collections.abc import Iterator

from obslint.aws import Topic, Unit, alerts_to, undelivered
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.WARNING, confidence="medium")
def fifo_alarm_topic(topic: Topic, unit: Unit) -> Iterator[Finding]:
    """A topic that alerts are sent to is a FIFO topic, and is meant to reach people or functions.

    FIFO topics deliver to queues only: not to e-mail, phones, web hooks or functions. Such a subscription is refused or never called.

    Fix safety: manual, the topic has to be replaced by a standard one.
    References: https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html
    """
    alerts = alerts_to(topic, unit)
    label = next(undelivered(topic, unit), None) if topic.fifo.surely(True) & alerts.known else None
    if label is not None:
        fix = advice("use a standard topic", "the topic is replaced, and its subscriptions have to be confirmed again", "replacement")
        yield topic.fifo.finding("a FIFO topic delivers alerts to queues only", fix=fix, related=(label, *alerts.related))
