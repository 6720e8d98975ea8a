"""Shared by the tests of Terraform's functions: a case is a name, arguments, and the expected result or REFUSED."""

from obslint.terraform.functions import Data, FunctionError, TfSet, UndecidedError, call

REFUSED = object()
"""Terraform refuses the call."""

Case = tuple[str, list[Data], object]


def shape(value: Data) -> object:
    """A form that is equal only for values of equal types: 1, 1.0, True and "1" differ, and so do sets and lists."""
    if isinstance(value, list):
        return type(value), [shape(item) for item in value]
    if isinstance(value, dict):
        return {key: shape(item) for key, item in value.items()}
    return type(value), value


def check(case: Case) -> None:
    name, args, expected = case
    try:
        result = call(name, args, None)
    except UndecidedError as error:
        raise AssertionError(f"undecided: {error}") from error
    except FunctionError:
        if expected is not REFUSED:
            raise
        return
    assert expected is not REFUSED, f"gives {result!r}"
    assert shape(result) == shape(expected)


def show(case: object) -> str:
    name, args, _ = case
    return f"{name}({', '.join(map(repr, args))})".replace("\n", " ")[:90]


def literal(value: Data) -> str:
    """A value in Terraform's syntax."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        return '"' + "".join(_escaped(character) for character in value).replace("${", "$${").replace("%{", "%%{") + '"'
    if isinstance(value, dict):
        return "{" + ", ".join(f"({literal(key)}) = {literal(item)}" for key, item in value.items()) + "}"
    items = ", ".join(map(literal, value))
    return f"toset([{items}])" if isinstance(value, TfSet) else f"[{items}]"


def _escaped(character: str) -> str:
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
    if character in short:
        return short[character]
    return character if " " <= character < "\x7f" else f"\\U{ord(character):08X}"
