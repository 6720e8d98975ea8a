"""The vocabulary of rule authors: `@rule`, findings and fixes."""

from obslint.model import NO, YES, Json, Truth, all_of, any_of
from obslint.policy.finding import (
    Add,
    Append,
    Applicability,
    Change,
    Extend,
    Finding,
    Fix,
    Label,
    Persona,
    PlanEffect,
    Remove,
    SetTo,
    Severity,
    add_resource,
    advice,
    append,
    extend,
    remove,
    set_to,
)
from obslint.policy.rule import CONTROLS, PEERS, Confidence, Options, Rule, rule

__all__ = [
    "CONTROLS", "NO", "PEERS", "YES", "Add", "Append", "Applicability", "Change", "Confidence", "Extend", "Finding", "Fix", "Json", "Label",
    "Options", "Persona", "PlanEffect", "Remove", "Rule", "SetTo", "Severity", "Truth", "add_resource", "advice", "all_of", "any_of",
    "append", "extend", "remove", "rule", "set_to",
]  # fmt: skip
