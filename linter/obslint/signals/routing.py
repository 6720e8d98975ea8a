"""From alarms and event rules over topics and queues to people."""

from collections.abc import Iterator

from obslint.aws.alarms import Alarm, CompositeAlarm, acts_at_all
from obslint.aws.attribute import Attribute
from obslint.aws.functions import Function
from obslint.aws.sns import Subscription, Topic
from obslint.aws.unit import Unit
from obslint.aws.view import View
from obslint.aws.watching import EventRule, is_watched
from obslint.model import YES, Known, Truth, any_of, settle, undecided
from obslint.model.truth import about
from obslint.signals.admission import admissions
from obslint.signals.builder import Builder, called
from obslint.signals.graph import Node, Part
from obslint.signals.stages import name_of
from obslint.signals.views import ChatChannel, Queue, QueueReader, ResponsePlan, ScalingPolicy, TopicWithSubscriptions

PEOPLE = {
    "email": "mail", "email-json": "mail", "sms": "phone", "http": "web hook", "https": "web hook", "application": "mobile app",
}  # fmt: skip
"""Protocols by which people are told; web hooks are those of tools that page."""

_ACTION_CUTS = (
    "alarm-topic-with-aws-key", "topic-key-closed-to-cloudwatch", "topic-closed-to-cloudwatch", "mismatched-topic-condition",
    "muted-alarm", "alarm-topic-in-other-region", "alarm-topic-in-other-account", "function-closed-to-alarms", "dangling-alarm-action",
    "recovery-only-alarm",
)  # fmt: skip
_MEMBER_CUTS = ("composite-with-unknown-member", "constant-composite-rule", "permanently-suppressed-composite")
_SUBSCRIPTION_CUTS = (
    "attribute-filter-on-alarm-topic", "unmatched-body-filter", "queue-closed-to-sns", "queue-key-closed-to-sns", "function-closed-to-sns",
    "disabled-notifier-function", "placeholder-recipient", "fifo-alarm-topic", "mismatched-subscription-endpoint",
)  # fmt: skip
IN_CODE = "what the function does with it stands in its code"


def route_alarms(build: Builder, unit: Unit) -> None:
    """What alarms act on, and the composites over them."""
    for alarm in unit.all(Alarm):
        source = build.node(alarm)
        for attribute, verb in ((alarm.alarm_actions, "notifies"), (alarm.insufficient_data_actions, "notifies without data")):
            for item, target, parts in _actions(build, alarm, attribute):
                on = (alarm.actions_enabled.surely_not(False), "its actions are switched off", alarm.actions_enabled.at)
                build.hop(source, target, verb, on, *build.present(alarm), *parts, at=item.at, cuts=_ACTION_CUTS)
        _compose(build, alarm, source, unit)
        if _acts(alarm).known is False and is_watched(alarm, unit).known is not True:
            why = "it has no action" if alarm.has_any_action.known is False else "it acts on recovery only"
            watched = ~is_watched(alarm, unit) & unit.closed_around(alarm)
            build.nobody(source, ~watched, why, alarm.header, ("alarm-without-action", "recovery-only-alarm"))


def _acts(alarm: Alarm) -> Truth:
    return any_of((alarm.alarm_actions, alarm.insufficient_data_actions), acts_at_all)


def _actions(build: Builder, alarm: Alarm, attribute: Attribute) -> Iterator[tuple[Attribute, Node, tuple[Part, ...]]]:
    found = set()
    for item, view, answer in build.targets(attribute, Topic, Function, ScalingPolicy, ResponsePlan):
        found.add(id(item.value))
        named = (answer, "the action is another one", item.at)
        yield item, destination(build, view), (named, *let_in(build, "cloudwatch", alarm, view))
    for item in attribute.items():
        stranger = build.stranger(item) if id(item.value) not in found else None
        if stranger is not None:
            yield item, stranger, ()


def let_in(build: Builder, service: str, source: View, target: View) -> Iterator[Part]:
    """Whether a target lets a service in."""
    unit = build.unit_of(target.resource)
    if service == "cloudwatch" and isinstance(target, Function):
        service = "lambda.alarms.cloudwatch"
    yield from admissions(service, source.resource, _typed(target), unit)


def _typed(view: View) -> View:
    """The view with the questions about keys, where a resource of another unit came without."""
    if view.is_type(*Topic.types()):
        return Topic(view.resource)
    return Queue(view.resource) if view.is_type(*Queue.types()) else view


def destination(build: Builder, view: View) -> Node:
    """The stage that something is sent to. A function that is told is another stage than the same function at work."""
    if not view.is_type(*Function.types()):
        return build.node(view)
    resource, path = view.resource, build.unit_of(view.resource).data.path
    ends = undecided(IN_CODE, view.header)
    key = ("told", id(resource))
    return build.virtual(key, "router", "function", name_of(resource), place=view.header, unit=path, ends=ends, resource=resource)


