"""Functions over maps and objects."""

from obslint.terraform.functions.collection import is_sequence
from obslint.terraform.functions.convert import as_string, unify
from obslint.terraform.functions.data import Data, FunctionError
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()


@FUNCTIONS.define("inputMap: any")
def keys(fields: Data) -> Data:
    """The keys in lexical order."""
    if not isinstance(fields, dict):
        raise FunctionError("must have map or object type")
    return [*sorted(fields)]


@FUNCTIONS.define("mapping: any")
def values(fields: Data) -> Data:
    """The values in the order of their keys."""
    if not isinstance(fields, dict):
        raise FunctionError("values() requires a map as the first argument")
    return [fields[key] for key in sorted(fields)]


@FUNCTIONS.define("inputMap: any, key: string, *default: any?")
def lookup(fields: Data, key: str, *default: Data) -> Data:
    """The value of a key, or a default, which is given as it is."""
    if len(default) > 1:
        raise FunctionError(f"lookup() takes two or three arguments, got {len(default) + 2}")
    if not isinstance(fields, dict):
        raise FunctionError("lookup() requires a map as the first argument")
    if key not in fields and not default:
        raise FunctionError(f'lookup failed to find key "{key}"')
    return fields[key] if key in fields else default[0]


@FUNCTIONS.define("*vals: any?")
def map_(*values: Data) -> Data:
    """A map of keys and values in turn; Terraform has dropped it."""
    if len(values) % 2:
        raise FunctionError("map requires an even number of arguments")
    unified = unify(values[1::2])
    if unified is None:
        raise FunctionError("all map values must have the same type")
    return dict(zip(map(as_string, values[::2]), unified, strict=True))


@FUNCTIONS.define("*maps: any?")
def merge(*maps: Data) -> Data:
    """All maps in one; later ones win, null counts for nothing."""
    result: dict[str, Data] = {}
    for fields in maps:
        if fields is not None and not isinstance(fields, dict):
            raise FunctionError("arguments must be maps or objects")
        result |= fields or {}
    return result


@FUNCTIONS.define("values: map(list(string))")
def transpose(fields: dict[str, list[str | None] | None]) -> Data:
    """A map of lists of strings turned round: from each string to the keys it stood under."""
    found: dict[str, list[str]] = {}
    for key in sorted(fields):
        items = fields[key]
        if items is None or None in items:
            raise FunctionError(f'cannot use null under "{key}"')
        for item in items:
            found.setdefault(str(item), []).append(key)
    return {key: [*found[key]] for key in sorted(found)}


@FUNCTIONS.define("keys: list(string), values: any")
def zipmap(names: list[str | None], items: Data) -> Data:
    """A map of a list of keys and a list of values."""
    if not isinstance(items, list) or not is_sequence(items):
        raise FunctionError("values argument must be a list or tuple value")
    if len(names) != len(items):
        raise FunctionError(f"number of keys ({len(names)}) does not match number of values ({len(items)})")
    if None in names:
        raise FunctionError(f"keys list has null value at index {names.index(None)}")
    return {str(name): item for name, item in zip(names, items, strict=True)}
