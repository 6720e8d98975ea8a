"""`csvdecode`, as strict about quotes as Go's reader."""

from collections.abc import Iterator

from obslint.terraform.functions.data import MAX_ELEMENTS, Data, FunctionError, TooLargeError
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()


@FUNCTIONS.define("str: string")
def csvdecode(text: str) -> Data:
    """One object of strings for each line after the header."""
    records = _records(text)
    header = next(records, None)
    if header is None:
        raise FunctionError("missing header line")
    if repeated := next((name for index, name in enumerate(header[1]) if name in header[1][:index]), None):
        raise FunctionError(f'duplicate column name "{repeated}"')
    rows: list[Data] = []
    for line, fields in records:
        if len(fields) != len(header[1]):
            raise FunctionError(f"CSV parse error on line {line}: wrong number of fields")
        rows.append(dict(zip(header[1], fields, strict=True)))
        if len(rows) * len(fields) > MAX_ELEMENTS:
            raise TooLargeError
    return rows


def _records(text: str) -> Iterator[tuple[int, list[str]]]:
    """The fields of each record, with the number of its first line."""
    lines = iter(enumerate(_lines(text), 1))
    for number, line in lines:
        if line != "\n":
            yield number, list(_fields(line, number, lines))


def _lines(text: str) -> list[str]:
    """The lines with a plain newline at their end, the last one perhaps without."""
    lines = text.replace("\r\n", "\n").split("\n")
    last = lines.pop().removesuffix("\r")
    return [f"{line}\n" for line in lines] + ([last] if last else [])


def _fields(line: str, number: int, lines: Iterator[tuple[int, str]]) -> Iterator[str]:
    """The fields of a record that starts with a line; a quoted one may take further lines."""
    rest: str | None = line
    while rest is not None:
        if rest.startswith('"'):
            field, rest = _quoted(rest[1:], number, lines)
        else:
            field, comma, _ = rest.removesuffix("\n").partition(",")
            if '"' in field:
                raise FunctionError(f'CSV parse error on line {number}: bare " in non-quoted-field')
            rest = rest[len(field) + 1 :] if comma else None
        yield field


def _quoted(rest: str, number: int, lines: Iterator[tuple[int, str]]) -> tuple[str, str | None]:
    """A quoted field behind its opening quote, and what follows its comma, None at the end of the record."""
    field = ""
    while True:
        before, quote, behind = rest.partition('"')
        field += before
        if not quote:
            number, rest = next(lines, (number, ""))
            if not rest:
                raise FunctionError(f'CSV parse error on line {number}: extraneous or missing " in quoted-field')
        elif behind.startswith('"'):
            field += '"'
            rest = behind[1:]
        elif behind.startswith(","):
            return field, behind[1:]
        elif behind in {"", "\n"}:
            return field, None
        else:
            raise FunctionError(f'CSV parse error on line {number}: extraneous or missing " in quoted-field')