def _compose(build: Builder, alarm: Alarm, source: Node, unit: Unit) -> None:
    for composite in unit.all(CompositeAlarm):
        watches = composite.rule.mentions(alarm)
        if composite.resource is not alarm.resource and watches.known is not False:
            part = (watches, "the rule names others", composite.rule.at)
            build.hop(source, build.node(composite), "counts for", part, *build.present(composite), cuts=_MEMBER_CUTS)


def route_topics(build: Builder, unit: Unit) -> None:
    """Who receives what topics publish."""
    for one in unit.all(Subscription):
        for _, topic, answer in build.targets(one.topic, Topic):
            named = (answer, "it listens to another topic", one.topic.at)
            with about(topic.resource):
                there = () if isinstance(one.resource.presence, Known) else build.present(one)
            _subscribe(build, Topic(topic.resource), one.protocol, one.endpoint, named, *there)
    for channel in unit.all(ChatChannel):
        for item, topic, answer in build.targets(channel.topics, Topic):
            build.hop(build.node(topic), build.node(channel), "is posted in", (answer, "it listens to another topic", item.at))
    for holder in unit.all(TopicWithSubscriptions):
        for inline in holder.subscriptions:
            _subscribe(build, Topic(holder.resource), inline.protocol, inline.endpoint, (YES, "", None))


def _subscribe(build: Builder, topic: Topic, protocol: Attribute, endpoint: Attribute, *named: Part) -> None:
    source, verb = build.node(topic), "is delivered to"
    cuts, through = _SUBSCRIPTION_CUTS, (protocol.resource,)
    value = settle(protocol.value)
    word = value.data if isinstance(value, Known) and isinstance(value.data, str) else ""
    for _, target, answer in build.targets(endpoint, *(() if word in PEOPLE else (Queue, Function))):
        part = (answer, "it is delivered elsewhere", endpoint.at)
        build.hop(source, destination(build, target), verb, *named, part, *let_in(build, "sns", topic, target), cuts=cuts, through=through)
        return
    unit = build.unit_of(protocol.resource)
    stranger = build.stranger(endpoint) if word not in PEOPLE else None
    if stranger is None:
        ends = YES if word in PEOPLE else undecided("the protocol of the subscription is not known", protocol.at)
        key = ("person", id(protocol.resource), id(endpoint.value))
        stranger = build.virtual(
            key, "receiver", PEOPLE.get(word, "endpoint"), called(endpoint), place=endpoint.at, unit=unit.data.path, ends=ends
        )
    build.hop(source, stranger, verb, *named, cuts=cuts, through=through)


def end_topics(build: Builder, unit: Unit) -> None:
    """Says of topics without subscription that nobody is told."""
    sources = {id(edge.source) for edge in build.edges}
    for topic in unit.all(Topic):
        node = build.node(topic)
        if id(node) not in sources:
            receiver = topic.has_receiver(unit) | ~unit.closed_around(topic)
            build.nobody(node, receiver, "nothing is subscribed to it", topic.header, ("alarm-topic-without-subscriber",))


def route_queues(build: Builder, unit: Unit) -> None:
    """What reads queues, and what does not."""
    for reader in unit.all(QueueReader):
        for item, queue, answer in build.targets(reader.source, Queue):
            for _, function, same in build.targets(reader.function, Function):
                on = (reader.enabled.surely_not(False), "the trigger is switched off", reader.enabled.at)
                named = (answer & same, "it reads another queue", item.at)
                cuts = ("disabled-notifier-function", "disabled-event-source")
                build.hop(build.node(queue), destination(build, function), "is read by", named, on, cuts=cuts, through=(reader.resource,))


def end_queues(build: Builder, unit: Unit) -> None:
    """Says of queues that signals arrive in, and that nothing reads, that a program may."""
    sources, targets = {id(edge.source) for edge in build.edges}, {id(edge.target) for edge in build.edges}
    for queue in unit.all(Queue):
        node = build.node(queue)
        if id(node) in targets and id(node) not in sources:
            doubt = undecided("a program outside of the code may read it", queue.header)
            build.nobody(node, doubt, "nothing reads it", queue.header, ("unread-subscriber-queue",))


def watch_states(build: Builder, unit: Unit) -> None:
    """Event rules on the state of alarms."""
    for alarm in unit.all(Alarm):
        for rule in unit.all(EventRule):
            watches = rule.watches(alarm)
            if watches.known is not False and rule.pattern.surely_set().known is not False and rule.pattern.spells("aws.cloudwatch").known:
                part = (watches, "its pattern is about other alarms", rule.pattern.at)
                build.hop(build.node(alarm), build.node(rule), "is matched by", part, *build.present(rule))
