"""What alarms do when their state changes, and whether that gets anywhere."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws.alarms import Alarm, is_written_elsewhere
from obslint.aws.attribute import Attribute
from obslint.aws.guards.arns import text_of
from obslint.aws.guards.texts import shown
from obslint.aws.nearness import nearest
from obslint.aws.places import is_same_place
from obslint.aws.sns import Topic
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View
from obslint.model import NO, Absent, Known, Link, Plain, Reference, Symbolic, Truth, Unknown, Value, any_of, settle, truth, undecided
from obslint.model.compare import decide, doubt, equal
from obslint.policy import Fix, Label, set_to

_SCALING = ("aws_autoscaling_policy", "aws_appautoscaling_policy", "AWS::AutoScaling::ScalingPolicy")
_APP_SCALING = ("AWS::ApplicationAutoScaling::ScalingPolicy",)
_MACHINES = re.compile(r":(automate|autoscaling|application-autoscaling):|:swf:|scalingPolicy")
_TOPIC_ARN = re.compile(r"arn:[^:]+:sns:([^:]*):[^:]*:([\w.-]+)")


def moves_machines(actions: Attribute) -> Truth:
    """Whether an action certainly stops, recovers or scales something, which is done for the state itself and tells nobody."""
    named = any_of(tuple(actions.items()), lambda item: truth(_MACHINES.search(shown(text_of(item.value))) is not None))
    return actions.refers_to_type(*_SCALING, *_APP_SCALING) | named


def namesakes(alarm: Alarm, unit: Unit) -> Iterator[Alarm]:
    """The alarms before this one that have the same name, in the same account and region."""
    for other in unit.all(Alarm):
        if other.resource is alarm.resource:
            return
        if alarm.name.written and other.name.written and (other.name.shown == alarm.name.shown or _varies(alarm) or _varies(other)):
            same = alarm.name.same_as(other.name) & is_same_place(alarm, other) & exists(other)
            if same:
                yield other


def _varies(alarm: Alarm) -> bool:
    """Whether the name is one of several that are known."""
    value = settle(alarm.name.value)
    return isinstance(value, Unknown) and bool(value.candidates)


def is_copy(one: Alarm, other: Alarm) -> bool:
    """Whether two are instances of one resource with `count` or `for_each`."""
    return one.address.partition("[")[0] == other.address.partition("[")[0]


def action_on_failure_fix(alarm: Alarm, unit: Unit) -> Fix:
    """Does on failure what is done on recovery, where that can be written again."""
    copied = [_written(item, alarm) for item in alarm.ok_actions.items()]
    found = [item for item in copied if item is not None]
    title = "do the same when it fails"
    if found and len(found) == len(copied):
        return set_to(found, title=title, unsafe="who hears of recoveries may not be who should be called")
    topic = unit.only(Topic, alarm, lambda one: alarm.ok_actions.refers_to(one))
    value: list[Plain] = [topic.link("arn", "Ref")] if topic else ["arn:aws:sns:REGION:ACCOUNT:TOPIC"]
    return set_to(value, title=title, manual="who is called has to be decided")


def _written(item: Attribute, beside: View) -> "Plain | None":
    """An action as it could be written in another attribute of the alarm."""
    value = settle(item.value)
    if isinstance(value, Known) and isinstance(value.data, str):
        return value.data
    if isinstance(value, Symbolic) and len(value.parts) == 1 and isinstance(value.parts[0], Reference):
        return _linked(value.parts[0], beside)
    return None


def _linked(reference: Reference, beside: View) -> Link | None:
    if reference.resource is None or not View(reference.resource).can_be_named_by(beside):
        return None
    attribute = reference.attribute or "Ref"
    return Link(reference.resource, attribute, attribute)


@dataclass(frozen=True, slots=True)
class LostAction:
    """An action that goes nowhere: the attribute it stands in, the action, and the topic that it names or should name."""

    actions: Attribute
    item: Attribute
    topic: Topic | None

    @property
    def related(self) -> tuple[Label, ...]:
        """The topic that is meant, for a finding."""
        return (self.topic.label("this topic is declared"),) if self.topic else ()


def misspelled_topics(alarm: Alarm, unit: Unit) -> Iterator[tuple[LostAction, str]]:
    """Actions on a topic that is not declared, though one with nearly that name is; with the name."""
    declared = {name: topic for topic in unit.all(Topic) if (name := _text(topic.name.effective))}
    for actions, item, _, name in _topic_arns(alarm):
        near = nearest(name, declared)
        if near is not None:
            yield LostAction(actions, item, declared[near]), name


def _topic_arns(alarm: Alarm) -> Iterator[tuple[Attribute, Attribute, str, str]]:
    """The ARNs of topics that stand as text in the actions: attribute, item, region, name."""
    for actions in alarm.actions:
        for item in actions.items():
            found = _TOPIC_ARN.fullmatch(shown(text_of(item.value)))
            if isinstance(settle(item.value), Unknown):
                bool(decide(item.value, lambda value: NO if is_written_elsewhere(value) else doubt(value)))
            if found is not None and not item.refers_to_type(*Topic.types()).known:
                yield actions, item, found[1], found[2]


def foreign_topics(alarm: Alarm, unit: Unit) -> Iterator[tuple[LostAction, str]]:
    """Actions on a topic in another region than the alarm; with that region."""
    for actions in alarm.actions:
        for item in actions.items():
            topic = next((one for one in unit.all(Topic) if item.refers_to(one).known), None)
            region = topic.resource.region if topic else _region_in(item)
            if _differ(alarm.resource.region, region, alarm):
                yield LostAction(actions, item, topic), _text(region)


def _region_in(item: Attribute) -> Value:
    """The region that stands in the ARN of a topic, as far as it is text."""
    if isinstance(settle(item.value), Unknown):
        return item.value
    found = re.match(r"arn:[^:]+:sns:([a-z]{2}(?:-[a-z]+)+-\d):", shown(text_of(item.value)))
    return Known(found[1]) if found else Absent()


def _differ(one: Value, other: Value, alarm: Alarm) -> Truth:
    """Whether two regions are certainly different ones."""
    if isinstance(settle(other), Absent) or isinstance(settle(one), Absent):
        return NO

    def beside(value: Value) -> Truth:
        return decide(other, lambda there: ~equal(value, there) if isinstance(there, Known) else doubt(there))

    return decide(one, lambda value: beside(value) if isinstance(value, Known) else _unsure(value, alarm))


def _unsure(value: Value, alarm: Alarm) -> Truth:
    found = doubt(value)
    return found if found.doubts else undecided("the region of the alarm is not known", alarm.header)


def _text(value: Value) -> str:
    value = settle(value)
    return value.data if isinstance(value, Known) and isinstance(value.data, str) else ""


def topic_instead_fix(lost: LostAction, title: str, unsafe: str) -> Fix:
    """Names the topic by reference, where the list holds nothing else that would be lost."""
    alarm = View(lost.actions.resource)
    items = tuple(lost.actions.items())
    written = [_written(item, alarm) for item in items]
    if lost.topic is None or not lost.topic.can_be_named_by(alarm):
        why = "which topic is meant has to be decided"
        return set_to(["arn:aws:sns:REGION:ACCOUNT:TOPIC"], title=title, manual=why).on(alarm.resource, lost.actions.path)
    link = lost.topic.link("arn", "Ref")
    values: list[Plain] = [link if item.value is lost.item.value else text for item, text in zip(items, written, strict=True) if text]
    if len(values) != len(items):
        return set_to([link], title=title, manual="the other actions have to be kept").on(alarm.resource, lost.actions.path)
    return set_to(values, title=title, unsafe=unsafe).on(alarm.resource, lost.actions.path)


def topic_here_fix(lost: LostAction, alarm: Alarm, unit: Unit) -> Fix:
    """Notifies the one topic of the unit that certainly is where the alarm is."""
    here = unit.only(Topic, alarm, lambda topic: is_same_place(alarm, topic) & topic.has_receiver(unit))
    meant = LostAction(lost.actions, lost.item, here)
    return topic_instead_fix(meant, "notify a topic in the region of the alarm", "others may be subscribed to that topic")
