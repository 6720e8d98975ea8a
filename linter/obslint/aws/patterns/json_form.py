"""Reads patterns for JSON events: `{ ($.eventName = "X") && ($.errorCode NOT EXISTS) }`."""

import re
from collections.abc import Callable
from typing import get_args

from obslint.aws.patterns.scanner import Scanner
from obslint.aws.patterns.syntax import All, Compare, Condition, Either, Is, JsonPattern, Selector, State

MAX_DEPTH = 50
_BARE = re.compile(r"[^\s()&|{}\"%=!<>]+")
_MEMBER = re.compile(r"\.([^\s.()\[\]&|{}=!<>\"']+)")
_BRACKET = re.compile(r"""\.?\[\s*(?:(\d+)|(\*)|(["'])((?:(?!\3).)+)\3)\s*\]""")
_STATES = tuple((state, re.compile(r"\s+".join(state.split()) + r"(?!\w)")) for state in get_args(State))


def read_json_form(scanner: Scanner) -> JsonPattern:
    """A pattern in braces."""
    scanner.expect("{")
    condition = chain(scanner, lambda: _unit(scanner, 0))
    scanner.expect("}")
    return JsonPattern(condition)


def chain(scanner: Scanner, unit: "Callable[[], Condition]") -> Condition:
    """Conditions with `&&` and `||` between them; the first binds closer."""
    found = [_run(scanner, unit)]
    while scanner.take("||"):
        found.append(_run(scanner, unit))
    return found[0] if len(found) == 1 else Either(tuple(found))


def _run(scanner: Scanner, unit: "Callable[[], Condition]") -> Condition:
    found = [unit()]
    while scanner.take("&&"):
        found.append(unit())
    return found[0] if len(found) == 1 else All(tuple(found))


def _unit(scanner: Scanner, depth: int) -> Condition:
    if not scanner.take("("):
        return _comparison(scanner)
    if depth > MAX_DEPTH:
        scanner.fail("parentheses are nested too deeply")
    condition = chain(scanner, lambda: _unit(scanner, depth + 1))
    scanner.expect(")")
    return condition


def _comparison(scanner: Scanner) -> Compare | Is:
    selector = _selector(scanner)
    scanner.skip()
    for state, form in _STATES:
        if scanner.match(form):
            return Is(selector, state)
    return Compare(selector, scanner.operator(), scanner.value(_BARE))


def _selector(scanner: Scanner) -> Selector:
    scanner.expect("$")
    steps: list[str | int | None] = []
    while True:
        if found := scanner.match(_BRACKET):
            number, anything, _, name = found.groups()
            steps.append(int(number) if number else None if anything else name)
        elif found := scanner.match(_MEMBER):
            steps.append(found.group(1))
        else:
            break
    if not steps:
        scanner.fail("a member is missing after $")
    return Selector(tuple(steps))
