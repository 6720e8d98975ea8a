"""Conditions as logic: sound for every formula, and linear."""

import itertools
import time
from collections.abc import Callable

from cfn_support import image, load, value_at
from hypothesis import given, settings
from hypothesis import strategies as st

from obslint.cloudformation.logic import Network
from obslint.model import Guard, at_default

ENVIRONMENTS = ["dev", "test", "prod"]
Formula = tuple[str, Callable[[dict[str, str]], bool]]


def _atom(name: str, literal: str) -> Formula:
    return f"!Equals [!Ref {name}, {literal}]", lambda values: values[name] == literal


def _not(inner: Formula) -> Formula:
    return f"!Not [{inner[0]}]", lambda values: not inner[1](values)


def _gate(kind: str, inner: list[Formula]) -> Formula:
    test = all if kind == "And" else any
    return f"!{kind} [{', '.join(text for text, _ in inner)}]", lambda values: test(holds(values) for _, holds in inner)


ATOMS = st.builds(_atom, st.sampled_from(["Env", "Zone"]), st.sampled_from([*ENVIRONMENTS, "other"]))
FORMULAS = st.recursive(
    ATOMS,
    lambda inner: st.builds(_not, inner) | st.builds(_gate, st.sampled_from(["And", "Or"]), st.lists(inner, min_size=2, max_size=3)),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(FORMULAS, min_size=1, max_size=4))
def test_what_follows_from_a_side_holds_in_every_case(formulas: list[Formula]) -> None:
    conditions = "\n".join(f"  C{index}: {text}" for index, (text, _) in enumerate(formulas))
    unit = load(
        "Parameters:\n"
        f"  Env: {{Type: String, Default: dev, AllowedValues: [{', '.join(ENVIRONMENTS)}]}}\n"
        "  Zone: {Type: String}\n"
        f"Conditions:\n{conditions}\n"
        "Resources: {R: {Type: AWS::SNS::Topic}}\n"
    )
    assert not unit.problems
    cases = [{"Env": env, "Zone": zone} for env, zone in itertools.product(ENVIRONMENTS, [*ENVIRONMENTS, "other", "else"])]
    for index, (_, holds) in enumerate(formulas):
        for side in (True, False):
            matching = [case for case in cases if holds(case) is side]
            implied = unit.implied(Guard(f"C{index}", side))
            if implied is None:
                assert not matching
                continue
            assert implied[f"C{index}"] is side
            for name, value in implied.items():
                if name in (at_default("Env"), at_default("Zone")):
                    continue
                assert all(formulas[int(name[1:])][1](case) is value for case in matching)


def test_simple_consequences_are_found() -> None:
    unit = load("""
Parameters:
  Env: {Type: String, AllowedValues: [dev, prod]}
  Name: {Type: String}
Conditions:
  Prod: !Equals [!Ref Env, prod]
  Dev: !Equals [dev, !Ref Env]
  NotDev: !Not [Condition: Dev]
  Named: !Not [!Equals [!Ref Name, ""]]
  Both: {"Fn::And": [{Condition: Prod}, {Condition: Named}]}
  Odd: !And [!Condition Prod, !Condition Dev]
  Same: !Equals [!Sub "${Name}-x", !Sub "${Name}-x"]
  Differ: !Equals [!Sub "a-${Name}", b]
Resources: {R: {Type: AWS::SNS::Topic}}
""")
    assert unit.implied(Guard("Prod", True)) == {
        "Prod": True, "Dev": False, "NotDev": True, "Odd": False, "Same": True, "Differ": False,
    }  # fmt: skip
    assert unit.implied(Guard("Both", True)) == {
        at_default("Name"): False,
        "Both": True, "Prod": True, "Named": True, "Dev": False, "NotDev": True, "Odd": False, "Same": True, "Differ": False,
    }  # fmt: skip
    dev = unit.implied(Guard("NotDev", False))
    assert dev is not None
    assert (dev["Prod"], dev["Both"]) == (False, False)
    assert unit.implied(Guard("Odd", True)) is None
    assert unit.implied(Guard("Same", False)) is None
    assert unit.implied(Guard("Undeclared", True)) == {"Undeclared": True}


def test_conditions_that_go_in_circles_stay_open() -> None:
    unit = load("""
Conditions:
  A: !Not [!Condition B]
  B: !Not [!Condition A]
  Self: !Condition Self
Resources: {R: {Type: AWS::SNS::Topic, Condition: A, Properties: {X: !If [B, 1, 2]}}}
""")
    assert unit.implied(Guard("A", True)) == {"A": True, "B": False}
    assert image(value_at(unit, "R.X")) == 2
    assert unit.implied(Guard("Self", True)) == {"Self": True}


def test_time_grows_with_the_number_of_conditions_only() -> None:
    count = 4000
    chain = "".join(f"  C{index}: !Not [!Condition C{index - 1}]\n" for index in range(1, count))
    wide = ", ".join(f"!Equals [!Ref P, v{index}]" for index in range(500))
    started = time.perf_counter()
    unit = load(
        "Parameters: {P: {Type: String}}\n"
        f"Conditions:\n  C0: !Equals [!Ref P, a]\n{chain}  Wide: !Or [{wide}]\n"
        f"Resources: {{R: {{Type: AWS::SNS::Topic, Condition: C{count - 1}}}}}\n"
    )
    implied = unit.implied(Guard(f"C{count - 1}", True))
    assert implied is not None
    assert implied["C0"] is (count % 2 == 1)
    assert unit.implied(Guard("Wide", False)) is not None
    assert time.perf_counter() - started < 5  # about 0.4 s when the machine is idle


def test_a_wide_gate_is_a_tree() -> None:
    network = Network()
    inputs = [network.add("atom") for _ in range(100)]
    gate = network.add("or", inputs)
    state = network.assign(network.settled(), [(gate, False)])
    assert state is not None
    assert all(state[number] is False for number in inputs)
    last = network.assign(network.settled(), [(gate, True), *((number, False) for number in inputs[1:])])
    assert last is not None
    assert last[inputs[0]] is True
