"""Event patterns as a structure, and which events can pass them."""

import json
from typing import Any

import pytest

from obslint.aws.attribute import Attribute
from obslint.aws.events.matchers import MISSING
from obslint.aws.events.patterns import EventClass, event_match_possible, event_pattern_of
from obslint.model import Known, PlainFields, Reference, Resource, Symbolic, Value
from obslint.source import Place, SourceFile, Span

FILE = SourceFile("a.json", "{}")
PLACE = Place(FILE, Span(0, 1))
RESOURCE = Resource("a", "AWS::Events::Rule", "cloudformation", PlainFields({}), PLACE, PLACE)
NAME = ("detail", "name")


def attribute(value: Value) -> Attribute:
    return Attribute(RESOURCE, ("EventPattern",), value, PLACE, True, None)


def passes(pattern: Any, fields: dict[tuple[str, ...], tuple[Any, ...]]) -> bool | None:
    found = event_pattern_of(attribute(Known(json.dumps(pattern), place=PLACE)))
    return event_match_possible(found, EventClass(fields)).known


@pytest.mark.parametrize(
    ("matcher", "passing", "stopped"),
    [
        ("a", "a", "A"),
        (7, 7, "7"),
        (True, True, "true"),
        (None, None, "null"),
        ({"prefix": "ab"}, "abc", "xab"),
        ({"suffix": ".png"}, "a.png", "a.jpg"),
        ({"prefix": {"equals-ignore-case": "AB"}}, "abc", "xab"),
        ({"equals-ignore-case": "Ab"}, "aB", "abc"),
        ({"wildcard": "a*c"}, "abbc", "abcd"),
        ({"wildcard": "a\\*c"}, "a*c", "abc"),
        ({"anything-but": "a"}, "b", "a"),
        ({"anything-but": ["a", "b"]}, "c", "b"),
        ({"anything-but": {"prefix": "init"}}, "done", "initial"),
        ({"anything-but": {"suffix": ["x", "y"]}}, "z", "ay"),
        ({"numeric": [">=", 7, "<", 8]}, 7.5, 8),
        ({"numeric": ["=", 7]}, 7, "7"),
        ({"cidr": "10.0.0.0/24"}, "10.0.0.9", "10.0.1.9"),
        ({"exists": True}, "a", MISSING),
        ({"exists": False}, MISSING, "a"),
    ],
)
def test_a_matcher_lets_through_what_it_says(matcher: Any, passing: Any, stopped: Any) -> None:
    assert passes({"detail": {"name": [matcher]}}, {NAME: (passing,)}) is True
    assert passes({"detail": {"name": [matcher]}}, {NAME: (stopped,)}) is False
    assert passes({"detail": {"name": ["other", matcher]}}, {NAME: (stopped, passing)}) is True


def test_fields_of_which_nothing_is_known_stop_nothing() -> None:
    assert passes({"detail": {"name": ["a"], "size": [{"numeric": [">", 1]}]}}, {NAME: ("a",)}) is True
    assert passes({"source": ["x"]}, {NAME: ("a",)}) is True


def test_alternatives_are_tried_one_by_one() -> None:
    pattern = {"source": ["aws.s3"], "$or": [{"detail": {"name": ["a"]}}, {"detail": {"kind": ["b"]}}]}
    assert passes(pattern, {NAME: ("z",), ("detail", "kind"): ("b",)}) is True
    assert passes(pattern, {NAME: ("z",), ("detail", "kind"): ("c",)}) is False
    assert passes(pattern, {NAME: ("a",), ("source",): ("aws.ec2",)}) is False


def test_an_unknown_matcher_is_a_doubt() -> None:
    assert passes({"detail": {"name": [{"sounds-like": "a"}]}}, {NAME: ("a",)}) is None


def test_what_is_not_known_of_a_pattern_is_a_doubt_unless_the_rest_decides() -> None:
    text = Symbolic(('{"source": ["aws.s3"], "detail": {"name": ["', Reference("var.name"), '-x"]}}'), place=PLACE)
    pattern = event_pattern_of(attribute(text))
    assert event_match_possible(pattern, EventClass({NAME: ("a-x",)})).known is None
    assert event_match_possible(pattern, EventClass({NAME: ("a-y",)})).known is False
    assert event_match_possible(pattern, EventClass({("source",): ("aws.ec2",)})).known is False
    assert pattern.texts(("source",)) == ("aws.s3",)
    assert pattern.texts(NAME) is None


def test_text_that_is_no_pattern_is_a_doubt() -> None:
    for text in ("{", "[]", '"a"'):
        pattern = event_pattern_of(attribute(Known(text, place=PLACE)))
        assert event_match_possible(pattern, EventClass({NAME: ("a",)})).known is None
        assert pattern.texts(NAME) is None
