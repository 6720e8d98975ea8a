"""Explicit conversions."""

from obslint.terraform.functions.convert import BOOL, NUMBER, STRING, Type, convert, type_name
from obslint.terraform.functions.data import Data, FunctionError, UndecidedError
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()

_ANY = Type("any")


@FUNCTIONS.define("v: any?")
def tostring(value: Data) -> Data:
    """A string."""
    return _to(value, STRING)


@FUNCTIONS.define("v: any?")
def tonumber(value: Data) -> Data:
    """A number."""
    return _to(value, NUMBER)


@FUNCTIONS.define("v: any?")
def tobool(value: Data) -> Data:
    """A bool."""
    return _to(value, BOOL)


@FUNCTIONS.define("v: any?")
def tolist(value: Data) -> Data:
    """A list of one type."""
    return _to(value, Type("list", _ANY))


@FUNCTIONS.define("v: any?")
def toset(value: Data) -> Data:
    """A set of one type."""
    return _to(value, Type("set", _ANY))


@FUNCTIONS.define("v: any?")
def tomap(value: Data) -> Data:
    """A map of one type."""
    return _to(value, Type("map", _ANY))


@FUNCTIONS.define("value: any?")
def sensitive(value: Data) -> Data:
    """The value; that it is sensitive is not followed."""
    return value


@FUNCTIONS.define("value: any?")
def nonsensitive(value: Data) -> Data:
    """The value."""
    return value


def _to(value: Data, wanted: Type) -> Data:
    try:
        return convert(value, wanted)
    except UndecidedError:
        raise
    except FunctionError as error:
        given = f'"{value}"' if isinstance(value, str) and len(value) < 80 else type_name(value)
        raise FunctionError(f"cannot convert {given} to {wanted}") from error
