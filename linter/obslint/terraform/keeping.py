"""Functions over values that pass parts of their arguments on, so that places and references stay.

Each answers None where it has nothing to add to what the function does with plain data.
"""

import re
from collections.abc import Callable, Sequence

from obslint.model import Absent, Candidate, Fields, Known, Member, PlainFields, Symbolic, Unknown, Value, settle
from obslint.source import Place
from obslint.terraform.access import items_of
from obslint.terraform.encode import json_text
from obslint.terraform.texts import join_text, naming, same_data
from obslint.terraform.unify import alike, set_of
from obslint.terraform.values import (
    Computed,
    Invalid,
    KnownList,
    KnownMap,
    KnownSet,
    Many,
    NotPlainError,
    is_scalar,
    plain_key,
    scalar,
    to_data,
    unknown_of,
)

Keeping = Callable[[Sequence[Value], Place], Value | None]

_VERB = re.compile(r"%%|%[^%a-zA-Z]*[a-zA-Z]?")


def _sequence(value: Value) -> tuple[Value, ...] | None:
    return tuple(map(settle, value.data)) if isinstance(value, Known) and isinstance(value.data, tuple) else None


def _sequences(args: Sequence[Value]) -> list[tuple[Value, ...]] | None:
    found = [items for arg in args if (items := _sequence(arg)) is not None]
    return found if len(found) == len(args) else None


def _coalesce(args: Sequence[Value], place: Place) -> Value | None:
    """The first that is neither null nor empty; where that is not certain, either it or what the others come to."""
    found = alike(tuple(args))
    for index, arg in enumerate(found):
        if isinstance(arg, Absent) or scalar(arg) == "":
            continue
        if isinstance(arg, Known) or (isinstance(arg, Symbolic) and _certain(arg)):
            return arg
        rest = _coalesce(found[index + 1 :], place)
        doubt = unknown_of([arg], place)
        others = () if rest is None or isinstance(rest, Invalid) else (rest,)
        return arg if not others else Unknown(doubt.why, candidates=tuple(map(Candidate, (arg, *others))), place=place)
    return Invalid("every argument of coalesce() is null or empty", place=place)


def _certain(value: Symbolic) -> bool:
    """Whether a text is certainly neither null nor empty."""
    return any(isinstance(part, str) or part.attribute in {"arn", "id", ""} for part in value.parts)


def merged(args: Sequence[Value], place: Place) -> Value | None:
    """Later maps win. After a map that is not known, its members may be anything, those of later maps are certain."""
    members: dict[str, Member] = {}
    open_end = None
    for arg in args:
        if isinstance(arg, Known) and isinstance(arg.data, Fields):
            open_end = arg.data.open_end or open_end
            members.update({key: Member(arg.data[key], arg.data.entry(key)) for key in arg.data})
        elif is_scalar(arg) or _sequence(arg) is not None:
            return Invalid("merge() wants maps", place=place)
        elif not isinstance(arg, Absent):
            doubt = unknown_of([arg], place)
            if any(mentioned.resource for mentioned in doubt.mentions):
                return unknown_of(args, place)
            open_end, members = doubt.why, {key: Member(Unknown(doubt.why, place=place)) for key in members}
    if open_end and not members:
        return unknown_of(args, place)
    return Computed(PlainFields(members, place, open_end), place=place)


def _concat(args: Sequence[Value], place: Place) -> Value | None:
    found = _sequences(args)
    return None if found is None else Computed(tuple(item for items in found for item in items), place=place)


def _flatten(args: Sequence[Value], place: Place) -> Value | None:
    """Lists in lists as one; an item that is not known may be a list itself."""
    found = _flat(args[0]) if len(args) == 1 and _sequence(args[0]) is not None else None
    return None if found is None else Computed(tuple(found), place=place)


def _flat(value: Value) -> list[Value] | None:
    items = _sequence(value)
    if items is None:
        return None if isinstance(value, Unknown) else [value]
    parts = [_flat(item) for item in items]
    return None if any(part is None for part in parts) else [item for part in parts for item in part or ()]


