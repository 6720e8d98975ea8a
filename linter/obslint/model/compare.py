"""Questions about values: equality, order, reference. Each answer is a `Truth`."""

from collections.abc import Callable

from obslint.model.resource import Resource
from obslint.model.truth import NO, YES, Guard, Truth, any_of, truth, undecided
from obslint.model.value import Absent, Fields, Known, Reference, Scalar, Symbolic, Unknown, Value, branches, references, settle
from obslint.source import Place

_NOT_TEXT = "a list or a map stands where a single value belongs"


def doubt(value: Value, guards: tuple[Guard, ...] = ()) -> Truth:
    """The undecided answer that an unknown or symbolic value gives, with its reason."""
    if isinstance(value, Unknown):
        return undecided(value.why, value.place, guards)
    if isinstance(value, Symbolic):
        reason = next((part.reason for part in value.parts if isinstance(part, Reference)), "")
        return undecided(reason, value.place, guards)
    return undecided(_NOT_TEXT, value.place, guards)


def decide(value: Value, predicate: Callable[[Value], Truth]) -> Truth:
    """Asks the predicate about every value this one can be: decided when all agree."""
    value = settle(value)
    if not isinstance(value, Unknown) or not value.candidates:
        return predicate(value)
    answers = [(predicate(branch), guards) for branch, guards in branches(value)]
    if all(answer.known is True for answer, _ in answers):
        return YES
    if all(answer.known is False for answer, _ in answers):
        return NO
    guards = tuple(dict.fromkeys(guard for _, found in answers for guard in found))
    doubts = [d for answer, _ in answers for d in answer.doubts]
    if guards or not doubts:
        why = value.why if isinstance(value, Unknown) else "the value depends on a condition"
        return undecided(why, value.place, guards)
    return Truth(None, tuple(doubts))


def plain(scalar: Scalar) -> str:
    """The text form in which both dialects treat `true` and `"true"`, `60` and `"60"` alike."""
    if isinstance(scalar, bool):
        return "true" if scalar else "false"
    if isinstance(scalar, float) and scalar.is_integer():
        return str(int(scalar))
    return str(scalar)


def same_scalar(found: Scalar, wanted: Scalar) -> bool:
    """Whether two scalars mean the same to AWS; text is compared by case unless a boolean is wanted."""
    if isinstance(wanted, bool) or isinstance(found, bool):
        return plain(found).casefold() == plain(wanted).casefold()
    if isinstance(wanted, int | float) and (number := as_number(found)) is not None:
        return number == wanted
    return plain(found) == plain(wanted)


def as_number(scalar: Scalar) -> float | None:
    """The number a scalar stands for, or None."""
    if isinstance(scalar, bool):
        return None
    try:
        return float(scalar)
    except ValueError:
        return None


def equal_to(value: Value, wanted: Scalar) -> Truth:
    """Whether a value is the wanted scalar. An absent value is equal to nothing."""
    return decide(value, lambda branch: _equal_to(branch, wanted))


def _equal_to(value: Value, wanted: Scalar) -> Truth:
    if isinstance(value, Absent):
        return NO
    if isinstance(value, Known):
        return truth(not isinstance(value.data, tuple | Fields) and same_scalar(value.data, wanted))
    if isinstance(value, Symbolic) and not could_be(value, plain(wanted)):
        return NO
    return doubt(value)


def includes(value: Value, wanted: Scalar) -> Truth:
    """Whether a value is the wanted scalar, or a list that holds it."""
    return decide(value, lambda branch: _includes(branch, wanted))


def _includes(value: Value, wanted: Scalar) -> Truth:
    if isinstance(value, Known) and isinstance(value.data, tuple):
        return any_of(value.data, lambda item: includes(item, wanted))
    return _equal_to(value, wanted)


def could_be(value: Symbolic, text: str) -> bool:
    """Whether literal text and its order leave it possible that the whole is `text`."""
    position = 0
    for index, part in enumerate(value.parts):
        if isinstance(part, Reference):
            continue
        found = text.find(part, position)
        if found < 0 or (index == 0 and found):
            return False
        position = found + len(part)
    last = value.parts[-1]
    return isinstance(last, Reference) or text.endswith(last)


