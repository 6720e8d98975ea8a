"""Compliance frameworks: their items, the rules that look at them, and how a run stands to them."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from obslint.lint.registry import Registry
from obslint.lint.request import UsageError
from obslint.lint.result import Compliance, Control, ControlStatus
from obslint.lint.selection import did_you_mean
from obslint.lint.suppress import Judged
from obslint.policy import CONTROLS

CLAIMED = "only the items that rules of obslint speak of"


@dataclass(frozen=True, slots=True)
class Framework:
    """A framework: its id, its name, which items are listed, and these with their titles, in its own order."""

    id: str
    name: str
    scope: str
    titles: Mapping[str, str]


def framework(name: str, registry: Registry) -> Framework:
    """A framework by its id. Raises `UsageError` when there is none."""
    if name not in CONTROLS:
        hint = did_you_mean(name, CONTROLS) or f"; there are {', '.join(sorted(CONTROLS))}"
        raise UsageError(f"there is no framework {name}{hint}")
    table = json.loads(files("obslint.lint").joinpath("controls.json").read_bytes())
    row = table.get(name, {})
    listed = table[row["same_as"]] if "same_as" in row else row
    titles = dict(listed.get("controls", {}))
    for item in claims(name, registry):
        titles.setdefault(item, "")
    ordered = {item: titles[item] for item in sorted(titles, key=_natural)}
    return Framework(name, row.get("name", name), listed.get("scope", CLAIMED), ordered)


def claims(name: str, registry: Registry) -> dict[str, tuple[str, ...]]:
    """The items of a framework that rules speak of, with these rules."""
    found: dict[str, list[str]] = {}
    for card in registry:
        for item in card.controls.get(name, ()):
            found.setdefault(item, []).append(card.id)
    return {item: tuple(sorted(rules)) for item, rules in found.items()}


def compliance(name: str, registry: Registry, judged: Iterable[Judged]) -> Compliance:
    """How what was examined stands to a framework."""
    known, rules, tally = framework(name, registry), claims(name, registry), _tally(judged)
    controls = (_control(item, title, rules.get(item, ()), tally) for item, title in known.titles.items())
    return Compliance(known.id, known.name, known.scope, tuple(controls))


def _tally(judged: Iterable[Judged]) -> dict[str, Counter[str]]:
    """For each rule: how many resources it was asked about, failed, left undecided, and how many findings are accepted.

    What a baseline knows is no less a failure.
    """
    tally: dict[str, Counter[str]] = {}
    for each in judged:
        found = each.examination
        for rule, count in found.asked.items():
            tally.setdefault(rule, Counter())["asked"] += count
        for rule, _ in {(hit.rule.id, hit.finding.resource.address) for hit in (*each.kept, *each.known, *each.present)}:
            tally[rule]["failed"] += 1
        for rule, _ in {(hit.rule.id, hit.finding.resource.address) for hit, _ in each.accepted}:
            tally[rule]["accepted"] += 1
        for question in found.open:
            tally[question.rule.id]["undecided"] += 1
    return tally


def _control(item: str, title: str, rules: tuple[str, ...], tally: Mapping[str, Counter[str]]) -> Control:
    total = sum((tally[rule] for rule in rules if rule in tally), Counter[str]())
    failed, undecided, accepted = total["failed"], total["undecided"], total["accepted"]
    passed = total["asked"] - failed - undecided - accepted
    return Control(item, title, _status(rules, total), rules, max(0, passed), failed, undecided, accepted)


def _status(rules: tuple[str, ...], total: Counter[str]) -> ControlStatus:
    if not rules:
        return "not covered"
    if total["failed"]:
        return "failed"
    if total["undecided"]:
        return "undecided"
    return "passed" if total["asked"] else "nothing to check"


def _natural(item: str) -> tuple[tuple[int, int, str], ...]:
    """The order in which people count: 3.2 before 3.10."""
    return tuple((0, int(part), "") if part.isdigit() else (1, 0, part) for part in re.findall(r"\d+|\D+", item))
