"""Functions over regular expressions."""

import re

from obslint.terraform.functions.data import MAX_ELEMENTS, MAX_TEXT, Data, FunctionError, TooLargeError
from obslint.terraform.functions.regex.machine import Captures, Regex, compile_pattern
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()

_TEMPLATE = re.compile(r"\$(?:\$|(\w+)|\{(\w+)\})")


@FUNCTIONS.define("pattern: string, string: string")
def regex(pattern: str, text: str) -> Data:
    """The first match: its text, or its groups as a list, or its named groups as an object."""
    compiled = _compiled(pattern)
    if (found := compiled.search(text)) is None:
        raise FunctionError("pattern did not match any part of the given string")
    return _result(compiled, text, found)


@FUNCTIONS.define("pattern: string, string: string")
def regexall(pattern: str, text: str) -> Data:
    """All matches, each as `regex` gives it."""
    compiled = _compiled(pattern)
    results: list[Data] = []
    for found in compiled.find_all(text):
        results.append(_result(compiled, text, found))
        if len(results) * (len(compiled.names) + 1) > MAX_ELEMENTS:
            raise TooLargeError
    return results


def _compiled(pattern: str) -> Regex:
    compiled = compile_pattern(pattern)
    if any(compiled.names) and not all(compiled.names):
        raise FunctionError("invalid regexp pattern: cannot mix both named and unnamed capture groups")
    return compiled


def _result(compiled: Regex, text: str, found: Captures) -> Data:
    if not compiled.names:
        return text[found[0] : found[1]]
    groups: list[Data] = [_group(text, found, number) for number in range(1, len(compiled.names) + 1)]
    return dict(zip(compiled.names, groups, strict=True)) if compiled.names[0] else groups


def _group(text: str, found: Captures, number: int) -> str | None:
    start, end = found[2 * number], found[2 * number + 1]
    return None if start < 0 or end < 0 else text[start:end]


def replace_pattern(text: str, pattern: str, template: str) -> str:
    """Every match replaced by a template, in which `$1` and `${name}` stand for groups and `$$` for a dollar sign."""
    compiled = compile_pattern(pattern)
    parts: list[str] = []
    size = at = previous = 0
    while at <= len(text) and (found := compiled.search(text, at)) is not None:
        parts.append(text[previous : found[0]])
        if found[1] > previous or found[0] == 0:
            parts.append(_expand(template, compiled, text, found))
            size += len(parts[-1])
        if size > MAX_TEXT:
            raise TooLargeError
        previous = found[1]
        at = max(at + 1, found[1])
    return "".join([*parts, text[previous:]])


def _expand(template: str, compiled: Regex, text: str, found: Captures) -> str:
    """A template filled in; a group that there is not is empty."""

    def fill(reference: re.Match[str]) -> str:
        name = reference[1] or reference[2]
        if name is None:
            return "$"
        if name.isdecimal() and name.isascii():
            number = int(name) if len(name) < 9 else len(compiled.names) + 1
            return (_group(text, found, number) or "") if number <= len(compiled.names) else ""
        groups = (_group(text, found, number) for number, known in enumerate(compiled.names, 1) if known == name)
        return next((group for group in groups if group is not None), "")

    return _TEMPLATE.sub(fill, template)
