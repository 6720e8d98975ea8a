"""OpenTofu's assumptions: functions that give their first argument, or fail when the assumption does not hold."""

from obslint.terraform.functions.data import Data, FunctionError, equal
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()


@FUNCTIONS.define("actual_value: any?, expected_value: any?")
def assumeequal(actual: Data, expected: Data) -> Data:
    """The expected value."""
    _check(equal(actual, expected))
    return expected


@FUNCTIONS.define("value: any?")
def assumenotnull(value: Data) -> Data:
    """A value that is not null."""
    _check(value is not None)
    return value


@FUNCTIONS.define("value: string?, prefix: string")
def assumestringprefix(value: str | None, prefix: str) -> Data:
    """A string with a prefix."""
    _check(value is not None and value.startswith(prefix))
    return value


@FUNCTIONS.define("value: map(any)?, min: whole, max: whole", "assumemaplength")
@FUNCTIONS.define("value: set(any)?, min: whole, max: whole", "assumesetlength")
@FUNCTIONS.define("value: list(any)?, min: whole, max: whole", "assumelistlength")
def _between(value: list[Data] | dict[str, Data] | None, least: int, most: int) -> Data:
    """A collection with a length in bounds."""
    _check(value is not None and least <= len(value) <= most)
    return value


@FUNCTIONS.define("value: map(any)?, min: whole", "assumemaplengthmin")
@FUNCTIONS.define("value: set(any)?, min: whole", "assumesetlengthmin")
@FUNCTIONS.define("value: list(any)?, min: whole", "assumelistlengthmin")
def _at_least(value: list[Data] | dict[str, Data] | None, least: int) -> Data:
    """A collection that is long enough."""
    _check(value is not None and len(value) >= least)
    return value


@FUNCTIONS.define("value: map(any)?, max: whole", "assumemaplengthmax")
@FUNCTIONS.define("value: set(any)?, max: whole", "assumesetlengthmax")
@FUNCTIONS.define("value: list(any)?, max: whole", "assumelistlengthmax")
def _at_most(value: list[Data] | dict[str, Data] | None, most: int) -> Data:
    """A collection that is short enough."""
    _check(value is not None and len(value) <= most)
    return value


def _check(holds: bool) -> None:
    if not holds:
        raise FunctionError("assumption was not upheld")
