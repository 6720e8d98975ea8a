"""What the rules of composite alarms say, and which alarms they name."""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws.alarms import Alarm, CompositeAlarm
from obslint.aws.estate import Estate
from obslint.aws.nearness import nearest
from obslint.aws.state_rules import Member, Node, UnreadableRuleError, can_be, marked, parsed
from obslint.aws.unit import Unit, exists
from obslint.model import NO, Absent, Known, Truth, settle, undecided
from obslint.model.compare import decide, doubt, equal_to, refers_to, text_parts
from obslint.policy import Fix, Label, advice, set_to


def rule_of(composite: CompositeAlarm) -> Node | None:
    """The rule as a tree; None where it cannot be read, which is noted."""
    parts = text_parts(settle(composite.rule.value))
    text, marks = marked(parts)
    if not text:
        bool(decide(composite.rule.value, lambda value: NO if isinstance(value, Absent) else doubt(value)))
        return None
    strange = next((one for one in marks.values() if one.resource is None), None)
    if strange is not None:
        bool(undecided(strange.reason, composite.rule.at))
        return None
    try:
        return parsed(text, marks)
    except UnreadableRuleError as error:
        bool(undecided(f"the rule cannot be read at: {error}", composite.rule.at))
        return None


def constant_reason(composite: CompositeAlarm, unit: Unit) -> str:
    """Why a composite alarm cannot change its state; nothing when it can."""
    node = rule_of(composite)
    if node is None:
        return ""
    if can_be(node, True) is False:
        return "the rule can never become true"
    if can_be(node, False) is False:
        return "the rule is always true"
    return "the rule depends on the alarm itself" if _reaches_itself(composite, unit) else ""


def _reaches_itself(composite: CompositeAlarm, unit: Unit) -> bool:
    """Whether the alarms that it names name it in turn; CloudWatch then stops to evaluate."""
    waiting, seen = [composite], set[str]()
    while waiting:
        one = waiting.pop()
        for named in _composites_in(one, unit):
            if named.resource is composite.resource:
                return True
            if named.address not in seen:
                seen.add(named.address)
                waiting.append(named)
    return False


def _composites_in(composite: CompositeAlarm, unit: Unit) -> Iterator[CompositeAlarm]:
    node = rule_of(composite)
    for member in node.members() if node else ():
        yield from (one for one in unit.all(CompositeAlarm) if refers_to(member.value, one.resource, one.names).known)


@dataclass(frozen=True, slots=True)
class LooseMember:
    """An alarm that a rule names in a way that does not hold: what is wrong, which alarm is meant, and a remedy."""

    message: str
    meant: Alarm | None
    fix: Fix

    @property
    def related(self) -> tuple[Label, ...]:
        """The alarm that is meant, for a finding."""
        return (self.meant.label("this alarm is declared"),) if self.meant else ()


def loose_members(composite: CompositeAlarm, unit: Unit, estate: Estate) -> Iterator[LooseMember]:
    """The alarms that a rule names by text, and that nothing makes exist before it or that do not exist at all."""
    node = rule_of(composite)
    for member in node.members() if node else ():
        found = _judged(composite, member, unit, estate)
        if found is not None:
            yield found


def _judged(composite: CompositeAlarm, member: Member, unit: Unit, estate: Estate) -> LooseMember | None:
    name = member.text
    if name is None:
        return None
    alarms = {text: alarm for alarm in unit.all(Alarm) if (text := _text(alarm))}
    if name in alarms:
        return _unordered(composite, member, alarms[name], unit)
    near = nearest(name, alarms)
    if near is not None:
        fix = _fix(composite, member, alarms[near], unsafe="the other alarm may exist after all")
        return LooseMember(f"no alarm is called {name}, though one is called nearly so", alarms[near], fix)
    if estate.none(Alarm, lambda alarm: _may_be_called(alarm, name)):
        return LooseMember(f"no alarm is called {name}", None, advice("name an alarm that is declared", "which is meant is not known"))
    return None


def _may_be_called(alarm: Alarm, name: str) -> Truth:
    """Whether an alarm has the name; one whose name AWS makes up has not."""
    return equal_to(alarm.name.value, name) if alarm.name.written else NO


def _unordered(composite: CompositeAlarm, member: Member, alarm: Alarm, unit: Unit) -> LooseMember | None:
    """An alarm beside it that nothing makes exist first: neither a reference nor something to wait for."""
    if alarm.resource is composite.resource or not alarm.can_be_named_by(composite):
        return None
    waited = {reference.resource for reference in composite.resource.depends_on}
    mentioned = any(user is composite.resource for user in unit.data.mentions(alarm.resource))
    if alarm.resource in waited or None in waited or mentioned or not _stands_in(composite, member) or not exists(alarm):
        return None
    message = f"nothing makes the alarm {member.text} exist before this one, which names it"
    return LooseMember(message, alarm, _fix(composite, member, alarm))


def _stands_in(composite: CompositeAlarm, member: Member) -> bool:
    """Whether the name itself stands in the source of the rule, where an expression may come to it as well."""
    at = composite.rule.at
    return f"{member.text}" in at.file.text[at.span.start : at.span.end]


def _fix(composite: CompositeAlarm, member: Member, alarm: Alarm, *, unsafe: str = "") -> Fix:
    """Names the alarm by reference, where all else in the rule is text."""
    value, title = settle(composite.rule.value), "refer to the alarm"
    if isinstance(value, Known) and isinstance(value.data, str) and alarm.can_be_named_by(composite):
        before, after = value.data[: member.start], value.data[member.end :]
        link = alarm.link("alarm_name", "Ref", before=before, after=after)
        return set_to(link, title=title, unsafe=unsafe, effect="in-place" if unsafe else "none")
    return advice(f"refer to {alarm.address} in its place", unsafe or "the rule holds other references")


def _text(alarm: Alarm) -> str:
    value = settle(alarm.name.value)
    return value.data if isinstance(value, Known) and isinstance(value.data, str) else ""
