"""Functions over lists, and over several kinds of collections."""

from obslint.terraform.functions.convert import unify
from obslint.terraform.functions.data import MAX_ELEMENTS, Data, FunctionError, TfSet, TooLargeError, equal, identity
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()


@FUNCTIONS.define("list: list(bool)")
def alltrue(items: list[Data]) -> Data:
    """Whether all elements are true; null is not."""
    return all(item is True for item in items)


@FUNCTIONS.define("list: list(bool)")
def anytrue(items: list[Data]) -> Data:
    """Whether one element is true."""
    return any(item is True for item in items)


@FUNCTIONS.define("list: list(any), size: whole")
def chunklist(items: list[Data], size: int) -> Data:
    """The list in pieces of a size; a size of zero leaves one piece."""
    if size < 0:
        raise FunctionError("the size argument must be positive")
    return [items[start : start + size] for start in range(0, len(items), size)] if size else [items] if items else []


@FUNCTIONS.define("*vals: any?")
def coalesce(*values: Data) -> Data:
    """The first argument that is neither null nor an empty string, converted to the type that all arguments can have."""
    unified = unify(values)
    if unified is None:
        raise FunctionError("all arguments must have the same type")
    for value in unified:
        if value is not None and value != "":
            return value
    raise FunctionError("no non-null, non-empty-string arguments")


@FUNCTIONS.define("*vals: any?")
def coalescelist(*values: Data) -> Data:
    """The first list that is not empty."""
    if not values:
        raise FunctionError("at least one argument is required")
    if not all(value is None or is_sequence(value) for value in values):
        raise FunctionError("coalescelist arguments must be lists or tuples")
    for value in values:
        if value:
            return value
    raise FunctionError("no non-null arguments")


@FUNCTIONS.define("list: list(string)")
def compact(items: list[Data]) -> Data:
    """Without nulls and empty strings."""
    return [item for item in items if item is not None and item != ""]


@FUNCTIONS.define("*seqs: any")
def concat(*lists: Data) -> Data:
    """The elements of all lists in a row."""
    if not lists:
        raise FunctionError("at least one argument is required")
    result: list[Data] = []
    for items in lists:
        if not isinstance(items, list) or isinstance(items, TfSet):
            raise FunctionError("all arguments must be lists or tuples")
        result += items
        if len(result) > MAX_ELEMENTS:
            raise TooLargeError
    return result


@FUNCTIONS.define("list: any, value: any?")
def contains(items: Data, value: Data) -> Data:
    """Whether an element equals a value, of the same type."""
    if not isinstance(items, list):
        raise FunctionError("argument must be list, tuple, or set")
    return any(equal(item, value) for item in items)


@FUNCTIONS.define("list: list(any)")
def distinct(items: list[Data]) -> Data:
    """Without repeated elements, the first of each kept."""
    first = {identity(item): item for item in reversed(items)}
    return [first.pop(identity(item)) for item in items if identity(item) in first]


@FUNCTIONS.define("list: any, index: whole")
def element(items: Data, index: int) -> Data:
    """The element at an index, which starts again behind the end."""
    if not isinstance(items, list) or isinstance(items, TfSet):
        raise FunctionError("cannot read elements from anything but a list")
    if not items:
        raise FunctionError("cannot use element function with an empty list")
    return items[index % len(items)]


@FUNCTIONS.define("list: any")
def flatten(items: Data) -> Data:
    """The elements of the list and of all lists in it."""
    if not isinstance(items, list):
        raise FunctionError("can only flatten lists, sets and tuples")
    result: list[Data] = []
    _flatten(items, result)
    return result


def _flatten(items: list[Data], result: list[Data]) -> None:
    for item in items:
        if isinstance(item, list):
            _flatten(item, result)
        else:
            result.append(item)
        if len(result) > MAX_ELEMENTS:
            raise TooLargeError


@FUNCTIONS.define("list: any, value: any")
def index(items: Data, value: Data) -> Data:
    """The position of the first element that equals a value."""
    if not isinstance(items, list) or isinstance(items, TfSet):
        raise FunctionError("argument must be a list or tuple")
    if not items:
        raise FunctionError("cannot search an empty list")
    for position, item in enumerate(items):
        if equal(item, value):
            return position
    raise FunctionError("item not found")


@FUNCTIONS.define("value: any")
def length(value: Data) -> Data:
    """The number of elements, or of characters."""
    if isinstance(value, str):
        from obslint.terraform.functions.graphemes import graphemes

        return len(graphemes(value))
    if not isinstance(value, list | dict):
        raise FunctionError("argument must be a string, a collection type, or a structural type")
    return len(value)


@FUNCTIONS.define("*vals: any?")
def list_(*values: Data) -> Data:
    """The arguments as a list of one type; Terraform has dropped it."""
    unified = unify(values)
    if unified is None:
        raise FunctionError("all arguments must have the same type")
    return unified


@FUNCTIONS.define("values: list(any), keys: list(any), searchset: list(any)")
def matchkeys(values: list[Data], keys: list[Data], searched: list[Data]) -> Data:
    """The values whose keys are among those searched for."""
    unified = unify([*keys, *searched])
    if unified is None:
        raise FunctionError("keys and searchset must be of the same type")
    if len(values) != len(keys):
        raise FunctionError("length of keys and values should be equal")
    wanted = {identity(item) for item in unified[len(keys) :]}
    return [value for value, key in zip(values, unified, strict=False) if identity(key) in wanted]


@FUNCTIONS.define("list: any")
def one(items: Data) -> Data:
    """The only element of a list, null for an empty one."""
    if not isinstance(items, list) or len(items) > 1:
        raise FunctionError("must be a list, set, or tuple value with either zero or one elements")
    return items[0] if items else None


@FUNCTIONS.define("list: any")
def reverse(items: Data) -> Data:
    """The elements in reverse order."""
    if not isinstance(items, list):
        raise FunctionError("can only reverse list or tuple values")
    return list(reversed(items))


@FUNCTIONS.define("list: any, start_index: whole, end_index: whole")
def slice_(items: Data, start: int, end: int) -> Data:
    """The elements from a start up to an end, which is left out."""
    if isinstance(items, TfSet):
        raise FunctionError("cannot slice a set, because its elements do not have indices")
    if not isinstance(items, list):
        raise FunctionError("must be a list or tuple value")
    if not 0 <= start <= end <= len(items):
        raise FunctionError(f"start and end index must be in order and between 0 and {len(items)}")
    return items[start:end]


@FUNCTIONS.define("list: list(string)")
def sort(items: list[str | None]) -> Data:
    """The strings in lexical order."""
    strings = [item for item in items if item is not None]
    if len(strings) < len(items):
        raise FunctionError("a null string cannot be sorted")
    return [*sorted(strings)]


def is_sequence(value: Data) -> bool:
    """Whether a value is a list or tuple, not a set."""
    return isinstance(value, list) and not isinstance(value, TfSet)
