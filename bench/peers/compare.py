"""What obslint says about labelled inputs, beside their labels and beside checkov."""

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from obslint.lint import Request, registry, run
from obslint.policy import Persona

HERE = Path(__file__).parent
INSTANCE = re.compile(r"\[[^\]]*\]")
EXEMPT = "cis-alarm-"
"""Topics about alarms that ought to exist; issue E."""


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """A label or a verdict that obslint does not share: the input, the check, the resource, and what each side says."""

    case: str
    check: str
    resource: str
    theirs: str
    ours: str

    @property
    def key(self) -> str:
        """By which its explanation is found."""
        return f"{self.case} {self.check} {self.resource}"


@dataclass(frozen=True, slots=True)
class Said:
    """What obslint said about an input: the (rule, resource) pairs that it reports, and those that it leaves undecided."""

    reported: frozenset[tuple[str, str]]
    undecided: frozenset[tuple[str, str]]

    def about(self, rules: Iterable[str], resource: str | None) -> str:
        """`fail`, `undecided` or `pass` for one resource, or for the input as a whole."""
        for verdict, pairs in (("fail", self.reported), ("undecided", self.undecided)):
            if any(rule in rules and (resource is None or _within(address, resource)) for rule, address in pairs):
                return verdict
        return "pass"


def _within(address: str, resource: str) -> bool:
    plain = INSTANCE.sub("", address)
    return plain == INSTANCE.sub("", resource) or plain.startswith(f"{resource}.")


def cases(path: Path) -> list[dict[str, Any]]:
    """The labelled inputs."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write_cases(found: Iterable[Mapping[str, Any]], folder: Path) -> None:
    """Each input in a folder of its own."""
    for case in found:
        for name, text in case["files"].items():
            file = folder / case["id"] / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def say(folder: Path) -> Said:
    """Lints an input with every rule."""
    report = run(Request((folder,), folder, persona=Persona.AUDITOR)).report
    reported = {(found.rule, found.resource.address if found.resource else "") for found in report.findings}
    return Said(frozenset(reported), frozenset((found.rule, found.resource.address) for found in report.undecided))


def rules_by_topic() -> dict[str, frozenset[str]]:
    """The rules that answer each topic."""
    found: dict[str, set[str]] = {}
    for card in registry.load():
        for topic in card.topics:
            found.setdefault(topic, set()).add(card.id)
    return {topic: frozenset(rules) for topic, rules in found.items()}


def labels(found: Iterable[Mapping[str, Any]], said: Mapping[str, Said]) -> Iterator[tuple[str, bool, Row]]:
    """Every label that is not disputed: its topic, whether it holds, and the row about it."""
    rules = rules_by_topic()
    for case in found:
        topic = case["topic_slug"]
        for label in case["expect"]:
            if not label.get("disputed"):
                ours = said[case["id"]].about(rules.get(topic, ()), label["resource"])
                row = Row(case["id"], case["check_id"], label["resource"] or "(whole)", label["verdict"], ours)
                yield topic, (ours == "fail") == (label["verdict"] == "fail"), row


def checkov_rules() -> dict[str, frozenset[str]]:
    """The rules for each id of checkov."""
    return {name.removeprefix("checkov:"): rules for name, rules in registry.load().aliases.items() if name.startswith("checkov:")}


def disagreements(python: str, folder: Path, said: Mapping[str, Said]) -> list[Row]:
    """Where checkov fails a resource that obslint does not report, or passes one that it does."""
    rules = checkov_rules()
    command = [python, str(HERE / "run_checkov.py"), str(folder), *sorted(rules)]
    answers = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    rows = set()
    for case, verdicts in answers.items():
        for check, resource, theirs in verdicts:
            address = resource.rpartition(".")[2] if "::" in resource else resource
            ours = said[case].about(rules[check], address)
            if theirs != "skip" and (theirs == "fail") != (ours == "fail"):
                rows.add(Row(case, check, address, theirs, ours))
    return sorted(rows)


def examine(path: Path, python: str | None) -> dict[str, Any]:
    """Everything there is to say about labelled inputs, as plain data; without checkov when no interpreter with it is named."""
    found = cases(path)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        write_cases(found, folder)
        said = {case["id"]: say(folder / case["id"]) for case in found}
        rows = disagreements(python, folder, said) if python else []
    topics: dict[str, dict[str, int]] = {}
    unheld = []
    for topic, holds, row in labels(found, said):
        counts = topics.setdefault(topic, {"fail": 0, "fail_held": 0, "pass": 0, "pass_held": 0})
        counts[row.theirs] += 1
        counts[f"{row.theirs}_held"] += holds
        if not holds:
            unheld.append(row)
    return {"topics": dict(sorted(topics.items())), "unheld": list(map(asdict, sorted(unheld))), "checkov": list(map(asdict, rows))}
