"""`format` and `formatlist`."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from obslint.terraform.functions.convert import as_bool, as_number, as_string, is_number
from obslint.terraform.functions.data import MAX_TEXT, Data, FunctionError, TooLargeError, UndecidedError
from obslint.terraform.functions.decimals import MAX_DIGITS, Number, binary, exponential, scientific, significant
from obslint.terraform.functions.graphemes import graphemes
from obslint.terraform.functions.json import encode
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()

_VERB = re.compile(
    r"%(?P<flags>[0#+\- ]*)(?P<width>[1-9]\d*)?(?:\.(?P<precision>\d*))?(?:\[(?P<index>[1-9]\d*)\])?(?P<mode>[a-zA-Z])", re.ASCII
)
_INTEGERS = {"b": "b", "d": "d", "o": "o", "x": "x", "X": "X"}
_PREFIXES = {"b": "0b", "d": "", "o": "0", "x": "0x", "X": "0X"}


@dataclass(frozen=True, slots=True)
class Verb:
    """One `%...` of a format. Width and precision are None when they are not given."""

    raw: str
    flags: str
    width: int | None
    precision: int | None
    mode: str


@FUNCTIONS.define("format: string, *args: any?")
def format_(template: str, *args: Data) -> Data:
    """A string made by a format like those of printf."""
    return render(template, args)


@FUNCTIONS.define("format: string, *args: any?")
def formatlist(template: str, *args: Data) -> Data:
    """One string for each row of the lists among the arguments; the other arguments are the same in all rows."""
    lengths = {len(arg) for arg in args if isinstance(arg, list)}
    if len(lengths) > 1:
        raise FunctionError("the lists have different lengths")
    rows: list[Data] = []
    size = 0
    for index in range(lengths.pop() if lengths else 1):
        text = render(template, [arg[index] if isinstance(arg, list) else arg for arg in args])
        size += len(text)
        if size > MAX_TEXT:
            raise TooLargeError
        rows.append(text)
    return rows


def render(template: str, args: Sequence[Data]) -> str:
    """A format filled in. All arguments must be used. Raises `FunctionError`."""
    parts: list[str] = []
    at = used = 0
    next_arg = 1
    while (start := template.find("%", at)) >= 0:
        parts.append(template[at:start])
        if template.startswith("%%", start):
            parts.append("%")
            at = start + 2
            continue
        found = _VERB.match(template, start)
        if found is None:
            raise FunctionError(f"invalid format string starting at offset {start}")
        number = int(found["index"]) if found["index"] else next_arg
        parts.append(_render_verb(_verb(found), start, number, args))
        used, next_arg, at = max(used, number), number + 1, found.end()
    if used < len(args):
        raise FunctionError(f"too many arguments; {f'only {used} used by format string' if used else 'no verbs in format string'}")
    return "".join([*parts, template[at:]])


def _verb(found: re.Match[str]) -> Verb:
    width, precision = found["width"], found["precision"]
    if max(len(width or ""), len(precision or "")) > 7:
        raise TooLargeError
    number = None if precision is None else int(precision or 0)
    return Verb(found[0], found["flags"], int(width) if width else None, number, found["mode"])


def _render_verb(verb: Verb, start: int, number: int, args: Sequence[Data]) -> str:
    where = f'"{verb.raw}" at {start}'
    if number > len(args):
        raise FunctionError(f"not enough arguments for {where}: need index {number} but have {len(args)} total")
    arg = args[number - 1]
    if arg is None and verb.mode != "v":
        raise FunctionError(f"unsupported value for {where}: null value cannot be formatted")
    if max(verb.width or 0, verb.precision or 0) > MAX_TEXT:
        raise TooLargeError
    try:
        return _formatted(verb, arg)
    except UndecidedError:
        raise
    except FunctionError as error:
        raise FunctionError(f"unsupported value for {where}: {error}") from error


def _formatted(verb: Verb, arg: Data) -> str:
    if verb.mode == "v":
        return _padded(verb, _as_is(verb, arg))
    if verb.mode == "t":
        return as_string(as_bool(arg))
    if verb.mode in _INTEGERS:
        return _integer(verb, as_number(arg))
    if verb.mode in {"e", "E", "f", "g", "G"}:
        return _float(verb, as_number(arg))
    if verb.mode in {"s", "q"}:
        text = as_string(arg)
        if verb.precision:
            text = "".join(graphemes(text)[: verb.precision])
        return _padded(verb, encode(text) if verb.mode == "q" else text)
    raise FunctionError(f"unsupported format verb '{verb.mode}'")


def _as_is(verb: Verb, arg: Data) -> str:
    if "#" not in verb.flags and isinstance(arg, str):
        return arg
    if "#" not in verb.flags and is_number(arg):
        return significant(as_number(arg), None)
    return encode(arg)


def _padded(verb: Verb, text: str) -> str:
    missing = (verb.width or 0) - len(graphemes(text))
    filling = ("0" if "0" in verb.flags else " ") * missing
    return text + filling if "-" in verb.flags else filling + text


def _integer(verb: Verb, number: Number) -> str:
    if not isinstance(number, int):
        raise FunctionError("an integer is required")
    if number.bit_length() > MAX_DIGITS:
        raise TooLargeError("the number")
    digits = format(abs(number), _INTEGERS[verb.mode]).rjust(verb.precision or 0, "0")
    prefix = _PREFIXES[verb.mode] if "#" in verb.flags else ""
    return _signed(verb, number < 0, prefix, digits, zeros=verb.precision is None)


def _float(verb: Verb, number: Number) -> str:
    if verb.precision is not None and verb.precision > MAX_DIGITS:
        raise TooLargeError
    lower = verb.mode.lower()
    if lower == "g":
        digits = significant(abs(number), None if verb.precision is None else verb.precision or 1)
    elif lower == "e":
        digits = exponential(*scientific(number, 6 if verb.precision is None else verb.precision))
    else:
        digits = _fixed(number, 6 if verb.precision is None else verb.precision)
    return _signed(verb, number < 0, "", digits.upper() if verb.mode.isupper() else digits, zeros=True)


def _fixed(number: Number, places: int) -> str:
    scaled = str(round(abs(binary(number)) * 10**places)).rjust(places + 1, "0")
    return f"{scaled[:-places]}.{scaled[-places:]}" if places else scaled


def _signed(verb: Verb, negative: bool, prefix: str, digits: str, *, zeros: bool) -> str:
    """Digits with sign and padding; zeros go between the sign and the digits."""
    sign = "-" if negative else "+" if "+" in verb.flags else " " if " " in verb.flags else ""
    missing = (verb.width or 0) - len(sign + prefix + digits)
    if "-" in verb.flags:
        return sign + prefix + digits + " " * missing
    if "0" in verb.flags and zeros:
        return sign + prefix + "0" * missing + digits
    return " " * missing + sign + prefix + digits
