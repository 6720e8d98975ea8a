"""On which bus, and in which region, events of AWS services arrive."""

from collections.abc import Iterator

from obslint.aws.estate import Estate
from obslint.aws.events.calls import services_asked
from obslint.aws.events.patterns import SOURCE
from obslint.aws.events.rules import BusPolicy, BusRule, EventBus, RuleTarget, TargetHolder
from obslint.aws.places import is_same_place
from obslint.aws.unit import Unit, exists
from obslint.model import NO, Known, Truth, Unknown, settle, truth, undecided
from obslint.model.compare import doubt
from obslint.policy import Fix, Label, advice, set_to

HOME = "us-east-1"

_GLOBAL = frozenset({"account", "cloudfront", "iam", "organizations", "route53"})
"""Services whose events arrive in us-east-1 only:
https://repost.aws/knowledge-center/eventbridge-rule-triggers-iam-single-region
https://repost.aws/knowledge-center/use-eventbridge-rule-across-regions"""

_OTHER_PARTITIONS = ("cn-", "us-gov-", "us-iso", "eu-iso", "eusc-")


def is_misplaced(rule: BusRule) -> Truth:
    """Whether a rule waits for nothing but events of global services, and is in a region where none of them arrives."""
    services = services_asked(rule.matching)
    if not services or not services <= _GLOBAL:
        return NO
    region = settle(rule.resource.region)
    if isinstance(region, Known) and isinstance(region.data, str):
        return truth(region.data != HOME and not region.data.startswith(_OTHER_PARTITIONS))
    return doubt(region) if isinstance(region, Unknown) else undecided("the region of the stack is not known; pass --region", rule.header)


def gets_forwarded(rule: BusRule, estate: Estate) -> Truth:
    """Whether a rule may get events that others send to its bus: from a bus of its own, another region or another account."""
    return (
        ~rule.is_on_bus("default")
        | estate.any(TargetHolder, lambda one: one.any(_is_bus))
        | estate.any(BusPolicy, lambda one: one.bus.surely("default"))
    )


def _is_bus(target: RuleTarget) -> Truth:
    declared = target.arn.refers_to_type("aws_cloudwatch_event_bus", "data.aws_cloudwatch_event_bus", "AWS::Events::EventBus")
    return declared | target.arn.spells("event-bus")


def home_fix(rule: BusRule) -> Fix:
    """Where the rule has to be."""
    title = f"declare it in {HOME}, or forward the events from there by a rule whose target is this region's bus"
    return advice(title, "a rule cannot be moved, and its targets have to be in the same region", "replacement").on(
        rule.resource, rule.pattern.path
    )


def starved_by(rule: BusRule, unit: Unit) -> EventBus | None:
    """The bus of the unit on which a rule waits for events of AWS services, though those arrive on the default bus only."""
    sources = rule.matching.texts(SOURCE) or ()
    if not sources or not all(one.startswith("aws.") and not one.startswith("aws.partner/") for one in sources):
        return None
    bus = next((one for one in unit.all(EventBus) if rule.bus.refers_to(one)), None)
    return None if bus is None or bus.partner_source.surely_absent().known is not True else bus


def is_fed(bus: EventBus, unit: Unit) -> Truth:
    """Whether something sends to a bus: a rule, or others that a policy lets in."""
    by_rule = ~unit.none(TargetHolder, lambda one: one.any(lambda target: target.arn.refers_to(bus)), of=bus)
    return by_rule | ~unit.none(BusPolicy, lambda one: one.bus.refers_to(bus), of=bus)


def default_bus_fix(rule: BusRule) -> Fix:
    """The default bus, on which events of AWS services arrive."""
    return set_to("default", manual="the rule is replaced, and its targets have to go along", effect="replacement").on(
        rule.resource, rule.bus.path
    )


def twins(rule: BusRule, unit: Unit) -> Iterator[tuple[BusRule, Truth]]:
    """Rules that stand before a rule and may have its name on its bus, and whether they do."""
    for other in unit.all(BusRule):
        if other.resource is rule.resource:
            return
        same = rule.name.same_as(other.name) & rule.name.surely_set() & rule.bus.same_as(other.bus)
        yield other, same & exists(rule) & exists(other) & is_same_place(rule, other)


def twin_label(other: BusRule) -> tuple[Label, ...]:
    """The first of two rules."""
    return (other.name.label("this rule has the same name"),)
