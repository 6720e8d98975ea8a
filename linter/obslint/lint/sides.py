"""Asking a rule again on each side of the template conditions that left it undecided."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from obslint.model import Doubt, Guard, Unit
from obslint.policy import Finding

MAX_ANSWERS = 64
"""How often a rule is asked about one resource; beyond it the question stays open."""

MAX_CONDITIONS = 8
"""How many conditions are tried at each step."""

MAX_DEPTH = 3
"""How many conditions are assumed at the same time."""

Assumptions = Mapping[str, bool]


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """What one run of a rule said."""

    findings: tuple[Finding, ...]
    doubts: tuple[Doubt, ...]

    @property
    def clean(self) -> bool:
        """Whether the rule decided that there is nothing to report."""
        return not self.findings and not self.doubts


@dataclass(frozen=True, slots=True, eq=False)
class Sided:
    """A finding, what was assumed for it, and when it arises (in words, alternatives; empty: always)."""

    finding: Finding
    assumed: Assumptions
    when: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[object, ...]:
        """What makes findings of different sides the same."""
        return self.finding.message, id(self.finding.at.file), self.finding.at.span, self.finding.attribute

    @property
    def message(self) -> str:
        """The message, with the condition under which it holds."""
        return f"{self.finding.message} when {' or '.join(self.when)}" if self.when else self.finding.message


@dataclass(slots=True, eq=False)
class Verdict:
    """What exploring brought: certainty that all is well, or findings, or neither."""

    clean: bool = False
    found: dict[tuple[object, ...], list[Sided]] = field(default_factory=dict)

    def sided(self) -> Iterator[Sided]:
        """The findings, each with all of its alternatives."""
        for alternatives in self.found.values():
            whens = [word for sided in alternatives for word in sided.when]
            yield replace(alternatives[0], when=tuple(dict.fromkeys(whens)) if all(sided.when for sided in alternatives) else ())


class Sides:
    """Explores the conditions of one rule on one resource, the fewest at a time first."""

    def __init__(self, unit: Unit, answer: Callable[[Assumptions], Answer]) -> None:
        self._unit = unit
        self._answer = answer
        self._answers: dict[frozenset[tuple[str, bool]], Answer] = {}

    def explore(self, assumed: Assumptions, doubts: Iterable[Doubt], depth: int = 1) -> Verdict:
        """Tries both sides of each condition behind the doubts; when that brings no finding, also of those still in doubt there."""
        verdict = Verdict()
        tried = [(condition, self._both(assumed, condition)) for condition in _conditions(doubts, assumed)]
        for condition, sides in tried:
            if sides and all(answer.clean for _, _, answer in sides):
                verdict.clean = True
            _collect(verdict, assumed, condition, sides)
        if verdict.found:
            verdict.clean = False
        elif not verdict.clean and depth < MAX_DEPTH:
            for condition, sides in tried:
                self._deeper(verdict, condition, sides, depth)
        return verdict

    def _both(self, assumed: Assumptions, condition: str) -> list[tuple[bool, Assumptions, Answer]]:
        """The rule's answers on those sides of a condition that are possible; nothing when the budget is spent."""
        sides = []
        for holds in (True, False):
            full = self._assume(assumed, Guard(condition, holds))
            if full is None:
                continue
            key = frozenset(full.items())
            if key not in self._answers:
                if len(self._answers) >= MAX_ANSWERS:
                    return []
                self._answers[key] = self._answer(full)
            sides.append((holds, full, self._answers[key]))
        return sides

    def _assume(self, assumed: Assumptions, guard: Guard) -> Assumptions | None:
        """What is assumed with one more guard and all that follows from it; None when that is impossible."""
        implied = self._unit.implied(guard)
        if implied is None or any(assumed.get(name, holds) != holds for name, holds in implied.items()):
            return None
        return {**assumed, **implied, guard.condition: guard.holds}

    def _deeper(self, verdict: Verdict, condition: str, sides: list[tuple[bool, Assumptions, Answer]], depth: int) -> None:
        clean = bool(sides)
        for holds, full, answer in sides:
            if answer.clean:
                continue
            inner = self.explore(full, answer.doubts, depth + 1)
            clean = clean and inner.clean
            for key, found in inner.found.items():
                qualified = [replace(sided, when=_within(str(Guard(condition, holds)), sided.when)) for sided in found]
                known = {frozenset(sided.assumed.items()) for sided in verdict.found.get(key, ())}
                verdict.found.setdefault(key, []).extend(s for s in qualified if frozenset(s.assumed.items()) not in known)
        verdict.clean = (verdict.clean or clean) and not verdict.found


def _within(outer: str, inner: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{outer} and {word}" for word in inner) if inner else (outer,)


def _conditions(doubts: Iterable[Doubt], assumed: Assumptions) -> list[str]:
    """The conditions behind the doubts that are not assumed yet."""
    named = dict.fromkeys(guard.condition for doubt in doubts for guard in doubt.guards)
    return [name for name in named if name not in assumed][:MAX_CONDITIONS]


def _collect(verdict: Verdict, assumed: Assumptions, condition: str, sides: list[tuple[bool, Assumptions, Answer]]) -> None:
    """Notes the findings of both sides; one that arises on every possible side does not depend on the condition."""
    found: dict[tuple[object, ...], list[Sided]] = {}
    for holds, full, answer in sides:
        for finding in answer.findings:
            sided = Sided(finding, full, (str(Guard(condition, holds)),))
            found.setdefault(sided.key, []).append(sided)
    for key, alternatives in found.items():
        if len({sided.when for sided in alternatives}) == len(sides):
            alternatives = [Sided(alternatives[0].finding, assumed)]
        known = {frozenset(sided.assumed.items()) for sided in verdict.found.get(key, ())}
        verdict.found.setdefault(key, []).extend(s for s in alternatives if frozenset(s.assumed.items()) not in known)
