"""`jsonencode` and `jsondecode`."""

from collections.abc import Iterator

from obslint.terraform.functions.data import MAX_TEXT, Data, FunctionError, TooLargeError
from obslint.terraform.functions.decimals import Number, number_text, parse_number
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()

_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


@FUNCTIONS.define("val: any?")
def jsonencode(value: Data) -> Data:
    """JSON text without white space, keys in order; `<`, `>` and `&` are escaped."""
    return encode(value)


@FUNCTIONS.define("str: string")
def jsondecode(text: str) -> Data:
    """The value that JSON text describes."""
    import json

    try:
        value: Data = json.loads(text, parse_int=_number, parse_float=_number, parse_constant=_refuse, object_pairs_hook=_object)
    except ValueError as error:
        raise FunctionError(f"invalid JSON: {error}") from error
    return _repaired(value)


def encode(value: Data) -> str:
    """The JSON text of a value as Terraform writes it."""
    parts: list[str] = []
    size = 0
    for part in _encoded(value):
        parts.append(part)
        size += len(part)
        if size > MAX_TEXT:
            raise TooLargeError
    return "".join(parts)


def quote(text: str) -> str:
    """A JSON string as Go writes it."""
    import json

    return json.dumps(text, ensure_ascii=False).translate(_ESCAPES)


def _encoded(value: Data) -> Iterator[str]:
    if value is None:
        yield "null"
    elif isinstance(value, bool):
        yield "true" if value else "false"
    elif isinstance(value, int | float):
        yield number_text(value)
    elif isinstance(value, str):
        yield quote(value)
    elif isinstance(value, dict):
        yield "{"
        for index, key in enumerate(sorted(value)):
            yield f"{',' if index else ''}{quote(key)}:"
            yield from _encoded(value[key])
        yield "}"
    else:
        yield "["
        for index, item in enumerate(value):
            if index:
                yield ","
            yield from _encoded(item)
        yield "]"


def _number(text: str) -> Number:
    if (number := parse_number(text)) is None:
        raise FunctionError(f"invalid JSON: invalid number {text}")
    return number


def _refuse(word: str) -> Data:
    raise FunctionError(f"invalid JSON: {word} is not a value")


def _object(pairs: list[tuple[str, Data]]) -> Data:
    from obslint.terraform.functions.convert import type_name

    result: dict[str, Data] = {}
    for key, value in pairs:
        if key in result and type_name(result[key]) != type_name(value):
            raise FunctionError(f'duplicate "{key}" property in JSON object')
        result[key] = value
    return result


def _repaired(value: Data) -> Data:
    """The value with halves of surrogate pairs replaced, as Go does."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if not value.isascii() else value
    if isinstance(value, list):
        return [_repaired(item) for item in value]
    if isinstance(value, dict):
        return {str(_repaired(key)): _repaired(item) for key, item in value.items()}
    return value
