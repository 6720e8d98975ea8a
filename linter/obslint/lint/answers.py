"""What the rules said, by the resource that they said it of."""

from dataclasses import dataclass, field

from obslint.lint.coverage import Cell, State
from obslint.lint.coverage_rules import Column
from obslint.lint.examine import Hit, OpenQuestion
from obslint.lint.ignores import Ignore
from obslint.lint.present import location
from obslint.lint.registry import Registry
from obslint.lint.session import Snapshot
from obslint.model import Resource


@dataclass(slots=True, eq=False)
class Answers:
    """Findings, findings that an exception accepts, and open questions."""

    registry: Registry
    kept: dict[int, list[Hit]] = field(default_factory=dict)
    accepted: dict[int, list[tuple[Hit, Ignore]]] = field(default_factory=dict)
    open: dict[int, list[OpenQuestion]] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)

    def __init__(self, registry: Registry, snapshot: Snapshot) -> None:
        self.registry = registry
        self.kept, self.accepted, self.open, self.hits = {}, {}, {}, []
        for entry in snapshot.entries:
            for hit in (*entry.judged.kept, *entry.judged.known):
                self.hits.append(hit)
                self.kept.setdefault(id(hit.finding.resource), []).append(hit)
            for hit, ignore in entry.judged.accepted:
                self.accepted.setdefault(id(hit.finding.resource), []).append((hit, ignore))
            for question in entry.judged.examination.open:
                self.open.setdefault(id(question.resource), []).append(question)

    def finding(self, resource: Resource, rules: tuple[str, ...]) -> Hit | None:
        """The first finding of some rules about a resource."""
        return next((hit for hit in self.kept.get(id(resource), ()) if hit.rule.id in rules), None)

    def exception(self, resource: Resource, rules: tuple[str, ...]) -> tuple[Hit, Ignore] | None:
        """The first finding of some rules that is accepted."""
        return next((found for found in self.accepted.get(id(resource), ()) if found[0].rule.id in rules), None)

    def question(self, resource: Resource, rules: tuple[str, ...]) -> OpenQuestion | None:
        """The first question of some rules that is open."""
        return next((question for question in self.open.get(id(resource), ()) if question.rule.id in rules), None)

    def of_family(self, family: str) -> tuple[str, ...]:
        """The rules of a family."""
        return tuple(card.id for card in self.registry if card.family == family)

    def cell(self, column: Column, parts: list[Resource], kind: str) -> Cell:
        """What the rules of a column say about a workload and its parts, the gravest first."""
        for state, rules in (("broken", column.broken), ("missing", column.missing)):
            for part in parts:
                if hit := self.finding(part, rules):
                    return reported(column.name, "broken" if state == "broken" else "missing", hit)
        for part in parts:
            if found := self.exception(part, column.rules):
                return excepted(column.name, *found)
            if question := self.question(part, column.rules):
                return Cell(column.name, "undecided", question.reason, location(question.place), question.rule.id)
        if about := [part for part in parts if self._is_asked(part, column)]:
            return Cell(column.name, "covered", f"nothing to report on {about[0].address}", location(about[0].header))
        lacking = (column.needs or {}).get(parts[0].type)
        if lacking:
            return Cell(column.name, "undecided", f"no {lacking} of it is declared beside it")
        return Cell(column.name, "exempt", f"nothing is asked of a {kind}")

    def _is_asked(self, resource: Resource, column: Column) -> bool:
        cards = (self.registry.cards.get(rule) for rule in (*column.missing, *column.evidence))
        return any(resource.type in card.types for card in cards if card is not None)


def reported(column: str, state: State, hit: Hit) -> Cell:
    """A cell that a finding decides."""
    return Cell(column, state, hit.finding.message, location(hit.finding.at), hit.rule.id)


def excepted(column: str, hit: Hit, ignore: Ignore) -> Cell:
    """A cell that an exception decides."""
    return Cell(column, "exempt", f"accepted: {ignore.directive.reason}", location(ignore.place), hit.rule.id)
