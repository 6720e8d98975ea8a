"""The language of composite alarms, and names that are nearly the same."""

import pytest

from obslint.aws.nearness import distance, is_near, nearest
from obslint.aws.state_rules import UnreadableRuleError, can_be, parsed


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("TRUE", True, False),
        ("NOT TRUE", False, True),
        ("ALARM(a)", True, True),
        ("ALARM(a) AND OK(a)", False, True),
        ("ALARM(a) AND NOT OK(a)", True, True),
        ("OK(a) OR ALARM(a) OR INSUFFICIENT_DATA(a)", True, False),
        ("ALARM(a) OR ALARM(b) AND OK(b)", True, True),
        ("(ALARM(a) OR ALARM(b)) AND OK(b) AND NOT ALARM(a)", False, True),
        ('ALARM("a (old), 2") AND OK("a (old), 2")', False, True),
        ("AT_LEAST(2, ALARM, (a, b)) AND OK(a)", False, True),
        ("AT_LEAST(50%, NOT OK, (a, b, c)) AND OK(a) AND OK(b)", False, True),
        ("AT_LEAST(33%, OK, (a, b, c)) AND ALARM(a) AND ALARM(b)", True, True),
    ],
)
def test_what_a_rule_can_come_out_as(text: str, true: bool, false: bool) -> None:
    node = parsed(text, {})
    assert (can_be(node, True), can_be(node, False)) == (true, false)


def test_a_rule_too_large_to_decide_is_left_open() -> None:
    parts = " AND ".join(f"(ALARM(a{i}) OR ALARM(b{i}))" for i in range(40))
    assert can_be(parsed(f"{parts} AND OK(z) AND ALARM(z)", {}), True) is None


@pytest.mark.parametrize("text", ["", "ALARM", "ALARM()", "ALARM(a", "ALARM(a) ALARM(b)", "alarm(a)", "AT_LEAST(a, ALARM, (b))", "(OK(a)"])
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(UnreadableRuleError):
        parsed(text, {})


def test_members_keep_their_places() -> None:
    text = 'ALARM( "front door" ) OR OK(arn:aws:cloudwatch:eu-west-1:111122223333:alarm:back)'
    members = list(parsed(text, {}).members())
    assert [member.text for member in members] == ["front door", "back"]
    assert text[members[0].start : members[0].end] == "front door"


def test_names_that_are_nearly_the_same() -> None:
    assert is_near("critical-alerts", "critical_Alerts")
    assert is_near("checkout-latncy", "checkout-latency")
    assert not is_near("alerts-dev", "alerts-uat")
    assert not is_near("alerts-1", "alerts-2")
    assert nearest("oncall", ["on-call", "oncall"]) is None
    assert nearest("critical-alert", ["critical-alerts", "critical.alert"]) is None
    assert distance("kitten", "sitting") == 3
