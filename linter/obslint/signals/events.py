"""From what happens over EventBridge rules to their targets."""

from collections.abc import Iterator

from obslint.aws.events.rules import BusRule, RuleTarget, TargetHolder
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
_OF_QUEUES = ("queue-closed-to-eventbridge",)
"""Rules that speak of the dead-letter queue of a target as well, whose state cuts no other hop."""


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
                _send(build, rule_, target, part)
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


def _send(build: Builder, rule: View, target: RuleTarget, named: Part) -> None:
    source, arn = build.node(rule), target.arn
    aimed = False
    for item, view, answer in build.targets(arn, Topic, Queue, Function, LogGroup, DataStream, Firehose):
        aimed = True
        part = (answer, "its target is another one", item.at)
        admitted = let_in(build, "events", rule, view) if target.role.surely_absent().known is not False else ()
        cuts = tuple(rule_id for rule_id in _TARGET_CUTS if rule_id not in _OF_QUEUES or view.is_type(*Queue.types()))
        build.hop(source, destination(build, view), "sends to", named, part, *admitted, cuts=cuts, through=(arn.resource,))
    stranger: Node | None = None if aimed else build.stranger(arn)
    if stranger is not None:
        build.hop(source, stranger, "sends to", named, cuts=_TARGET_CUTS, through=(arn.resource,))
