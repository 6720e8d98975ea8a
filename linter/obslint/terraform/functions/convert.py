"""Terraform's type conversions over plain data."""

from collections.abc import Sequence
from dataclasses import dataclass

from obslint.terraform.functions.data import Data, FunctionError, TfSet
from obslint.terraform.functions.decimals import Number, number_text, parse_number, whole

INT64 = 2**63


@dataclass(frozen=True, slots=True)
class Type:
    """What an argument must be convertible to: any, string, number, whole, integer, bool, or list, set, map of an element type.

    A `whole` number fits into 64 bits, an `integer` may be larger.
    """

    name: str
    element: "Type | None" = None

    def __str__(self) -> str:
        if self.element is None:
            return "number" if self.name in {"whole", "integer"} else self.name
        return f"{self.name} of {'any single type' if self.element.name == 'any' else self.element}"


ANY, STRING, NUMBER, BOOL = Type("any"), Type("string"), Type("number"), Type("bool")


def type_name(value: Data) -> str:
    """What Terraform calls the type of a value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "string"
    if isinstance(value, TfSet):
        return "set"
    return "list" if isinstance(value, list) else "object"


def is_number(value: Data) -> bool:
    """Whether a value is a number; a bool is not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def convert(value: Data, wanted: Type) -> Data:
    """The value as another type, the way Terraform converts arguments. Null stays null. Raises `FunctionError`."""
    if value is None or wanted.name == "any":
        return value
    if wanted.element is not None:
        return _collection(value, wanted, wanted.element)
    if wanted.name == "string":
        return as_string(value)
    if wanted.name == "bool":
        return as_bool(value)
    number = as_number(value)
    if wanted.name != "number" and not isinstance(number, int):
        raise FunctionError("value must be a whole number")
    if wanted.name == "whole" and not -INT64 <= number < INT64:
        raise FunctionError(f"value must be a whole number, between {-INT64} and {INT64 - 1}")
    return number


def as_string(value: Data) -> str:
    """A string, a number or a bool as a string."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number_text(value)
    raise FunctionError("string required")


def as_number(value: Data) -> Number:
    """A number, or a string that is one; whole floats become integers."""
    number = parse_number(value) if isinstance(value, str) else value
    if isinstance(number, bool) or not isinstance(number, int | float):
        raise FunctionError("a number is required")
    return whole(number)


def as_bool(value: Data) -> bool:
    """A bool, or a string that is one."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value in {"true", "1", "false", "0"}:
        return value in {"true", "1"}
    if isinstance(value, str) and value.lower() in {"true", "false"}:
        raise FunctionError(f'a bool is required; to convert from string, use lowercase "{value.lower()}"')
    raise FunctionError("a bool is required")


def _collection(value: Data, wanted: Type, element: Type) -> Data:
    if wanted.name == "map":
        if not isinstance(value, dict):
            raise FunctionError(f"{wanted} required")
        return dict(zip(value, _elements(list(value.values()), element, wanted), strict=True))
    if not isinstance(value, list):
        raise FunctionError(f"{wanted} required")
    items = _elements(value, element, wanted)
    return TfSet(items) if wanted.name == "set" else items


def _elements(items: list[Data], element: Type, wanted: Type) -> list[Data]:
    if element.name == "any":
        if (unified := unify(items)) is None:
            raise FunctionError(f"{wanted} required")
        return unified
    try:
        return [convert(item, element) for item in items]
    except FunctionError as error:
        if element.element is None and any(isinstance(item, list | dict) for item in items):
            raise FunctionError(f"{wanted} required") from error
        raise


def unify(items: Sequence[Data]) -> list[Data] | None:
    """The items converted to the one type that all of them can have, or None when there is none."""
    kinds = {type_name(item) for item in items} - {"null"}
    if len(kinds) <= 1 and kinds <= {"bool", "number", "string"}:
        return list(items)
    if "string" in kinds and kinds <= {"bool", "number", "string"}:
        return [None if item is None else as_string(item) for item in items]
    if kinds == {"object"}:
        return _unify_objects(items)
    if kinds <= {"list", "set"}:
        return _unify_lists(items, is_set=kinds == {"set"})
    return None


def _unify_lists(items: Sequence[Data], *, is_set: bool) -> list[Data] | None:
    """Rows of one length are unified column by column, others all together."""
    rows = [item for item in items if isinstance(item, list)]
    if not is_set and len({len(row) for row in rows}) == 1:
        columns = [unify(column) for column in zip(*rows, strict=True)]
        if any(column is None for column in columns):
            return None
        unified: list[list[Data]] = [list(row) for row in zip(*(c for c in columns if c is not None), strict=True)] or [[] for _ in rows]
    else:
        flat = unify([element for row in rows for element in row])
        if flat is None:
            return None
        rest = iter(flat)
        unified = [[next(rest) for _ in row] for row in rows]
    done = iter(TfSet(row) if is_set else row for row in unified)
    return [None if item is None else next(done) for item in items]


def _unify_objects(items: Sequence[Data]) -> list[Data] | None:
    """Objects with the same attributes are unified one attribute at a time, others as maps of one element type."""
    objects = [item for item in items if isinstance(item, dict)]
    results: list[dict[str, Data]] = [{} for _ in objects]
    if len({frozenset(item) for item in objects}) == 1:
        for key in objects[0]:
            if (values := unify([item[key] for item in objects])) is None:
                return None
            for result, value in zip(results, values, strict=True):
                result[key] = value
    else:
        flat = unify([value for item in objects for value in item.values()])
        if flat is None:
            return None
        rest = iter(flat)
        results = [{key: next(rest) for key in item} for item in objects]
    done = iter(results)
    return [None if item is None else next(done) for item in items]
