"""Asking rules about resources: one unit in, findings and open questions out."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from obslint import aws
from obslint.lint.estate import describe
from obslint.lint.known import Key
from obslint.lint.owned import at_call
from obslint.lint.sides import Answer, Assumptions, Sides
from obslint.model import Doubt, Known, Resource, Unit, assuming, ledger
from obslint.model.truth import about
from obslint.policy import Finding, Options, Rule
from obslint.source import Place


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """A rule, with what its signature says read once."""

    rule: Rule
    views: tuple[Any, ...]
    surroundings: tuple[Any, ...] = ()
    """What it takes beside the view: `aws.Unit`, `aws.Estate`, its options."""
    options: Options | None = None
    """What is set for it; None where it takes no options."""

    @property
    def types(self) -> tuple[str, ...]:
        """The resource types that the rule looks at."""
        return tuple(name for name in self.rule.types if not name.startswith("data."))

    def view(self, resource: Resource) -> Any:
        """A resource as the view that stands for its type."""
        return next(view for view in self.views if resource.type in view.types())(resource)


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """A finding of a rule in a unit. `assumed` are the sides of template conditions under which it arose."""

    rule: Rule
    unit: Unit
    finding: Finding
    assumed: Assumptions

    @property
    def key(self) -> Key:
        """What tells defects apart without lines: rule, unit, address, attribute."""
        return self.rule.id, self.unit.path, self.finding.resource.address, self.finding.attribute


@dataclass(frozen=True, slots=True, eq=False)
class OpenQuestion:
    """A rule that could not be decided for a resource, and why."""

    rule: Rule
    unit: Unit
    resource: Resource
    reason: str
    place: Place


@dataclass(frozen=True, slots=True, eq=False)
class Examination:
    """What the rules say about a unit, and which of them raised."""

    unit: Unit
    hits: tuple[Hit, ...]
    open: tuple[OpenQuestion, ...]
    errors: tuple[str, ...]
    failed: frozenset[str] = frozenset()
    asked: Mapping[str, int] = field(default_factory=dict)
    """About how many resources each rule was asked."""
    asks_estate: bool = False
    """Whether a rule looked at other units, so that a change there can change what is said here."""


def examine(estate: aws.Estate, checks: Collection[Check]) -> Examination:
    """Asks every check about every resource it looks at in the estate's own unit."""
    unit = estate.own.data
    hits: list[Hit] = []
    questions: list[OpenQuestion] = []
    errors: list[str] = []
    failed: set[str] = set()
    asked: Counter[str] = Counter()
    for check in checks:
        for resource in unit.of_type(*check.types):
            assumed = base_assumptions(unit, resource)
            if assumed is None or (isinstance(resource.presence, Known) and resource.presence.data is False):
                continue
            asked[check.rule.id] += 1
            try:
                answers, doubt = _ask(check, resource, estate, assumed)
            except Exception as error:  # the rules of others, on the input of others: the rest goes on
                errors.append(
                    f"rule {check.rule.id} on {resource.address} in {unit.path}: {describe(error)}{_raised_in(error, check.rule)}"
                )
                failed.add(check.rule.id)
                continue
            mendable = ((at_call(finding), sides) for finding, sides in answers)
            hits += [Hit(check.rule, unit, finding, sides) for finding, sides in mendable if finding is not None]
            if doubt is not None:
                place = resource.call or doubt.place or resource.header
                questions.append(OpenQuestion(check.rule, unit, resource, doubt.reason, place))
    asks_estate = any(aws.Estate in check.surroundings for check in checks)
    return Examination(unit, tuple(hits), tuple(questions), tuple(errors), frozenset(failed), asked, asks_estate)


def _raised_in(error: Exception, rule: Rule) -> str:
    """The place in the file of a rule that is not ours."""
    if rule.check.__module__.startswith("obslint_rules."):
        return ""
    from obslint.lint.blame import raised_in

    return raised_in(error, rule)


def base_assumptions(unit: Unit, resource: Resource) -> dict[str, bool] | None:
    """What holds wherever the resource exists; None when its conditions contradict each other."""
    assumed: dict[str, bool] = {}
    for guard in resource.guards:
        implied = unit.implied(guard)
        if implied is None or any(assumed.get(name, holds) != holds for name, holds in implied.items()):
            return None
        assumed |= {**implied, guard.condition: guard.holds}
    return assumed


def _ask(check: Check, resource: Resource, estate: aws.Estate, base: Assumptions) -> tuple[list[tuple[Finding, Assumptions]], Doubt | None]:
    """The findings about a resource with what was assumed for them, or the doubt that kept the rule from deciding."""
    answer = partial(_answer, check, resource, estate)
    first = answer(base)
    if first.findings or not first.doubts:
        return [(finding, base) for finding in first.findings], None
    verdict = Sides(estate.own.data, answer).explore(base, first.doubts)
    found = [(replace(sided.finding, message=sided.message), sided.assumed) for sided in verdict.sided()]
    return found, None if found or verdict.clean else first.doubts[0]


def _answer(check: Check, resource: Resource, estate: aws.Estate, assumed: Assumptions) -> Answer:
    """One run of the rule under the assumptions."""
    at_hand: dict[Any, Any] = {aws.Unit: estate.own, aws.Estate: estate}
    given = [at_hand.get(kind, check.options) for kind in check.surroundings]
    with assuming(assumed), about(resource), ledger() as doubts:
        findings = tuple(check.rule.check(check.view(resource), *given))
    return Answer(findings, tuple(doubts))
