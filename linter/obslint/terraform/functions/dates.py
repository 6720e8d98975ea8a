"""Functions over times, which are RFC 3339 texts."""

import re
from datetime import UTC, datetime, timedelta, timezone
from fractions import Fraction

from obslint.terraform.functions.data import Data, FunctionError, UndecidedError
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()

_TIME = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(?:Z|([+-])(\d\d):(\d\d))",
    re.ASCII,
)
_DURATION = re.compile(r"(\d*)(?:\.(\d*))?([a-zµμ]+)", re.ASCII)
_NANOSECONDS = {"ns": 1, "us": 10**3, "µs": 10**3, "μs": 10**3, "ms": 10**6, "s": 10**9, "m": 60 * 10**9, "h": 3600 * 10**9}
_TOKEN = re.compile(r"''|'(?:[^']|'')*'|'.*|([a-zA-Z])\1*|[^'a-zA-Z]+", re.DOTALL)
_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@FUNCTIONS.define("format: string, time: string")
def formatdate(form: str, time: str) -> Data:
    """A time in another format, such as `DD MMM YYYY hh:mm ZZZ`."""
    moment, _ = parse_time(time)
    return "".join(_formatted(found[0], moment) for found in _TOKEN.finditer(form))


@FUNCTIONS.define("timestamp: string, duration: string")
def timeadd(timestamp: str, duration: str) -> Data:
    """A time after or before another by a duration such as `1h30m`."""
    moment, nanoseconds = parse_time(timestamp)
    seconds = (nanoseconds + _duration(duration)) // 10**9
    try:
        return rfc3339(moment + timedelta(seconds=seconds))
    except OverflowError as error:
        raise UndecidedError("years outside 1 to 9999 are not supported here") from error


@FUNCTIONS.define("timestamp_a: string, timestamp_b: string")
def timecmp(first: str, second: str) -> Data:
    """-1, 0 or 1 as the first time is before, at or after the second."""
    one, other = parse_time(first), parse_time(second)
    return (one > other) - (one < other)


def parse_time(text: str) -> tuple[datetime, int]:
    """A time to the second, and its nanoseconds. Raises `FunctionError`."""
    found = _TIME.fullmatch(text)
    if found is None:
        raise FunctionError(f'not a valid RFC3339 timestamp: "{text}"')
    sign, hours, minutes = found[8], int(found[9] or 0), int(found[10] or 0)
    if hours > 23 or minutes > 59:
        raise FunctionError(f'not a valid RFC3339 timestamp: "{text}" has no valid UTC offset')
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if sign == "-" else 1)
    if found[1] == "0000":
        raise UndecidedError("years outside 1 to 9999 are not supported here")
    try:
        year, month, day, hour, minute, second = (int(part) for part in found.groups()[:6])
        moment = datetime(year, month, day, hour, minute, second, tzinfo=timezone(offset) if offset else UTC)
    except ValueError as error:
        raise FunctionError(f'not a valid RFC3339 timestamp: "{text}": {error}') from error
    return moment, int((found[7] or ".0")[1:10].ljust(9, "0"))


def rfc3339(moment: datetime) -> str:
    """A time to the second."""
    return f"{moment.replace(tzinfo=None).isoformat()}{_offset(moment, ':') if moment.utcoffset() else 'Z'}"


def _duration(text: str) -> int:
    """A duration in nanoseconds, as Go reads it. Raises `FunctionError`."""
    unsigned = text[1:] if text[:1] in {"+", "-"} else text
    if unsigned == "0":
        return 0
    total = Fraction(0)
    at = 0
    while at < len(unsigned) or not unsigned:
        found = _DURATION.match(unsigned, at)
        if found is None or not (found[1] or found[2]):
            raise FunctionError(f'invalid duration "{text}"')
        if found[3] not in _NANOSECONDS:
            raise FunctionError(f'unknown unit "{found[3]}" in duration "{text}"')
        digits = f"{found[1]}{found[2] or ''}"
        if len(digits) > 40:
            raise FunctionError(f'invalid duration "{text}"')
        total += int(Fraction(int(digits), 10 ** len(found[2] or "")) * _NANOSECONDS[found[3]])
        at = found.end()
    if total >= 2**63:
        raise FunctionError(f'invalid duration "{text}"')
    return int(-total if text.startswith("-") else total)


def _formatted(piece: str, moment: datetime) -> str:
    if piece.startswith("'"):
        if len(piece) == 1 or not piece.endswith("'"):
            raise FunctionError("unterminated literal '")
        return "'" if piece == "''" else piece[1:-1].replace("''", "'")
    if not piece[0].isalpha() or not piece[0].isascii():
        return piece
    forms = _forms(piece[0], moment)
    if len(piece) not in forms:
        raise FunctionError(f'invalid date format verb "{piece}"')
    return forms[len(piece)]


def _forms(letter: str, moment: datetime) -> dict[int, str]:
    """What a letter means, by how often it is repeated."""
    if letter == "Y":
        return {2: f"{moment.year % 100:02d}", 4: f"{moment.year:04d}"}
    if letter == "M":
        name = _MONTHS[moment.month - 1]
        return {**_number(moment.month), 3: name[:3], 4: name}
    if letter == "E":
        name = _DAYS[moment.weekday()]
        return {3: name[:3], 4: name}
    if letter in {"A", "a"}:
        half = "PM" if moment.hour >= 12 else "AM"
        return {2: half if letter == "A" else half.lower()}
    if letter == "Z":
        colon, plain = _offset(moment, ":"), _offset(moment, "")
        zulu = not moment.utcoffset()
        return {1: "Z" if zulu else colon, 3: "UTC" if zulu else plain, 4: plain, 5: colon}
    numbers = {"D": moment.day, "h": moment.hour, "H": moment.hour % 12 or 12, "m": moment.minute, "s": moment.second}
    return _number(numbers[letter]) if letter in numbers else {}


def _number(value: int) -> dict[int, str]:
    return {1: str(value), 2: f"{value:02d}"}


def _offset(moment: datetime, separator: str) -> str:
    minutes = int((moment.utcoffset() or timedelta()).total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}{separator}{abs(minutes) % 60:02d}"
