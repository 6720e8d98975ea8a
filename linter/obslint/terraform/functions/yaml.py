"""`yamldecode` and `yamlencode`, after go-cty-yaml: YAML 1.1 with the scalars of 1.2's core schema and a few more."""

import re
from typing import TYPE_CHECKING

from obslint.terraform.functions.convert import as_string
from obslint.terraform.functions.data import MAX_ELEMENTS, Data, FunctionError, TooLargeError, UndecidedError
from obslint.terraform.functions.decimals import parse_number
from obslint.terraform.functions.signature import Family
from obslint.terraform.functions.yamltext import emit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ruamel.yaml.events import Event, MappingStartEvent, ScalarEvent, SequenceStartEvent

FUNCTIONS = Family()

_TAG = "tag:yaml.org,2002:"
_WORDS: dict[str, Data] = {
    **dict.fromkeys(("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"), True),
    **dict.fromkeys(("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
}
_INFINITE = frozenset(f"{sign}.{word}" for sign in ("", "+", "-") for word in ("inf", "Inf", "INF"))
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|(?P<octal>0o[0-7]+)|(?P<hex>0x[0-9a-fA-F]+)")
_DATE = re.compile(
    r"(\d{4})-(\d\d?)-(\d\d?)(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)| (\d\d?):(\d\d?):(\d\d?)(?:\.\d+)?)?",
    re.ASCII,
)


@FUNCTIONS.define("value: any?")
def yamlencode(value: Data) -> Data:
    """YAML in block style with quoted strings, keys in order."""
    return emit(value)


@FUNCTIONS.define("src: string")
def yamldecode(text: str) -> Data:
    """The value of the one document in a YAML text."""
    from ruamel.yaml.error import YAMLError

    try:
        try:
            return _Reader(_events(text)).document()
        except YAMLError as error:
            if getattr(error, "problem", None) != "found unexpected ':'":
                raise
            return _Reader(_plain_events(text)).document()  # the old libyaml knows no [http://a] in flow style, Terraform's does
    except YAMLError as error:
        raise FunctionError(f"invalid YAML: {getattr(error, 'problem', None) or error}") from error


def _events(text: str) -> "Iterator[Event]":
    """The events of libyaml, or of ruamel's own parser where there is no libyaml."""
    try:
        from _ruamel_yaml import CParser
    except ImportError:
        yield from _plain_events(text)
        return
    parser = CParser(text.encode())
    while parser.check_event():
        yield parser.get_event()


def _plain_events(text: str) -> "Iterator[Event]":
    from ruamel.yaml import YAML

    yield from YAML(pure=True).parse(text)


class _Reader:
    """Builds values from events."""

    def __init__(self, events: "Iterator[Event]") -> None:
        self._events = events
        self._anchors: dict[str, Data] = {}
        self._pending: set[str] = set()
        self._count = 0

    def document(self) -> Data:
        from ruamel.yaml.events import DocumentEndEvent, DocumentStartEvent, StreamEndEvent

        next(self._events)
        start = next(self._events)
        if not isinstance(start, DocumentStartEvent):
            raise FunctionError("missing start of document")
        if start.version not in {None, (1, 1)}:
            raise FunctionError("found incompatible YAML document")
        value = self._value(next(self._events))
        if not isinstance(next(self._events), DocumentEndEvent) or not isinstance(next(self._events), StreamEndEvent):
            raise FunctionError("unexpected extra content after value")
        return value

    def _value(self, event: "Event") -> Data:
        from ruamel.yaml.events import AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent

        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise TooLargeError
        anchor: str | None = getattr(event, "anchor", None)
        if isinstance(event, AliasEvent):
            return self._alias(anchor or "")
        if anchor:
            self._pending.add(anchor)
        value: Data = None
        if isinstance(event, ScalarEvent):
            value = scalar(event)
            if event.style in {"|", ">"} and not event.tag and value is not None:
                value = as_string(value)
        elif isinstance(event, SequenceStartEvent):
            value = self._sequence(event)
        elif isinstance(event, MappingStartEvent):
            value = self._mapping(event)
        if anchor:
            self._pending.discard(anchor)
            self._anchors[anchor] = value
        return value

    def _alias(self, anchor: str) -> Data:
        if anchor in self._pending:
            raise FunctionError(f'cannot refer to anchor "{anchor}" from inside its own definition')
        if anchor not in self._anchors:
            raise FunctionError(f'reference to undefined anchor "{anchor}"')
        return self._anchors[anchor]

    def _sequence(self, event: "SequenceStartEvent") -> Data:
        from ruamel.yaml.events import SequenceEndEvent

        if event.tag and str(event.tag) != f"{_TAG}seq":
            raise FunctionError(f"can't interpret sequence as {event.tag}")
        items: list[Data] = []
        while not isinstance(following := next(self._events), SequenceEndEvent):
            items.append(self._value(following))
        return items

    def _mapping(self, event: "MappingStartEvent") -> Data:
        from ruamel.yaml.events import MappingEndEvent, ScalarEvent

        if event.tag and str(event.tag) != f"{_TAG}map":
            raise FunctionError(f"can't interpret mapping as {event.tag}")
        fields: dict[str, Data] = {}
        while not isinstance(following := next(self._events), MappingEndEvent):
            if not isinstance(following, ScalarEvent):
                raise FunctionError("only strings are allowed as mapping keys")
            if (not following.tag and following.value == "<<") or str(following.tag) == f"{_TAG}merge":
                fields |= _merged(self._value(next(self._events)))
                continue
            if (key := scalar(following)) is None:
                raise FunctionError("mapping key cannot be null")
            fields[as_string(key)] = self._value(next(self._events))
        return fields


def _merged(value: Data) -> dict[str, Data]:
    """What `<<: value` adds to a mapping."""
    result: dict[str, Data] = {}
    for fields in value if isinstance(value, list) else [value]:
        if not isinstance(fields, dict):
            raise FunctionError("only mappings can be merged into a mapping")
        result |= fields
    return result


def scalar(event: "ScalarEvent") -> Data:
    """The value of a scalar by its tag, its style and its text."""
    text, tag = str(event.value), str(event.tag or "").removeprefix(_TAG)
    if tag not in {"", "str", "bool", "int", "float", "null", "timestamp", "binary"}:
        raise FunctionError(f'unsupported tag "{event.tag}"')
    if tag in {"str", "binary"} or event.style in {"'", '"'}:
        return _text(text, tag)
    if text in _WORDS:
        return _WORDS[text]
    if text in _INFINITE:
        raise UndecidedError("infinity is not supported here")
    if not tag and text in {".nan", ".NaN", ".NAN"}:
        raise FunctionError("floating point NaN is not supported")
    if tag in {"", "timestamp"} and (found := _DATE.fullmatch(text)) is not None and (time := _time(found)) is not None:
        return time
    if (found := _NUMBER.fullmatch(text)) is not None:
        return _number(found)
    if tag in {"bool", "int", "float", "timestamp"}:
        raise FunctionError(f'cannot parse "{text}" as {tag}')
    return None if tag == "null" else text


def _text(text: str, tag: str) -> Data:
    if tag == "binary":
        from obslint.terraform.functions.encoding import from_base64

        from_base64(text)
    return text


def _number(found: re.Match[str]) -> Data:
    if found["octal"] or found["hex"]:
        value = int(found[0], 0)
        if value >= 2**64:
            raise FunctionError(f'cannot parse "{found[0]}" as int')
        return value
    return parse_number(found[0])


def _time(found: re.Match[str]) -> str | None:
    """A time in RFC 3339, or None when there is no such date."""
    from obslint.terraform.functions.dates import parse_time, rfc3339

    year, month, day, *times = found.groups()
    zone = times[3] or "Z"
    hour, minute, second = (times[0] or times[4] or "0", times[1] or times[5] or "0", times[2] or times[6] or "0")
    try:
        return rfc3339(parse_time(f"{year}-{month:0>2}-{day:0>2}T{hour:0>2}:{minute:0>2}:{second:0>2}{zone}")[0])
    except FunctionError:
        return None
