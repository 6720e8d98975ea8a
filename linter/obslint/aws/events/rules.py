"""EventBridge rules, their targets and their buses."""

from collections.abc import Callable, Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.events.patterns import EventPattern, event_pattern_of
from obslint.aws.sns import Topic
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View, attribute, blocks, reference
from obslint.aws.watching import EventRule
from obslint.model import YES, Plain, Truth, any_of, truth
from obslint.policy import Fix, add_resource, set_to

ALL_CALLS = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
"""The state of a rule in which read-only API calls reach it:
https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html"""

_MADE_UP = "arn:aws:sns:REGION:ACCOUNT:TOPIC"


class RuleTarget(View):
    """Where a rule sends what it matches: a resource of its own in Terraform, an item of the rule in CloudFormation."""

    rule = reference("rule", None)
    id = attribute("target_id", "Id")
    arn = reference("arn", "Arn")
    role = reference("role_arn", "RoleArn")
    dead_letters = reference("dead_letter_config.arn", "DeadLetterConfig.Arn")


class BusRule(EventRule, terraform="aws_cloudwatch_event_rule", cloudformation="AWS::Events::Rule"):
    """A rule of an event bus: a pattern or a schedule, and targets."""

    named_by = ("name",)
    handles = ("name", "id", "arn", "Ref", "Arn")
    name = attribute("name", "Name")
    bus = reference("event_bus_name", "EventBusName", default="default")
    state = attribute("state", "State", default="ENABLED")
    enabled = attribute("is_enabled", None, default=True)
    role = reference("role_arn", "RoleArn")
    inline_targets = blocks(None, "Targets", RuleTarget, key=("target_id", "Id"))
    target_list = attribute(None, "Targets")

    @property
    def matching(self) -> EventPattern:
        """What it matches, as a structure."""
        return event_pattern_of(self.pattern)

    @property
    def is_off(self) -> Truth:
        """Whether it is switched off."""
        return self.state.surely("DISABLED") | self.enabled.surely(False)

    @property
    def switch(self) -> Attribute:
        """What switches it off."""
        return self.enabled if self.enabled.surely(False).known else self.state

    @property
    def enabling_fix(self) -> Fix:
        """Switches it on."""
        unsafe = "its targets start to act"
        if self.enabled.surely(False).known:
            return set_to(True, unsafe=unsafe).on(self.resource, self.enabled.path)
        return set_to("ENABLED", unsafe=unsafe).on(self.resource, self.state.path)

    def is_on_bus(self, name: str) -> Truth:
        """Whether it belongs to a bus, by its name or ARN."""
        return self.bus.surely(name) | self.bus.ends_with(f":event-bus/{name}")

    def lacks_targets(self, unit: Unit) -> Truth:
        """Whether nothing receives what it matches."""
        if self.resource.dialect == "cloudformation":
            handed = unit.mentions(self, by=lambda kind: not kind.startswith("AWS::"))
            return ~self.inline_targets.exist & ~handed & unit.closed_around(self)
        return unit.none(TargetHolder, lambda one: one.rule.refers_to(self), of=self)

    def target_fix(self, unit: Unit) -> Fix:
        """A target to fill in: the one topic of the unit, where there is one."""
        topic = unit.only(Topic, self)
        arn: Plain = topic.link("arn", "Ref") if topic else _MADE_UP
        title = f"send them to {topic.address}" if topic else "send them to a topic"
        why = "who has to be told has to be decided, and the topic must admit events.amazonaws.com"
        if self.resource.dialect == "cloudformation":
            return set_to([{"Id": "topic", "Arn": arn}], title=title, manual=why).on(self.resource, self.target_list.path)
        draft = TargetHolder.draft(self, rule=self.link("name", ""), arn=arn)
        return add_resource(draft, title, manual=why).on(self.resource, ())


class TargetHolder(View, terraform="aws_cloudwatch_event_target", cloudformation="AWS::Events::Rule"):
    """The resource in which targets are declared."""

    rule = reference("rule", None)
    arn = reference("arn", None)
    _listed = blocks(None, "Targets", RuleTarget, key=("target_id", "Id"))

    @property
    def targets(self) -> Iterator[RuleTarget]:
        """The targets in it."""
        if self.resource.dialect == "terraform":
            yield RuleTarget(self.resource)
        else:
            yield from self._listed

    def belongs_to(self, rule: EventRule) -> Truth:
        """Whether the targets are those of a rule."""
        return truth(self.resource is rule.resource) if self.resource.dialect == "cloudformation" else self.rule.refers_to(rule)

    def rule_in(self, unit: Unit) -> BusRule | None:
        """The rule of the unit whose targets they are."""
        return next((one for one in unit.all(BusRule) if self.belongs_to(one)), None)

    def any(self, holds: Callable[[RuleTarget], Truth] = lambda _: YES) -> Truth:
        """Whether something holds for a target in it."""
        return self._listed.any(holds) if self.resource.dialect == "cloudformation" else holds(RuleTarget(self.resource))


class EventBus(View, terraform="aws_cloudwatch_event_bus", cloudformation="AWS::Events::EventBus"):
    """An event bus of one's own."""

    named_by = ("name",)
    name = attribute("name", "Name")
    partner_source = attribute("event_source_name", "EventSourceName")


class BusPolicy(
    View,
    terraform="aws_cloudwatch_event_bus_policy|aws_cloudwatch_event_permission",
    cloudformation="AWS::Events::EventBusPolicy",
):
    """Lets others send to a bus."""

    bus = reference("event_bus_name", "EventBusName", default="default")


def has_targets(rule: BusRule, unit: Unit) -> Truth:
    """Whether something receives what a rule matches."""
    return any_of(unit.all(TargetHolder), lambda one: one.belongs_to(rule) & one.any() & exists(one))
