"""What an expression of a template is evaluated in."""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from functools import cached_property

from obslint.cloudformation.conditions import Conditions, Fixed
from obslint.cloudformation.fields import list_value, map_value
from obslint.cloudformation.intrinsics import call_function
from obslint.cloudformation.joins import Joins
from obslint.cloudformation.nested import Origin
from obslint.cloudformation.template import Entry, Template
from obslint.cloudformation.texts import dynamic_text
from obslint.cloudformation.ties import NONE, Ties, find_ties
from obslint.cloudformation.tree import Mapping, Node, Scalar, function, text_of
from obslint.model import Absent, Gap, Guard, Known, Resource, Unknown, Value
from obslint.model.compare import plain
from obslint.source import Place


class World:
    """What all expressions of one template share. `given` are the values of parameters from outside.

    A nested stack has an `origin`; addresses and conditions of its template start with `prefix` outside of it. `children` are
    the nested stacks that were read, by logical id, `asked` the outputs that are being evaluated, `joins` the other templates,
    `imported` those of which an export was taken.
    """

    def __init__(self, template: Template, given: Map[str, str], origin: Origin | None = None, prefix: str = "") -> None:
        self.template = template
        self.given = given
        self.origin = origin
        self.prefix = origin.prefix if origin else prefix
        self.resources: dict[str, Resource] = {}
        self.children: dict[str, World] = {}
        self.joins: Joins | None = None
        self.gaps: list[Gap] = []
        self.asked: set[str] = set()
        self.imported: set[str] = set()

    def guard(self, condition: str, holds: bool) -> Guard:
        """The side of a condition of this template."""
        return Guard(self.prefix + condition, holds)

    def outward(self, condition: str, holds: bool) -> Guard:
        """The side of a condition as values carry it: of the outermost stack whose condition it is."""
        same = self.ties.same.get(condition)
        if same is None or self.origin is None:
            return self.guard(condition, holds)
        above = self.origin.world
        return above.outward(same.condition.removeprefix(above.prefix), same.holds is holds)

    @cached_property
    def ties(self) -> Ties:
        """How the conditions hang on those of the stack around this one."""
        return find_ties(self)

    def variant(self, origin: Origin) -> "World":
        """The same template, deployed in another way; only its conditions are asked for."""
        made = World(self.template, self.given, origin)
        made.ties = NONE
        return made

    def excludes(self, parameter: str, text: str) -> bool:
        """Whether what is assumed about the stack around this one rules out that a parameter is this text."""
        if self.origin is None or self.origin.assumed is None:
            return False
        passed = self.origin.passed(parameter.removeprefix(self.prefix), widest=True)
        side = self.origin.world.conditions.given(self.origin.assumed)
        return isinstance(passed, Unknown) and side is not None and (str(passed.symbol), text) in side.excluded

    @cached_property
    def conditions(self) -> Conditions:
        """The conditions, solved when first asked for."""
        return Conditions(Scope(self), Scope(self, open=True))

    def own(self, guard: Guard) -> str | None:
        """The name that a guard's condition has in this template; None when it is one of another."""
        name = guard.condition.removeprefix(self.prefix)
        if self.origin is not None and (same := next((own for own in self.ties.same if self.outward(own, True) == guard), None)):
            return same
        return None if (self.prefix and name == guard.condition) or "." in name else name

    def scope_of(self, entry: Entry) -> "Scope":
        """The scope of a resource's or output's own text: where it has a condition, that holds."""
        condition = text_of(entry.body.get("Condition")) if isinstance(entry.body, Mapping) else None
        scope = Scope(self)
        if condition is None or condition not in self.template.conditions:
            return scope
        return scope.within(self.guard(condition, True)) or scope


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """The world, and what is assumed at an expression because of the conditions around it.

    `assumed` are sides of conditions; `fixed` and `freed` say which parameters are not at their default then.
    With `open`, no parameter is taken at its default.
    """

    world: World
    assumed: Map[str, bool] = field(default_factory=dict)
    fixed: Map[str, Fixed] = field(default_factory=dict)
    freed: Map[str, Guard] = field(default_factory=dict)
    open: bool = False

    @property
    def template(self) -> Template:
        """The template that is evaluated."""
        return self.world.template

    def place(self, node: Node) -> Place:
        """Where a node is written."""
        return self.world.template.document.place(node)

    def side(self, condition: str) -> bool | None:
        """The side of a condition, when it is certain here."""
        found = self.assumed.get(self.world.prefix + condition)
        return self.world.conditions.side(condition) if found is None else found

    def within(self, guard: Guard) -> "Scope | None":
        """The scope of a part that holds on one side of a condition only; None when that side is impossible."""
        side = self.world.conditions.given(guard)
        if side is None:
            return None
        assumed = {**side.conditions, **self.assumed, guard.condition: guard.holds}
        fixed = {**side.fixed, **self.fixed}
        freed = {name: cause for name, cause in {**side.freed, **self.freed}.items() if name not in fixed}
        return replace(self, assumed=assumed, fixed=fixed, freed=freed)

    def evaluate(self, node: Node, header: Place | None = None) -> Value:
        """What a node amounts to. `header` is where to point when a member of it is missing."""
        if isinstance(node, Scalar):
            return self._scalar(node)
        call = function(node)
        if call is not None:
            return call_function(self, *call, node)
        return map_value(self, node, header) if isinstance(node, Mapping) else list_value(self, node)

    def _scalar(self, node: Scalar) -> Value:
        if "{{resolve:" in node.text:
            return dynamic_text(node.text, self.place(node))
        value = node.value
        return Absent(place=self.place(node)) if value is None else Known(value, place=self.place(node))

    def texts(self, node: Node) -> list[str] | None:
        """The texts of a list, when all are certain; what a loop runs over."""
        value = self.evaluate(node)
        items = value.data if isinstance(value, Known) and isinstance(value.data, tuple) else None
        scalars = [item.data for item in items or () if isinstance(item, Known) and isinstance(item.data, str | int | float)]
        return [plain(scalar) for scalar in scalars] if items is not None and len(scalars) == len(items) else None


def unknown(why: str, place: Place) -> Unknown:
    """An unknown without more to say."""
    return Unknown(why, place=place)
