"""What is set for a rule reaches it, in every round."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from desk import Desk
from toy_rules import Trail, seen

from obslint.lint import FixMode
from obslint.policy import Finding, Options, Severity, rule, set_to


@dataclass(frozen=True, slots=True)
class Limit(Options):
    """`days` is the least number of days."""

    days: int = 30


@rule(Severity.WARNING)
def few_days(trail: Trail, limit: Limit) -> Iterator[Finding]:
    """Days are too few."""
    if trail.days.below(limit.days):
        yield trail.days.finding(f"fewer than {limit.days} days", fix=set_to(limit.days))


@pytest.fixture
def limited(desk: Desk) -> Desk:
    desk.rules = (few_days,)
    return desk


def test_a_rule_says_what_can_be_set() -> None:
    assert few_days.options is Limit


def test_without_settings_the_defaults_count(limited: Desk) -> None:
    assert seen(limited.run("trail a\n  days = 20\n")) == ["2 few-days fewer than 30 days"]


def test_what_is_set_counts_also_when_fixes_are_tried(limited: Desk) -> None:
    outcome = limited.run("trail a\n  days = 40\n", options={"few-days": Limit(60)}, fix=FixMode.SAFE, write=True)
    assert seen(outcome) == []
    assert limited.read() == "trail a\n  days = 60\n"
