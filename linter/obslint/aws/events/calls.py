"""Rules on API calls: which calls they wait for, and whether those reach EventBridge."""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws import facts
from obslint.aws.cloudtrail import Trail
from obslint.aws.estate import Estate
from obslint.aws.events.patterns import KIND, SOURCE, Condition, EventClass, EventPattern, event_match_possible
from obslint.aws.events.rules import ALL_CALLS, BusRule
from obslint.aws.selectors import Access
from obslint.aws.trail_gaps import DataTrail, data_gap
from obslint.aws.unit import Unit
from obslint.model import NO, YES, Truth, all_of, truth
from obslint.policy import Fix, Label, advice, set_to

CALL = "AWS API Call via CloudTrail"
SIGN_IN = "AWS Console Sign In via CloudTrail"
EVENT_SOURCE = ("detail", "eventSource")
EVENT_NAME = ("detail", "eventName")

_READS = ("Get", "List", "Describe")
_MANAGED = (
    *("account", "acm", "autoscaling", "cloudformation", "cloudtrail", "config", "ec2", "ecr", "ecs", "eks", "elasticloadbalancing"),
    *("events", "guardduty", "iam", "kms", "lambda", "organizations", "rds", "route53", "secretsmanager", "securityhub", "ssm"),
)
"""Services whose calls with such names are management events, all of them. Others have data events that are called so, and those reach
EventBridge in the default state: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html"""


def services_asked(pattern: EventPattern) -> frozenset[str]:
    """The services whose calls a pattern asks for, by the first part of their names; empty when they are not certain."""
    sources, events = pattern.texts(SOURCE), pattern.texts(EVENT_SOURCE)
    if events is not None:
        return frozenset(text.removesuffix(".amazonaws.com") for text in events)
    return frozenset(text.removeprefix("aws.") for text in sources or ())


def _is_call(pattern: EventPattern) -> bool:
    """Whether only API calls can pass: they alone have a name of a call."""
    kinds = pattern.texts(KIND)
    return bool(pattern.asks(EVENT_NAME)) and (kinds is None or set(kinds) == {CALL})


def reads_only(rule: BusRule) -> Truth:
    """Whether a rule waits for nothing but read-only management calls, which the default state leaves out.

    https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail-management.html
    """
    pattern = rule.matching
    services = services_asked(pattern)
    managed = _is_call(pattern) and bool(services) and services.issubset(_MANAGED)
    return all_of(pattern.asks(EVENT_NAME), _reads) if managed else NO


def _reads(condition: Condition) -> Truth:
    names = [one.text or one.prefix for one in condition.matchers]
    return truth(all(name is not None and name.startswith(_READS) for name in names)) & condition.certain


def is_in_default_state(rule: BusRule) -> Truth:
    """Whether a rule is on, but not for read-only calls."""
    return rule.state.surely_not(ALL_CALLS) & ~rule.is_off


def all_calls_fix(rule: BusRule) -> Fix:
    """The state in which read-only calls reach the rule."""
    return set_to(
        ALL_CALLS, unsafe="every read-only call that matches is an event then", drop=(rule.enabled,) if rule.enabled.written else ()
    )


def names_asked(rule: BusRule) -> tuple[Label, ...]:
    """A label on the names of the calls that a rule waits for."""
    return tuple(one.at.label("only read-only calls are asked for") for one in rule.matching.asks(EVENT_NAME))[:1]


def waits_for_calls(rule: BusRule) -> Truth:
    """Whether a rule waits for API calls or sign-ins that are no data events, and for nothing else."""
    kinds = rule.matching.texts(KIND)
    return truth(bool(kinds) and set(kinds or ()) <= {CALL, SIGN_IN} and not tuple(data_calls(rule)))


def unrecorded(rule: BusRule, estate: Estate) -> Truth:
    """Whether there are trails in the run, and none of them is on and records what a rule waits for."""
    managed = services_asked(rule.matching).issubset(_MANAGED) and bool(services_asked(rule.matching))

    def records(trail: Trail) -> Truth:
        return trail.is_on & (trail.records_any_management | (NO if managed else trail.records_data))

    return _has_trail(estate) & ~estate.any(Trail, records)


def _has_trail(estate: Estate) -> Truth:
    """Whether a trail is in the run. One of another unit, whose very name its caller gives, is a pattern for trails and says nothing."""
    return estate.own.any(Trail) | estate.any(Trail, lambda one: one.name.surely_absent() | one.name.surely_set())


def recording_fix(unit: Unit) -> Fix:
    """Has the first trail of the unit record management events."""
    trail = next(iter(unit.all(Trail)), None)
    if trail is None:
        return advice("have a trail record management events", "the trail is declared elsewhere")
    if ~trail.is_on:
        return set_to(True, title="switch the trail on", unsafe="further copies of events are billed").on(
            trail.resource, trail.logging.path
        )
    at, fix = trail.management_switch
    return fix.on(trail.resource, at.path)


def trails_named(estate: Estate, text: str) -> tuple[Label, ...]:
    """A label on the first trail of the run, those of the unit before others."""
    return tuple(trail.label(text) for trail in estate.all(Trail))[:1]


@dataclass(frozen=True, slots=True)
class DataCall:
    """A kind of resource, and a call on it that is a data event."""

    kind: str
    name: str
    access: Access


_KINDS = {"s3": "AWS::S3::Object", "lambda": "AWS::Lambda::Function", "dynamodb": "AWS::DynamoDB::Table"}


def data_calls(rule: BusRule) -> Iterator[DataCall]:
    """The data events that a rule waits for, where it waits for nothing else."""
    pattern = rule.matching
    names, services = pattern.texts(EVENT_NAME), services_asked(pattern)
    if names is None or len(services) != 1 or not _is_call(pattern):
        return
    service = next(iter(services))
    listed = facts.table("data_event_names").rows.get(f"{service}.amazonaws.com", ())
    if service in _KINDS and set(names) <= set(listed):
        for name in names:
            access: Access = "read" if name.startswith(("Get", "Head", "List", "Query", "Scan", "BatchGet")) else "write"
            yield DataCall(_KINDS[service], name, access)


def unselected(rule: BusRule, estate: Estate) -> Truth:
    """Whether trails of the run select none of the data events that a rule waits for."""
    calls = tuple(data_calls(rule))
    selected = NO if calls else YES
    for call in calls:
        selected |= estate.any(Trail, lambda one, call=call: one.is_on & one.records_data_of(call.kind, call.access))  # type: ignore[misc]
    return _has_trail(estate) & ~selected


def selecting_fix(rule: BusRule, unit: Unit) -> Fix:
    """Has the first trail of the unit select what a rule waits for."""
    call = next(data_calls(rule))
    trail = next(iter(unit.all(DataTrail)), None)
    if trail is None:
        return advice(f"select data events of {call.kind}", "the trail is declared elsewhere")
    gap = data_gap(trail, call.kind, next(service for service, kind in _KINDS.items() if kind == call.kind))
    return gap.fix.on(trail.resource, gap.at.path)


def can_match(rule: BusRule, source: str, kind: str) -> Truth:
    """Whether an event of a service can pass the pattern of a rule."""
    return rule.pattern.surely_set() & event_match_possible(rule.matching, EventClass({SOURCE: (source,), KIND: (kind,)}))
