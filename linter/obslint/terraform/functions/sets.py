"""Functions over sets."""

from collections.abc import Sequence
from itertools import product
from math import prod

from obslint.terraform.functions.convert import unify
from obslint.terraform.functions.data import MAX_ELEMENTS, Data, FunctionError, TfSet, TooLargeError, identity
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()


@FUNCTIONS.define("first_set: set(any), *other_sets: set(any)")
def setunion(*sets: TfSet) -> Data:
    """The elements of any of the sets."""
    return TfSet(item for items in _unified(sets) for item in items)


@FUNCTIONS.define("first_set: set(any), *other_sets: set(any)")
def setintersection(*sets: TfSet) -> Data:
    """The elements of all of the sets."""
    first, *others = _unified(sets)
    kept = [{identity(item) for item in items} for items in others]
    return TfSet(item for item in first if all(identity(item) in items for items in kept))


@FUNCTIONS.define("a: set(any), b: set(any)")
def setsubtract(first: TfSet, second: TfSet) -> Data:
    """The elements of the first set that are not in the second."""
    kept, removed = _unified([first, second])
    gone = {identity(item) for item in removed}
    return TfSet(item for item in kept if identity(item) not in gone)


@FUNCTIONS.define("*sets: any")
def setproduct(*sets: Data) -> Data:
    """All combinations of one element from each; a list when all arguments are lists, else a set."""
    if len(sets) < 2:
        raise FunctionError("at least two arguments are required")
    columns: list[list[Data]] = []
    for items in sets:
        if not isinstance(items, list):
            raise FunctionError("a set or a list is required")
        if (unified := unify(items)) is None:
            raise FunctionError("all elements must be of the same type")
        columns.append(unified)
    if prod(map(len, columns)) * len(columns) > MAX_ELEMENTS:
        raise TooLargeError
    rows: list[Data] = [[*row] for row in product(*columns)]
    return TfSet(rows) if any(isinstance(items, TfSet) for items in sets) else rows


def _unified(sets: Sequence[TfSet]) -> list[list[Data]]:
    """The elements of each set, converted to the one type that all can have."""
    flat = unify([item for items in sets for item in items])
    if flat is None:
        raise FunctionError("given sets must all have compatible element types")
    rest = iter(flat)
    return [[next(rest) for _ in items] for items in sets]
