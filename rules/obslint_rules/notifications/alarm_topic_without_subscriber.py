"""alarm-topic-without-subscriber"""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws import Subscription, Topic, Unit, alerts_to
from obslint.policy import Finding, Options, Severity, add_resource, rule


@dataclass(frozen=True, slots=True)
class TopicOptions(Options):
    """`external`: patterns (`ops-*`) of names of topics subscribed elsewhere; `alerts`: of those that get alerts from elsewhere."""

    external: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()


@rule(Severity.WARNING, confidence="medium")
def alarm_topic_without_subscriber(topic: Topic, unit: Unit, options: TopicOptions) -> Iterator[Finding]:
    """Alerts are sent to a topic that nobody is subscribed to.

    Alarms, event rules, budgets and others publish to it. That succeeds, and SNS throws the message away.

    Fix safety: manual, who is called has to be decided.
    When to ignore: subscriptions are made by hand, or by code elsewhere; name such topics in the option `external`.
    References: https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html
    """
    alerts = alerts_to(topic, unit)
    received = topic.has_receiver(unit) | topic.is_called(options.external)
    if (alerts.known | topic.is_called(options.alerts)) & ~received & unit.closed_around(topic):
        draft = Subscription.draft(topic, topic=topic.link("arn", "Ref"), protocol="email", endpoint="on-call@example.com")
        fix = add_resource(draft, "subscribe somebody", manual="who is called has to be decided")
        yield topic.finding("nobody is subscribed to a topic that alerts are sent to", fix=fix, related=alerts.related)
