"""What subscriptions filter out of the alerts that a topic gets.

https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
"""

from collections.abc import Iterator

from obslint.aws.access.topics import topic_of
from obslint.aws.attribute import Attribute
from obslint.aws.events.rules import TargetHolder
from obslint.aws.facts import table
from obslint.aws.nearness import nearest
from obslint.aws.publishers import Publisher, alerts_to, is_published_by_others
from obslint.aws.sns import Subscription, Topic
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import NO, Fields, Known, Truth, Unknown, Value, any_of, decoded, settle, truth, undecided
from obslint.model.compare import decide, doubt
from obslint.policy import Fix, Label, advice, remove

_PLAIN = ("events", "budgets")
"""Services that, like alarms, send no message attributes with what they publish; backups and databases do send some:
https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html"""


class _Shaped(View):
    """A target, as far as it says what it is sent."""

    arn = reference("arn", "Arn")
    text = attribute("input", "Input")
    picked = attribute("input_path", "InputPath")
    transformer = attribute("input_transformer", "InputTransformer")

    @property
    def is_sent_something_else(self) -> Truth:
        """Whether it is not sent the event as it is."""
        return any_of((self.text, self.picked, self.transformer), lambda one: one.surely_set())


class _Shapes(View, terraform="aws_cloudwatch_event_target", cloudformation="AWS::Events::Rule"):
    """Targets of a rule, as far as they say what they are sent."""

    listed = blocks(None, "Targets", _Shaped)

    def shapes(self, topic: Topic) -> Truth:
        """Whether a topic is sent something else than the event."""
        if self.resource.dialect == "terraform":
            own = _Shaped(self.resource)
            return own.arn.refers_to(topic) & own.is_sent_something_else
        return self.listed.any(lambda one: one.arn.refers_to(topic) & one.is_sent_something_else)


def _required(policy: Attribute) -> Iterator[tuple[str, Value]]:
    value = decoded(policy.value)
    if isinstance(value, Known) and isinstance(value.data, Fields):
        yield from ((key, settle(value.data[key])) for key in value.data)


def _takes_absence(value: Value) -> Truth:
    """Whether a condition is met by a message that does not have the key at all."""

    def absent(item: Value) -> Truth:
        if isinstance(item, Known) and isinstance(item.data, tuple):
            return any_of(item.data, lambda one: decide(one, absent))
        if isinstance(item, Known) and isinstance(item.data, Fields):
            return NO if "exists" not in item.data else decide(item.data["exists"], lambda found: _is(found, False))
        return doubt(item) if isinstance(item, Unknown) else NO

    return decide(value, absent)


def _is(value: Value, wanted: bool) -> Truth:
    if isinstance(value, Known) and not isinstance(value.data, tuple | Fields):
        return truth(str(value.data).lower() == str(wanted).lower())
    return doubt(value)


def needs_keys(policy: Attribute) -> Truth:
    """Whether a filter certainly needs a key in what it lets through."""
    value = decoded(policy.value)
    if not isinstance(value, Known):
        return policy.surely_set() & doubt(value)
    if not isinstance(value.data, Fields):
        return NO
    found = any_of(tuple(_required(policy)), lambda pair: truth(pair[0] != "$or") & ~_takes_absence(pair[1]))
    return found | any_of([key for key in value.data if key == "$or"], lambda _: undecided("alternatives are not read", value.place))


def alerts_without_attributes(subscription: Subscription, unit: Unit) -> Truth:
    """Whether only alarms, rules and budgets publish to the topic of a subscription, none of which sends attributes."""
    topic = topic_of(subscription, unit)
    if topic is None:
        return NO
    sending = unit.any(Publisher, lambda one: truth(one.service not in _PLAIN) & one.publishes_to(topic))
    others = sending | is_published_by_others(topic, unit) | ~unit.closed_around(topic)
    return alerts_to(topic, unit).known & ~others


def senders(subscription: Subscription, unit: Unit) -> tuple[Label, ...]:
    """A label on the first that sends alerts to the topic of a subscription."""
    topic = topic_of(subscription, unit)
    return alerts_to(topic, unit).related if topic else ()


def unfiltering_fix(subscription: Subscription) -> Fix:
    """Lets every alert through."""
    return remove(title="let every message through", unsafe="what was meant to be filtered comes as well").on(
        subscription.resource, subscription.filter_policy.path
    )


def unwritten_key(subscription: Subscription, unit: Unit) -> tuple[str, Fix] | None:
    """The first key that a filter of bodies needs and none of those who publish writes, with advice."""
    topic, policy = topic_of(subscription, unit), subscription.filter_policy
    if topic is None or not (alerts_without_attributes(subscription, unit) & ~_is_reshaped(topic, unit) & needs_keys(policy)):
        return None
    wanted = [key for key, value in _required(policy) if (~_takes_absence(value)).known]
    written = _written(topic, unit)
    if not written or "$or" in wanted or any(set(wanted) <= keys for keys in written):
        return None
    best = max(written, key=lambda keys: len(keys & set(wanted)))
    missed = next(key for key in wanted if key not in best)
    near = nearest(missed, sorted(best))
    title = f"ask for {near}" if near else "ask for keys that are there"
    return missed, advice(title, f"what is published has {', '.join(sorted(best))}").on(subscription.resource, policy.path)


def _is_reshaped(topic: Topic, unit: Unit) -> Truth:
    return unit.any(_Shapes, lambda one: one.shapes(topic)) | unit.any(
        Publisher, lambda one: truth(one.service != "events") & one.publishes_to(topic)
    )


def _written(topic: Topic, unit: Unit) -> list[set[str]]:
    """The keys of what is published, for each kind of message."""
    rows = table("service_message_keys").rows
    found = []
    if topic.gets_alarms(unit).known is not False:
        found.append({*rows["cloudwatch_alarm"], *_COMPOSITE})
    if unit.any(TargetHolder, lambda one: one.any(lambda target: target.arn.refers_to(topic))).known is not False:
        found.append({*rows["eventbridge"], "replay-name"})
    return found


_COMPOSITE = ("AlarmRule", "TriggeringChildren", "ActionsSuppressedBy", "ActionsSuppressedReason")
"""Keys that only composite alarms write."""
