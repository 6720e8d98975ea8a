"""Kleene's logic, the ledger, and assumptions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from obslint.model import NO, YES, Guard, Truth, all_of, any_of, assuming, ledger, undecided
from obslint.model.truth import possible, taken

TRUTHS = st.sampled_from([YES, NO, undecided("a"), undecided("b")])
RANK = {False: 0, None: 1, True: 2}


@given(TRUTHS, TRUTHS)
def test_and_or_are_the_minimum_and_maximum_of_kleenes_order(a: Truth, b: Truth) -> None:
    assert RANK[(a & b).known] == min(RANK[a.known], RANK[b.known])
    assert RANK[(a | b).known] == max(RANK[a.known], RANK[b.known])


@given(TRUTHS, TRUTHS)
def test_de_morgan(a: Truth, b: Truth) -> None:
    assert (~(a & b)).known == (~a | ~b).known
    assert (~~a).known == a.known


@given(st.lists(TRUTHS))
def test_any_and_all_agree_with_or_and_and(answers: list[Truth]) -> None:
    one, every = NO, YES
    for answer in answers:
        one, every = one | answer, every & answer
    assert any_of(answers, lambda answer: answer).known == one.known
    assert all_of(answers, lambda answer: answer).known == every.known


def test_a_decided_side_leaves_no_doubt() -> None:
    assert (NO & undecided("never asked")).doubts == ()
    assert (YES | undecided("never asked")).doubts == ()


def test_only_a_condition_writes_into_the_ledger() -> None:
    with ledger() as doubts:
        answer = undecided("variable x has no value")
        assert answer.known is None
        assert doubts == []
        assert not bool(answer)
    assert [doubt.reason for doubt in doubts] == ["variable x has no value"]


def test_a_decided_condition_leaves_the_ledger_empty() -> None:
    with ledger() as doubts:
        assert YES
        assert not bool(NO)
    assert doubts == []


def test_ledgers_nest_without_mixing() -> None:
    with ledger() as outer:
        with ledger() as inner:
            bool(undecided("inner"))
        bool(undecided("outer"))
    assert [d.reason for d in inner] == ["inner"]
    assert [d.reason for d in outer] == ["outer"]


def test_assumptions_add_up_and_end() -> None:
    prod, dev = Guard("Prod", True), Guard("Prod", False)
    assert possible([prod])
    assert possible([dev])
    with assuming({"Prod": True}), assuming({"Other": False}):
        assert possible([prod])
        assert not possible([dev])
        assert taken(prod)
        assert not possible([Guard("Other", True)])
    assert possible([dev])
    assert not taken(prod)


@pytest.mark.parametrize(("guard", "text"), [(Guard("IsProd", True), "IsProd is true"), (Guard("IsProd", False), "IsProd is false")])
def test_guards_read_well(guard: Guard, text: str) -> None:
    assert str(guard) == text