def equal(one: Value, other: Value) -> Truth:
    """Whether two values are the same value; references compare by what they refer to."""
    return decide(one, lambda a: decide(other, lambda b: _equal(a, b)))


def _equal(a: Value, b: Value) -> Truth:
    if isinstance(a, Absent) or isinstance(b, Absent):
        unknown = next((value for value in (a, b) if isinstance(value, Unknown)), None)
        return truth(isinstance(a, Absent) and isinstance(b, Absent)) if unknown is None else doubt(unknown)
    if isinstance(a, Known) and isinstance(b, Known):
        return _equal_data(a, b)
    parts_a, parts_b = text_parts(a), text_parts(b)
    if parts_a and parts_a == parts_b:
        return YES
    if parts_a and parts_b and _differ(parts_a, parts_b):
        return NO
    return doubt(b if isinstance(a, Known) else a)


def _equal_data(a: Known, b: Known) -> Truth:
    if isinstance(a.data, tuple | Fields) or isinstance(b.data, tuple | Fields):
        return NO if type(a.data) is not type(b.data) else undecided(_NOT_TEXT, a.place)
    return truth(same_scalar(a.data, b.data))


def text_parts(value: Value) -> tuple[str | Reference, ...]:
    """A value as literal text and references; empty when nothing is known about it."""
    if isinstance(value, Known) and not isinstance(value.data, tuple | Fields):
        return (plain(value.data),)
    if isinstance(value, Symbolic):
        return value.parts
    if isinstance(value, Unknown) and value.symbol:
        return (value.symbol,)
    return ()


def _differ(a: tuple[str | Reference, ...], b: tuple[str | Reference, ...]) -> bool:
    """Whether the literal heads or tails contradict each other, or both name different declared things."""
    for one, other, ends in ((a[0], b[0], str.startswith), (a[-1], b[-1], str.endswith)):
        if isinstance(one, str) and isinstance(other, str) and not (ends(one, other) or ends(other, one)):
            return True
    if len(a) == 1 and isinstance(a[0], str) and not could_be(Symbolic(b), a[0]):
        return True
    if len(b) == 1 and isinstance(b[0], str) and not could_be(Symbolic(a), b[0]):
        return True
    return len(a) == len(b) == 1 and _distinct(a[0], b[0])


_IDENTITIES = frozenset({"arn", "id", "Arn", "Ref", ""})


def _distinct(one: str | Reference, other: str | Reference) -> bool:
    """Whether two references name the identity of two different declared resources."""
    if not isinstance(one, Reference) or not isinstance(other, Reference):
        return False
    if one.resource is None or other.resource is None or one.resource is other.resource:
        return False
    return one.attribute in _IDENTITIES and one.attribute == other.attribute


def is_set(value: Value) -> Truth:
    """Whether a value is present and neither an empty string nor an empty list or map."""
    return decide(value, _is_set)


def _is_set(value: Value) -> Truth:
    if isinstance(value, Absent):
        return NO
    if isinstance(value, Symbolic):
        return YES
    if isinstance(value, Known):
        if isinstance(value.data, Fields):
            return YES if len(value.data) else NO if value.data.open_end is None else undecided(value.data.open_end, value.place)
        if isinstance(value.data, tuple):
            return any_of(value.data, is_set)
        return truth(value.data != "")
    return doubt(value)


def compare(value: Value, holds: Callable[[float], bool]) -> Truth:
    """Whether a number satisfies a condition; an absent value or text satisfies none."""
    return decide(value, lambda branch: _compare(branch, holds))


def _compare(value: Value, holds: Callable[[float], bool]) -> Truth:
    if isinstance(value, Absent):
        return NO
    if isinstance(value, Known) and not isinstance(value.data, tuple | Fields):
        number = as_number(value.data)
        return truth(number is not None and holds(number))
    return doubt(value)


