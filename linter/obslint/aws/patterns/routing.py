"""Whether the event pattern of an EventBridge rule takes an event of CloudTrail."""

from obslint.aws.patterns.matching import Event, Missing
from obslint.model import NO, Absent, Fields, Known, Truth, Value, all_of, any_of, decoded, settle, truth, undecided
from obslint.model.compare import doubt, plain


def routes_event(pattern: Value, event: Event) -> Truth:
    """Whether an event pattern takes the event. What it says of members that are not known is left undecided."""
    value = settle(decoded(pattern))
    if not isinstance(value, Known) or not isinstance(value.data, Fields):
        return NO if isinstance(value, Absent) else doubt(value)
    fields = value.data
    if fields.open_end is not None:
        return undecided(fields.open_end, value.place)
    return all_of(tuple(fields), lambda key: _takes(key, _at(fields, key), event))


def _takes(key: str, wanted: Value, event: Event) -> Truth:
    if key == "detail-type":
        kind = "AWS Console Sign In" if event.members.get("eventType") == "AwsConsoleSignIn" else "AWS API Call"
        return _listed(wanted, f"{kind} via CloudTrail", event)
    if key == "source":
        source = event.members.get("eventSource")
        return _listed(wanted, f"aws.{str(source).partition('.')[0]}" if isinstance(source, str) else None, event)
    if key == "detail":
        return _members(settle(wanted), "", event)
    return undecided(f"{key} is not known of {event.name}", wanted.place)


def _members(wanted: Value, path: str, event: Event) -> Truth:
    if not isinstance(wanted, Known) or not isinstance(wanted.data, Fields):
        return doubt(wanted)
    fields = wanted.data
    return all_of(tuple(fields), lambda key: _member(_at(fields, key), f"{path}{key}", event))


def _member(wanted: Value, path: str, event: Event) -> Truth:
    if isinstance(wanted, Known) and isinstance(wanted.data, Fields):
        return _members(wanted, f"{path}.", event)
    if path not in event.members:
        return undecided(f"detail.{path} is not known of {event.name}", wanted.place)
    found = event.members[path]
    return _listed(wanted, None if found is None else found if isinstance(found, Missing) else plain(found), event)


def _listed(wanted: Value, found: "str | Missing | None", event: Event) -> Truth:
    wanted = settle(wanted)
    if found is None:
        return undecided(f"it is not known of {event.name}", wanted.place)
    if not isinstance(wanted, Known) or not isinstance(wanted.data, tuple):
        return doubt(wanted)
    return any_of(wanted.data, lambda item: _one(settle(item), found))


def _one(wanted: Value, found: "str | Missing") -> Truth:
    if not isinstance(wanted, Known) or isinstance(wanted.data, tuple):
        return doubt(wanted)
    if not isinstance(wanted.data, Fields):
        return truth(found == plain(wanted.data))
    rules = wanted.data
    return all_of(tuple(rules), lambda name: _operator(name, _at(rules, name), found))


def _operator(name: str, operand: Value, found: "str | Missing") -> Truth:
    if name == "exists" and isinstance(operand, Known):
        return truth(isinstance(found, Missing) != (operand.data is True))
    if isinstance(found, Missing):
        return NO
    if name == "anything-but" and isinstance(operand, Known) and not isinstance(operand.data, Fields):
        items = operand.data if isinstance(operand.data, tuple) else (operand,)
        return ~any_of(items, lambda item: _one(settle(item), found))
    if name in ("prefix", "suffix") and isinstance(operand, Known) and isinstance(operand.data, str):
        return truth(found.startswith(operand.data) if name == "prefix" else found.endswith(operand.data))
    return undecided(f"the operator {name} is not followed", operand.place)


def _at(fields: Fields, name: str) -> Value:
    found = fields.get(name)
    return Absent() if found is None else settle(found)
