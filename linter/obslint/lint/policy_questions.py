"""The conditions of policies as questions to views. What names something that is not there becomes a complaint with its line."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from obslint import aws
from obslint.lint.policy_schema import COMPARISON, Condition, Inside, Related
from obslint.lint.policy_text import PolicyText, Steps
from obslint.lint.request import UsageError
from obslint.lint.selection import did_you_mean
from obslint.lint.views import attributes_of, blocks_of, view_called
from obslint.policy import YES, Truth, all_of, any_of

Question = Callable[[Any, aws.Unit], Truth]
View = type[aws.View]

_HOLDS: dict[str, Callable[[float, float], bool]] = {
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b, "!=": lambda a, b: a != b,
}  # fmt: skip
_COMPARED: dict[str, Callable[[aws.Attribute, aws.Attribute], Truth]] = {
    "<": lambda a, b: b.exceeds(a), "<=": lambda a, b: b.exceeds(a) | a.same_as(b), ">": lambda a, b: a.exceeds(b),
    ">=": lambda a, b: a.exceeds(b) | a.same_as(b), "==": lambda a, b: a.same_as(b), "!=": lambda a, b: ~a.same_as(b),
}  # fmt: skip


def _always(_: Any, __: aws.Unit) -> Truth:
    return YES


@dataclass(slots=True)
class Asker:
    """Makes questions, and gathers complaints about names that do not exist."""

    text: PolicyText
    complaints: list[str] = field(default_factory=list)

    def known(self, name: str, names: Collection[str], noun: str, steps: Steps) -> bool:
        """Whether a name is one of those there are; complains when it is not."""
        if name in names:
            return True
        there = ", ".join(sorted(names)) or "none"
        self.complaints.append(
            self.text.complaint(steps, f"there is no {noun} {name}{did_you_mean(name, names) or f'; there are {there}'}")
        )
        return False

    def view(self, name: str, steps: Steps) -> View | None:
        """The view with a name."""
        try:
            return view_called(name)
        except UsageError as error:
            self.complaints.append(self.text.complaint(steps, str(error)))
            return None

    def attribute(self, view: View, name: str, steps: Steps) -> bool:
        """Whether the view has an attribute."""
        if name == "resource" and steps[-1] == "at":
            return True
        return self.known(name, [one.name for one in attributes_of(view)], f"attribute of {view.__name__} called", steps)

    def question(self, condition: Condition, view: View, steps: Steps) -> Question:
        """What a condition asks of a view."""
        if condition.all is not None:
            parts = [self.question(one, view, (*steps, "all", number)) for number, one in enumerate(condition.all)]
            return lambda subject, unit: all_of(parts, lambda part: part(subject, unit))
        if condition.any is not None:
            parts = [self.question(one, view, (*steps, "any", number)) for number, one in enumerate(condition.any)]
            return lambda subject, unit: any_of(parts, lambda part: part(subject, unit))
        if condition.not_ is not None:
            denied = self.question(condition.not_, view, (*steps, "not"))
            return lambda subject, unit: ~denied(subject, unit)
        if condition.attribute is not None:
            return self._about_attribute(condition, condition.attribute, view, steps)
        for name, inside in (("some", condition.some), ("every", condition.every)):
            if inside is not None:
                return self._inside(name, inside, view, (*steps, name))
        if condition.exists is not None:
            return self._elsewhere("exists", condition.exists, (*steps, "exists"))
        return self._elsewhere("none", condition.none or Related(view=""), (*steps, "none"))

    def _about_attribute(self, condition: Condition, name: str, view: View, steps: Steps) -> Question:
        if not self.attribute(view, name, (*steps, "attribute")):
            return _always
        if condition.refers_to is not None:
            return self._refers(name, condition.refers_to, (*steps, "refers-to"))
        if condition.compares is not None:
            return self._compares(name, condition.compares, view, (*steps, "compares"))
        ask = self._plain(condition, steps)
        return lambda subject, _: ask(getattr(subject, name))

    def _plain(self, condition: Condition, steps: Steps) -> Callable[[aws.Attribute], Truth]:
        """The question that needs the attribute alone."""
        if condition.in_ is not None:
            wanted = condition.in_
            return lambda attribute: attribute.surely_in(wanted)
        if condition.matches is not None:
            pattern = self._pattern(condition.matches, (*steps, "matches"))
            return lambda attribute: attribute.is_text(lambda text: pattern.search(text) is not None)
        if condition.absent:
            return aws.Attribute.surely_absent
        if condition.present:
            return aws.Attribute.surely_set
        asked: dict[str, tuple[Callable[[aws.Attribute, Any], Truth], Any]] = {
            "equals": (aws.Attribute.surely, condition.equals),
            "starts_with": (aws.Attribute.starts_with, condition.starts_with),
            "ends_with": (aws.Attribute.ends_with, condition.ends_with),
            "includes": (aws.Attribute.includes, condition.includes),
        }
        question, value = next(pair for key, pair in asked.items() if key in condition.model_fields_set)
        return lambda attribute: question(attribute, value)

    def _pattern(self, text: str, steps: Steps) -> re.Pattern[str]:
        try:
            return re.compile(text)
        except re.error as error:
            self.complaints.append(self.text.complaint(steps, f"is no regular expression: {error}"))
            return re.compile("")

    def _compares(self, name: str, text: str, view: View, steps: Steps) -> Question:
        ((sign, other),) = re.findall(COMPARISON, text)
        try:
            limit = float(other)
        except ValueError:
            self.attribute(view, other, steps)
            compared = _COMPARED[sign]
            return lambda subject, _: compared(getattr(subject, name), getattr(subject, other))
        holds = _HOLDS[sign]
        return lambda subject, _: getattr(subject, name).is_number(lambda number: holds(number, limit))

    def _refers(self, name: str, related: Related, steps: Steps) -> Question:
        other = self.view(related.view, (*steps, "view"))
        if related.refers:
            self.complaints.append(self.text.complaint((*steps, "refers"), "belongs to exists and none; here the attribute refers"))
        if other is None:
            return _always
        where = self._where(related, other, steps)
        return lambda subject, unit: unit.any(other, lambda item: getattr(subject, name).refers_to(item) & where(item, unit))

    def _inside(self, kind: str, inside: Inside, view: View, steps: Steps) -> Question:
        blocks = blocks_of(view)
        if not self.known(inside.blocks, blocks, f"group of blocks of {view.__name__} called", (*steps, "blocks")):
            return _always
        where = self.question(inside.where, blocks[inside.blocks].view, (*steps, "where"))
        ask = aws.Blocks.any if kind == "some" else aws.Blocks.all
        return lambda subject, unit: ask(getattr(subject, inside.blocks), lambda block: where(block, unit))

    def _elsewhere(self, kind: str, related: Related, steps: Steps) -> Question:
        """Whether another resource exists, or none does."""
        other = self.view(related.view, (*steps, "view"))
        if other is None:
            return _always
        where = self._where(related, other, steps)
        names = self._reference(related.refers, other, (*steps, "refers")) if related.refers else None

        def fits(subject: aws.View, unit: aws.Unit) -> Callable[[aws.View], Truth]:
            return lambda item: (names(item, subject) if names else YES) & where(item, unit)

        if kind == "exists":
            return lambda subject, unit: unit.any(other, fits(subject, unit))
        return lambda subject, unit: unit.none(other, fits(subject, unit), of=subject)

    def _where(self, related: Related, other: View, steps: Steps) -> Question:
        return self.question(related.where, other, (*steps, "where")) if related.where else _always

    def _reference(self, name: str, other: View, steps: Steps) -> Callable[[Any, aws.View], Truth]:
        """How an item of another view is asked whether it names the subject; through its blocks when the name has a dot."""
        first, dot, rest = name.partition(".")
        if not dot:
            self.attribute(other, name, steps)
            return lambda item, subject: getattr(item, name).refers_to(subject)
        blocks = blocks_of(other)
        if self.known(first, blocks, f"group of blocks of {other.__name__} called", steps):
            self.attribute(blocks[first].view, rest, steps)
        return lambda item, subject: getattr(item, first).any(lambda block: getattr(block, rest).refers_to(subject))