def _lookup(args: Sequence[Value], place: Place) -> Value | None:
    if len(args) < 2 or not isinstance(args[0], Known) or not isinstance(args[0].data, Fields) or not is_scalar(args[1]):
        return None
    fields, key = args[0].data, plain_key(args[1])
    if key in fields:
        return fields[key]
    if fields.open_end is not None:
        return Unknown(fields.open_end, place=place)
    return args[2] if len(args) > 2 else Invalid(f"the map has no key {key}", place=place)


def _element(args: Sequence[Value], _: Place) -> Value | None:
    items, number = (_sequence(args[0]), scalar(args[1])) if len(args) == 2 else (None, None)
    if not items or isinstance(number, bool) or not isinstance(number, int) or isinstance(args[0], KnownSet):
        return None
    return items[number % len(items)]


def _one(args: Sequence[Value], place: Place) -> Value | None:
    items = _sequence(args[0]) if len(args) == 1 else None
    if items is None:
        return None
    if len(items) > 1:
        return Invalid("one() wants a list with at most one element", place=place)
    return items[0] if items else Absent(place=place)


def _keys(args: Sequence[Value], place: Place) -> Value | None:
    items = _members(args)
    return None if items is None else Computed(tuple(key for key, _ in items), place=place)


def _values(args: Sequence[Value], place: Place) -> Value | None:
    items = _members(args)
    return None if items is None else Computed(tuple(item for _, item in items), place=place)


def _members(args: Sequence[Value]) -> list[tuple[Value, Value]] | None:
    return items_of(args[0]) if len(args) == 1 and isinstance(args[0], Known) and isinstance(args[0].data, Fields) else None


def _length(args: Sequence[Value], place: Place) -> Value | None:
    """The number of items, which may be known where they are not; equal items of a set count once."""
    if len(args) == 1 and isinstance(args[0], Many) and args[0].counts:
        doubt = unknown_of(args, place)
        return Unknown(doubt.why, candidates=tuple(Candidate(Known(n, place=place)) for n in args[0].counts), place=place)
    items = items_of(args[0]) if len(args) == 1 else None
    return None if items is None or isinstance(args[0], KnownSet) else Known(len(items), place=place)


def _same(args: Sequence[Value], _: Place) -> Value | None:
    return args[0] if len(args) == 1 else None


def _tostring(args: Sequence[Value], _: Place) -> Value | None:
    return args[0] if len(args) == 1 and isinstance(args[0], Symbolic) else None


def _toset(args: Sequence[Value], place: Place) -> Value | None:
    """A set of references keeps them; whether unknown ones are equal, nobody can tell."""
    items = _sequence(args[0]) if len(args) == 1 else None
    if items is None or any(isinstance(item, Unknown) for item in items):
        return None
    return set_of(alike(items), place)


def _tolist(args: Sequence[Value], place: Place) -> Value | None:
    items = _sequence(args[0]) if len(args) == 1 else None
    return None if items is None else KnownList(alike(items), place=place)


def _tomap(args: Sequence[Value], place: Place) -> Value | None:
    if len(args) != 1 or not isinstance(args[0], Known) or not isinstance(args[0].data, PlainFields):
        return None
    fields = args[0].data
    items = alike(tuple(fields.values()))
    members = {key: Member(item, fields.entry(key)) for key, item in zip(fields, items, strict=True)}
    return KnownMap(PlainFields(members, fields.header, fields.open_end), place=place)


def _compact(args: Sequence[Value], place: Place) -> Value | None:
    items = _sequence(args[0]) if len(args) == 1 else None
    if items is None or any(isinstance(item, Unknown) for item in items):
        return None
    kept = (item for item in alike(items) if not isinstance(item, Absent) and scalar(item) != "")
    return KnownList(tuple(kept), place=place)