def matches(value: Value, holds: Callable[[str], bool], *, prefix: str = "", suffix: str = "") -> Truth:
    """Whether a text satisfies a condition; `prefix` and `suffix` let it be answered for partly symbolic text."""
    return decide(value, lambda branch: _matches(branch, holds, prefix, suffix))


def _matches(value: Value, holds: Callable[[str], bool], prefix: str, suffix: str) -> Truth:
    if isinstance(value, Known) and not isinstance(value.data, tuple | Fields):
        return truth(holds(plain(value.data)))
    if isinstance(value, Absent | Known):
        return NO
    if isinstance(value, Symbolic):
        head, tail = value.parts[0], value.parts[-1]
        if prefix and isinstance(head, str) and (head.startswith(prefix) or not prefix.startswith(head)):
            return truth(head.startswith(prefix))
        if suffix and isinstance(tail, str) and (tail.endswith(suffix) or not suffix.endswith(tail)):
            return truth(tail.endswith(suffix))
    return doubt(value)


def refers_to(value: Value, resource: Resource, names: tuple[Value, ...] = ()) -> Truth:
    """Whether a value names the resource: by reference, or by one of the names it is known under."""
    return decide(value, lambda branch: _refers_to(branch, resource, names))


def _refers_to(value: Value, resource: Resource, names: tuple[Value, ...]) -> Truth:
    if isinstance(value, Absent):
        return NO
    if isinstance(value, Known) and isinstance(value.data, tuple):
        return any_of(value.data, lambda item: refers_to(item, resource, names))
    referred = _identities(value)
    if any(reference.resource is resource for reference in referred):
        return YES
    if isinstance(value, Known) and isinstance(value.data, Fields):
        return NO
    if any(reference.resource is resource for reference in references(value)):
        return doubt(value)
    if referred and not isinstance(value, Unknown):
        return any_of(referred, lambda reference: _stands_for(reference, resource, value.place))
    return any_of(names, lambda name: _names(value, name))


_ALIASES = {"aws_kms_alias": "target_key_id", "AWS::KMS::Alias": "TargetKeyId"}
"""Resources that are a name for another one and serve in its place, with the attribute that says for which."""


def _is_aliased(alias: Resource, resource: Resource) -> Truth:
    """Whether a name stands for this resource."""
    target = alias.fields.get(_ALIASES[alias.type])
    return NO if target is None else refers_to(target, resource)


def _stands_for(reference: Reference, resource: Resource, place: Place | None) -> Truth:
    """Whether another resource's attribute may be this resource's name, as the id of an attachment is."""
    other = reference.resource
    if other is not None and other.type in _ALIASES:
        return _is_aliased(other, resource)
    if other is None or other.type == resource.type or reference.attribute.casefold() == "arn":
        return NO
    if any(found.resource is resource for found in references(Known(other.fields))):
        return undecided(f"{reference} may stand for {resource.address}", place)
    return NO


def _identities(value: Value) -> list[Reference]:
    """The references that the whole of a value stands for (not those merely mentioned)."""
    found = [step.reference for step in value.trail if step.reference and step.reference.resource]
    if isinstance(value, Symbolic):
        found += [part for part in value.parts if isinstance(part, Reference) and part.resource]
    return found


def _names(value: Value, name: Value) -> Truth:
    """Whether a value is the name, or an ARN that ends in it (then only perhaps the same thing)."""
    same = equal(value, name)
    if same.known is not False:
        return same
    parts, wanted = text_parts(value), text_parts(name)
    if not (parts and isinstance(parts[0], str) and parts[0].startswith("arn:")):
        return NO
    tail = "".join(p if isinstance(p, str) else "\0" for p in parts)
    end = "".join(p if isinstance(p, str) else "\0" for p in wanted)
    if end and tail.rstrip("*").rstrip(":").endswith((f":{end}", f"/{end}")):
        return undecided("an ARN written out may or may not be this resource", value.place)
    return NO
