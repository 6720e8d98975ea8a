"""Filter patterns of CloudWatch Logs: read, printed, and asked whether they match an event."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obslint.aws.patterns.matching import MISSING, Event, fits, holds, matches_event
from obslint.aws.patterns.reading import read_pattern
from obslint.aws.patterns.syntax import (
    All,
    Column,
    ColumnPattern,
    Compare,
    Condition,
    Either,
    Is,
    JsonPattern,
    Malformed,
    Regex,
    Selector,
    Term,
    TermPattern,
    Text,
    conditions,
)  # fmt: skip
from obslint.aws.watched_events import KEY_DELETION, ROOT_USAGE, UNAUTHORIZED_CALLS, VPC_CHANGES
from obslint.aws.watched_samples import unwanted, wanted

CALL = Event("a call", {"eventName": "DeleteTrail", "errorCode": MISSING, "readOnly": False, "count": 3, "none": None})


def matched(pattern: str, event: Event = CALL) -> bool | None:
    found = read_pattern(pattern)
    assert not isinstance(found, Malformed), found
    return matches_event(found, event).known


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("{ $.eventName = DeleteTrail }", True),
        ('{ $.eventName = "DeleteTrail" }', True),
        ("{ $.eventName = Delete* }", True),
        ('{ $.eventName = "*Trail" }', True),
        ("{ $.eventName = Delete }", False),
        ("{ $.eventName = deletetrail }", False),
        ("{$.eventName!=Stop*}", True),
        ("{ $.eventName = %^Delete[A-Z]% }", True),
        ("{ $.eventName = %^Stop% }", False),
        ("{ $.eventName = %[% }", None),
        ("{ $.errorCode NOT EXISTS }", True),
        ("{ $.eventName NOT EXISTS }", False),
        ("{ $.errorCode = * }", False),
        ("{ $.errorCode != AccessDenied }", False),  # neither equal nor unequal: it is not there
        ("{ $.readOnly IS FALSE }", True),
        ("{ $.readOnly IS TRUE }", False),
        ("{ $.readOnly = false }", True),
        ("{ $.none IS NULL }", True),
        ("{ $.eventName IS NULL }", False),
        ("{ $.count > 2 }", True),
        ("{ $.count >= 3.0 && $.count <= 3e0 }", True),
        ("{ $.count < 3 }", False),
        ("{ $.eventName > 2 }", False),
        ("{ $.userIdentity.type = Root }", None),
        ("{ $.eventName = DeleteTrail || $.userIdentity.type = Root }", True),
        ("{ $.eventName = StopLogging && $.userIdentity.type = Root }", False),
        ("{ $.eventName = DeleteTrail && $.userIdentity.type = Root }", None),
        ("{ $.eventName = A && $.eventName = B || $.eventName = DeleteTrail }", True),
        ("{ $.eventName = A && ($.eventName = B || $.eventName = DeleteTrail) }", False),
        ("", True),
        ("DeleteTrail", True),
        ('"DeleteTrail"', True),
        ("?DeleteTrail ?StopLogging", True),
        ("-DeleteTrail", False),
        ("Error", None),
        ("%Delete.*%", True),
        ("[eventName, ...]", None),
    ],
)
def test_a_pattern_and_a_call(pattern: str, expected: bool | None) -> None:
    assert matched(pattern) is expected


@pytest.mark.parametrize(
    ("pattern", "at", "message"),
    [
        ("{ $.eventName = }", 16, "a value is missing"),
        ("{ ($.eventName = A }", 19, ") is missing"),
        ("{ $.eventName = A } B", 20, "nothing belongs after the pattern"),
        ("{ eventName = A }", 2, "$ is missing"),
        ("{ $ = A }", 3, "a member is missing after $"),
        ("{ $.eventName A }", 14, "a comparison is missing"),
        ('ERROR "timed out', 6, "the quotation mark is not closed"),
        ("[ip, =4*]", 5, "the name of a column is missing"),
        ("[ip", 3, "a comparison is missing"),
        ("{ " + "(" * 60 + "$.a = 1" + ")" * 60 + " }", 54, "parentheses are nested too deeply"),
    ],
)
def test_what_is_no_pattern_is_said_with_its_place(pattern: str, at: int, message: str) -> None:
    found = read_pattern(pattern)
    assert isinstance(found, Malformed)
    assert (found.message, found.at) == (message, at)


def test_members_are_named_in_every_way() -> None:
    found = read_pattern("{ $.a-b[0].c = 1 && $.[\"x.y\"] = 1 && $['x'].z[*] = 1 }")
    assert isinstance(found, JsonPattern)
    assert [one.subject.steps for one in conditions(found.condition) if isinstance(one.subject, Selector)] == [
        ("a-b", 0, "c"), ("x.y",), ("x", "z", None),
    ]  # fmt: skip


def test_columns_have_names_and_conditions() -> None:
    found = read_pattern("[ip, user, ..., status_code = 4* || status_code = %5\\d\\d%, bytes > 10]")
    assert isinstance(found, ColumnPattern)
    assert [column.name for column in found.columns] == ["ip", "user", "...", "status_code", "bytes"]
    assert found.columns[1].condition is None
    assert isinstance(found.columns[3].condition, Either)


def test_escaped_quotation_marks_belong_to_the_text() -> None:
    assert read_pattern('"a \\"b\\" c"') == TermPattern((Term(Text('a "b" c', quoted=True)),))


def test_the_events_of_a_class_are_caught_by_its_pattern_and_others_are_not() -> None:
    for events in (KEY_DELETION, ROOT_USAGE, UNAUTHORIZED_CALLS, VPC_CHANGES):
        assert [event.name for event in wanted(events) if not matched(events.filter_pattern, event)] == []
        assert [event.name for event in unwanted(events) if matched(events.filter_pattern, event) is not False] == []


# what follows is drawn, not picked

WORDS = st.from_regex(r"[A-Za-z][A-Za-z0-9*]{0,6}", fullmatch=True)
MEMBERS = st.sampled_from(["a", "b", "c"])
SELECTORS = st.builds(lambda first, more: Selector((first, *more)), WORDS.filter(lambda w: "*" not in w), st.lists(
    st.one_of(st.none(), st.integers(0, 9), st.text("ab.- '", min_size=1, max_size=4)), max_size=3))  # fmt: skip
VALUES = st.one_of(
    st.builds(Text, WORDS),
    st.builds(lambda text: Text(text, quoted=True), st.text(max_size=8)),
    st.builds(Regex, st.from_regex(r"[a-z^.+]{1,6}", fullmatch=True)),
)
OPERATORS = st.sampled_from(["=", "!=", "<", ">", "<=", ">="])
STATES = st.sampled_from(["IS NULL", "IS TRUE", "IS FALSE", "NOT EXISTS"])


def nested(leaves: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = lambda inner: st.lists(inner, min_size=2, max_size=3).map(tuple)  # noqa: E731
    return st.recursive(leaves, lambda inner: st.one_of(st.builds(All, parts(inner)), st.builds(Either, parts(inner))), max_leaves=8)


@given(nested(st.one_of(st.builds(Compare, SELECTORS, OPERATORS, VALUES), st.builds(Is, SELECTORS, STATES))))
def test_what_is_printed_reads_the_same(condition: Condition) -> None:
    assert read_pattern(str(JsonPattern(condition))) == JsonPattern(condition)


@given(st.lists(st.builds(Term, VALUES, st.sampled_from(["", "-", "?"])), max_size=4))
def test_terms_that_are_printed_read_the_same(terms: list[Term]) -> None:
    assert read_pattern(str(TermPattern(tuple(terms)))) == TermPattern(tuple(terms))


@given(st.lists(st.one_of(
    st.builds(Column, WORDS.filter(lambda w: "*" not in w)),
    st.builds(lambda name, sign, value: Column(name, Compare(name, sign, value)), WORDS.filter(lambda w: "*" not in w), OPERATORS, VALUES),
), min_size=1, max_size=4))  # fmt: skip
def test_columns_that_are_printed_read_the_same(columns: list[Column]) -> None:
    assert read_pattern(str(ColumnPattern(tuple(columns)))) == ColumnPattern(tuple(columns))


@given(st.text(alphabet='{}[]()$.=!<>&|%"\\ *-?,abIS NULLNOTEXISTS1', max_size=40))
def test_no_text_raises(text: str) -> None:
    found = read_pattern(text)
    assert isinstance(found, Malformed) or read_pattern(str(found)) == found


KNOWN = st.builds(
    Compare, MEMBERS.map(lambda name: Selector((name,))), st.sampled_from(["=", "!="]), st.sampled_from(["x", "y", "x*"]).map(Text)
)
EVENTS = st.dictionaries(MEMBERS, st.sampled_from(["x", "y", "xy"])).map(lambda members: Event("an event", members))


def opposite(condition: Condition) -> Condition:
    """The condition that holds when this one does not, for members that are there."""
    match condition:
        case All(parts):
            return Either(tuple(map(opposite, parts)))
        case Either(parts):
            return All(tuple(map(opposite, parts)))
        case Compare(subject, operator, value):
            return Compare(subject, "!=" if operator == "=" else "=", value)
    raise AssertionError(condition)


@given(nested(KNOWN), EVENTS)
def test_de_morgan(condition: Condition, event: Event) -> None:
    assert holds(opposite(condition), event).known is (~holds(condition, event)).known


@given(nested(KNOWN), EVENTS, MEMBERS, st.sampled_from(["x", "y", "xy"]))
def test_learning_more_never_changes_a_decided_answer(condition: Condition, event: Event, member: str, value: str) -> None:
    before = holds(condition, event).known
    after = holds(condition, Event(event.name, {member: value, **event.members})).known
    assert before is None or after is before


@given(st.text(alphabet="ab*.", max_size=6), st.text(alphabet="ab.", max_size=6))
def test_wildcards_stand_for_anything(pattern: str, text: str) -> None:
    assert fits(Text(pattern.replace("*", "*" + text + "*")), text, whole=True).known is not None
    assert fits(Text(f"*{text}*"), f"{pattern.replace('*', '')}{text}", whole=True).known is True
