"""The vocabulary of rule authors: `@rule`, findings and fixes."""

from obslint.model import NO, YES, Json, Truth, all_of, any_of
from obslint.policy.finding import (
    Add,
    Append,
    Applicability,
    Change,
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
    remove,
    set_to,
)
from obslint.policy.rule import CONTROLS, PEERS, Confidence, Options, Rule, rule

__all__ = [
    "CONTROLS", "NO", "PEERS", "YES", "Add", "Append", "Applicability", "Change", "Confidence", "Finding", "Fix", "Json", "Label",
    "Options", "Persona", "PlanEffect", "Remove", "Rule", "SetTo", "Severity", "Truth", "add_resource", "advice", "all_of", "any_of",
    "append", "remove", "rule", "set_to",
]  # fmt: skip