def _distinct(args: Sequence[Value], place: Place) -> Value | None:
    """Equal items once, where each can be told from the others."""
    items = _sequence(args[0]) if len(args) == 1 else None
    if items is None or any(isinstance(item, Unknown) for item in items):
        return None
    kept: dict[object, Value] = {}
    for item in alike(items):
        kept.setdefault(item.parts if isinstance(item, Symbolic) else repr(_data(item)), item)
    return KnownList(tuple(kept.values()), place=place)


def _data(value: Value) -> object:
    try:
        return to_data(value)
    except NotPlainError:
        return id(value)


def _reverse(args: Sequence[Value], place: Place) -> Value | None:
    items = _sequence(args[0]) if len(args) == 1 else None
    return None if items is None else Computed(items[::-1], place=place)


def _zipmap(args: Sequence[Value], place: Place) -> Value | None:
    found = _sequences(args) if len(args) == 2 else None
    if found is None or len(found[0]) != len(found[1]) or not all(is_scalar(key) for key in found[0]):
        return None
    pairs = zip(found[0], found[1], strict=True)
    return Computed(PlainFields({plain_key(key): Member(item) for key, item in pairs if isinstance(key, Known)}, place), place=place)


def _join(args: Sequence[Value], place: Place) -> Value | None:
    separator = scalar(args[0]) if args else None
    lists = _sequences(args[1:])
    if not isinstance(separator, str) or lists is None:
        return None
    spaced = [part for items in lists for item in items for part in (Known(separator), item)]
    return join_text(spaced[1:], place)


def _format(args: Sequence[Value], place: Place) -> Value | None:
    """A text with references in the places of `%s` and `%v`; the other verbs need what is known."""
    from obslint.terraform.functions import FunctionError
    from obslint.terraform.functions import call as call_plain

    pattern = scalar(args[0]) if args else None
    if not isinstance(pattern, str) or not any(isinstance(arg, Symbolic | Unknown) for arg in args[1:]):
        return None
    pieces: list[Value] = []
    position, left = 0, list(args[1:])
    for verb in _VERB.finditer(pattern):
        pieces.append(Known(pattern[position : verb.start()]))
        position = verb.end()
        if verb.group() == "%%":
            pieces.append(Known("%"))
            continue
        arg = left.pop(0) if left else Absent()
        if verb.group() in {"%s", "%v"} and isinstance(arg, Symbolic | Unknown):
            pieces.append(arg)
            continue
        try:
            pieces.append(naming(Known(str(call_plain("format", [verb.group(), to_data(arg)], None))), [arg]))
        except (FunctionError, NotPlainError):
            return None
    return None if left else join_text([*pieces, Known(pattern[position:])], place)


def _jsonencode(args: Sequence[Value], place: Place) -> Value | None:
    return json_text(args[0], place) if len(args) == 1 else None


def _contains(args: Sequence[Value], place: Place) -> Value | None:
    """One item that is the very one looked for is enough, whatever the others are."""
    items = _sequence(args[0]) if len(args) == 2 else None
    if items is None:
        return None
    wanted = args[1]
    parts = wanted.parts if isinstance(wanted, Symbolic) else None
    found = any(item.parts == parts if isinstance(item, Symbolic) else same_data(item, wanted) is True for item in items)
    return Known(True, place=place) if found else None


KEEPING: dict[str, Keeping] = {
    "coalesce": _coalesce,
    "compact": _compact,
    "concat": _concat,
    "contains": _contains,
    "distinct": _distinct,
    "element": _element,
    "flatten": _flatten,
    "format": _format,
    "join": _join,
    "jsonencode": _jsonencode,
    "keys": _keys,
    "length": _length,
    "lookup": _lookup,
    "merge": merged,
    "nonsensitive": _same,
    "one": _one,
    "reverse": _reverse,
    "sensitive": _same,
    "tolist": _tolist,
    "tomap": _tomap,
    "toset": _toset,
    "tostring": _tostring,
    "values": _values,
    "zipmap": _zipmap,
}
