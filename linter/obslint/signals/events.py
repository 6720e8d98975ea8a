"""From what happens over EventBridge rules to their targets."""

from collections.abc import Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.events.rules import BusRule, TargetHolder
from obslint.aws.functions import Function
from obslint.aws.logs import LogGroup
from obslint.aws.sns import Topic
from obslint.aws.unit import Unit
from obslint.aws.view import View
from obslint.model import YES, Fields, Known, decoded, settle, texts
from obslint.signals.builder import Builder
from obslint.signals.graph import Node, Part
from obslint.signals.routing import destination, let_in
from obslint.signals.views import DataStream, Firehose, Queue, Timed

_RULE_CUTS = (
    "disabled-event-rule", "readonly-rule-in-default-state", "misplaced-global-event-rule", "api-call-rule-without-trail",
    "data-event-rule-without-selector", "aws-events-on-custom-bus", "unknown-event-pattern", "mistyped-event-pattern",
    "bucket-rule-without-eventbridge", "duplicate-event-rule",
)  # fmt: skip
_TARGET_CUTS = (
    "function-closed-to-eventbridge", "topic-closed-to-eventbridge", "topic-key-closed-to-eventbridge", "queue-closed-to-eventbridge",
    "log-group-closed-to-eventbridge", "event-target-without-role", "bus-closed-to-sender", "alarm-topic-with-aws-key",
    "topic-closed-to-publisher", "mismatched-topic-condition", "disabled-event-rule",
)  # fmt: skip


def route_events(build: Builder, unit: Unit) -> None:
    """What rules wait for, and where they send it."""
    for rule in unit.all(BusRule):
        node = build.node(rule)
        for source, name in _sources(rule):
            events = build.virtual(("events", source), "stream", "events of", name, starts=YES)
            on = (~rule.is_off, "the rule is switched off", rule.switch.at)
            build.hop(events, node, "are matched by", on, *build.present(rule), cuts=_RULE_CUTS)
    for holder in unit.all(TargetHolder):
        for target in holder.targets:
            for rule_, part in _rules_of(build, holder):
                _send(build, rule_, target.arn, part)
    for rule in unit.all(BusRule):
        node = build.node(rule)
        if not any(edge.source is node for edge in build.edges):
            build.nobody(node, ~rule.lacks_targets(unit), "it has no target", rule.header, ("event-rule-without-target",))


def _rules_of(build: Builder, holder: TargetHolder) -> Iterator[tuple[View, Part]]:
    """The rules whose targets are declared in a resource."""
    if holder.resource.dialect == "cloudformation":
        yield holder, (YES, "", None)
        return
    for item, rule, answer in build.targets(holder.rule, BusRule):
        yield rule, (answer, "it belongs to another rule", item.at)


def _sources(rule: BusRule) -> Iterator[tuple[str, str]]:
    """The services whose events a rule takes, or its schedule."""
    schedule = Timed(rule.resource).schedule
    if schedule.surely_set().known:
        yield f"schedule {id(rule.resource)}", f"the schedule {schedule.shown}"
    pattern = settle(decoded(rule.pattern.value))
    if isinstance(pattern, Known) and isinstance(pattern.data, Fields):
        named = pattern.data.get("source")
        for source in dict.fromkeys(texts(named)) if named is not None else ():
            yield source, source


def _send(build: Builder, rule: View, arn: Attribute, named: Part) -> None:
    source = build.node(rule)
    aimed = False
    for item, view, answer in build.targets(arn, Topic, Queue, Function, LogGroup, DataStream, Firehose):
        aimed = True
        part = (answer, "its target is another one", item.at)
        build.hop(
            source, destination(build, view), "sends to", named, part, *let_in(build, "events", rule, view),
            cuts=_TARGET_CUTS, through=(arn.resource,),
        )  # fmt: skip
    stranger: Node | None = None if aimed else build.stranger(arn)
    if stranger is not None:
        build.hop(source, stranger, "sends to", named, cuts=_TARGET_CUTS, through=(arn.resource,))
