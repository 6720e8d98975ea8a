"""From a parsed TOML table to a settings class: a quick way for files that are right, pydantic for what is wrong with others.

Importing pydantic takes longer than linting a small file, so it is left to the runs that end with a message.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from obslint.lint.selection import did_you_mean
from obslint.lint.settings.model import kebab

T = TypeVar("T")


class MisfitError(Exception):
    """A value is not what its class wants; `complaints` says why."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with a value. `path` leads to it, in the words of the file."""

    path: tuple[str, ...]
    message: str


def build(kind: type[T], table: Mapping[str, Any]) -> T:
    """An instance of a dataclass from a table whose keys are its fields in kebab case. Raises `MisfitError` where it does not fit."""
    hints: dict[str, Any] = _hints(kind)
    if unknown := table.keys() - hints.keys():
        raise MisfitError(f"{min(unknown)} is no setting")
    return kind(**{key.replace("-", "_"): _value(hints[key], value) for key, value in table.items()})


def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {kebab(one.name): hints[one.name] for one in fields(kind) if one.init}


def _value(hint: Any, value: Any) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint is Any or (origin is Literal and value in arguments) or (isinstance(hint, type) and type(value) is hint):
        return value
    if hint is float and type(value) is int:
        return float(value)
    if hint is str and isinstance(value, date | time):
        return str(value)  # TOML has days without quotes
    if is_dataclass(hint) and isinstance(value, Mapping):
        return build(hint, value)  # type: ignore[arg-type]  # a class, as the hint of a field
    if origin is tuple and isinstance(value, list):
        return tuple(_value(arguments[0], item) for item in value)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping) and isinstance(value, Mapping):
        return {key: _value(arguments[1], item) for key, item in value.items()}
    if origin in (Union, UnionType):
        return _either(arguments, value)
    raise MisfitError(f"{value!r} does not fit {hint}")


def _either(kinds: tuple[Any, ...], value: Any) -> Any:
    for kind in kinds:
        try:
            return _value(kind, value)
        except MisfitError:
            continue
    raise MisfitError(f"{value!r} fits none of {kinds}")


def complaints(kind: type[Any], table: Mapping[str, Any]) -> list[Complaint]:
    """Everything that is wrong with a table."""
    import json

    from pydantic import ValidationError

    try:
        adapter(kind).validate_json(json.dumps(table, default=str), strict=True, by_alias=True)
    except ValidationError as error:
        return [_complaint(kind, found) for found in error.errors()]
    return []


def adapter(kind: type[Any]) -> Any:
    """What pydantic makes of a settings class: keys in kebab case, no others allowed."""
    from pydantic import ConfigDict, TypeAdapter

    for one in _classes(kind):
        one.__pydantic_config__ = ConfigDict(extra="forbid", alias_generator=kebab, use_attribute_docstrings=True)
    return TypeAdapter(kind)


def _classes(kind: type[Any]) -> Iterator[type[Any]]:
    """A dataclass and those inside it."""
    yield kind
    for hint in _hints(kind).values():
        for one in (hint, *get_args(hint)):
            if is_dataclass(one):
                yield from _classes(one)  # type: ignore[arg-type]  # a class, as the hint of a field


def _complaint(kind: type[Any], error: Any) -> Complaint:
    path = tuple(str(part) for part in error["loc"] if not isinstance(part, int))
    if error["type"] in ("unexpected_keyword_argument", "extra_forbidden", "dataclass_exact_type"):
        known = tuple(_hints(_inner(kind, path[:-1])))
        return Complaint(path, f"is no setting{did_you_mean(path[-1], known) or '; there are ' + ', '.join(known)}")
    if error["type"] in ("tuple_type", "list_type"):
        return Complaint(path, f"is {_shown(error['input'])}: input should be a list, as in [{_toml(error['input'])}]")
    if error["type"] in ("mapping_type", "dict_type", "dataclass_type"):
        return Complaint(path, f"is {_shown(error['input'])}: input should be a table, as in [{'.'.join(map(_key, path))}]")
    return Complaint(path, f"is {_shown(error['input'])}: {error['msg'][0].lower()}{error['msg'][1:]}")


def _inner(kind: type[Any], path: tuple[str, ...]) -> type[Any]:
    """The class of the table at a path."""
    for key in path:
        hint = _hints(kind).get(key)
        arguments = [one for one in get_args(hint) if is_dataclass(one)]
        kind = hint if is_dataclass(hint) else arguments[0] if arguments else kind  # type: ignore[assignment]
    return kind


def _key(name: str) -> str:
    return name if name.replace("-", "").replace("_", "").isalnum() else f'"{name}"'


def _toml(value: Any) -> str:
    """A single value as TOML writes it; something to go by for others."""
    import json

    return "..." if isinstance(value, Mapping | list) else json.dumps(value, ensure_ascii=False)


def _shown(value: Any) -> str:
    if isinstance(value, Mapping | list):
        return "a table" if isinstance(value, Mapping) else "a list"
    return str(value).lower() if isinstance(value, bool) else repr(value)
