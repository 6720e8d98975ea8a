"""The Conditions section as logic: which sides are possible, and what a side says about other conditions and parameters."""

from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from obslint.cloudformation.logic import Network, State
from obslint.cloudformation.subtext import holes
from obslint.cloudformation.tree import Mapping, Node, Scalar, canonical, elements, walk
from obslint.model import Guard, Reference, Symbolic, Unknown, Value, at_default
from obslint.model.compare import equal, plain

if TYPE_CHECKING:
    from obslint.cloudformation.scope import Scope


@dataclass(frozen=True, slots=True, eq=False)
class Fixed:
    """A parameter's value on one side of a condition: the literal it is compared with, and the condition."""

    literal: Scalar
    condition: str


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """What follows when a condition has a side.

    `freed` are parameters whose default contradicts that side, with the guard that says so. In a nested stack, the names
    start with its prefix. `excluded` are texts that parameters certainly do not have.
    """

    conditions: Map[str, bool] = field(default_factory=dict)
    fixed: Map[str, Fixed] = field(default_factory=dict)
    freed: Map[str, Guard] = field(default_factory=dict)
    excluded: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class _Atom:
    """A comparison that is not settled. `name` is the parameter or pseudo parameter that is compared with `literal`."""

    gate: int
    left: Node
    right: Node
    name: str = ""
    literal: Scalar | None = None


class Conditions:
    """The conditions of one template. `open_scope` takes no parameter at its default, `scope` takes all."""

    def __init__(self, scope: "Scope", open_scope: "Scope") -> None:
        self._scope, self._open = scope, open_scope
        self._template = scope.template
        self._network = Network()
        self._atoms: dict[tuple[str, ...], _Atom] = {}
        self._groups: dict[str, list[int]] = {}
        self._sides: dict[Guard, Side | None] = {}
        self._defaults: State | None = None
        names = self._network.names
        names.update({name: self._network.add("and") for name in self._template.conditions})
        for name, entry in self._template.conditions.items():
            self._network.connect(names[name], (self._gate(entry.body),))
        self._close_groups()
        self._settled = self._network.settled()

    def side(self, name: str) -> bool | None:
        """The side that a condition has whatever the parameters are."""
        gate = self._network.names.get(name)
        return None if gate is None else self._settled[gate]

    def implied(self, guard: Guard) -> Map[str, bool] | None:
        """The conditions that follow from a side, the guard's own included, and which parameters are not at their default then.

        None when it cannot have that side.
        """
        found = self.given(guard)
        return None if found is None else {**found.conditions, **{at_default(name): False for name in found.freed}}

    def given(self, guard: Guard) -> Side | None:
        """All that follows from a side of a condition."""
        if guard not in self._sides:
            self._sides[guard] = self._given(guard)
        return self._sides[guard]

    def _given(self, guard: Guard) -> Side | None:
        prefix = self._scope.world.prefix
        gate = self._network.names.get(guard.condition.removeprefix(prefix))
        if gate is None:
            return Side({guard.condition: guard.holds})
        state = self._network.assign(self._settled, [(gate, guard.holds)])
        if state is None:
            return None
        compared = [atom for atom in self._atoms.values() if atom.literal is not None]
        fixed = {a.name: Fixed(a.literal, guard.condition) for a in compared if state[a.gate] and a.literal}
        freed = dict.fromkeys((a.name for a in compared if state[a.gate] is False and self._is_default(a)), guard)
        if self._default_state()[gate] is not guard.holds:
            freed.update(dict.fromkeys((prefix + name for name in self.mentioned(guard.condition.removeprefix(prefix))), guard))
        named = {prefix + name: holds for name, holds in self._network.named(state).items()}
        excluded = frozenset((a.name, _text(a.literal)) for a in compared if state[a.gate] is False and a.literal)
        return Side(named, fixed, {name: found for name, found in freed.items() if name not in fixed}, excluded)

    def _is_default(self, atom: _Atom) -> bool:
        world = self._scope.world
        parameter = self._template.parameters.get(atom.name.removeprefix(world.prefix))
        if world.origin is not None:
            return equal(self._scope.evaluate(atom.left), self._scope.evaluate(atom.right)).known is True
        return bool(parameter and parameter.default and atom.literal and _text(parameter.default) == _text(atom.literal))

    def _default_state(self) -> State:
        """The sides of all conditions when every parameter has its default."""
        if self._defaults is None:
            facts = []
            for atom in self._atoms.values():
                verdict = equal(self._scope.evaluate(atom.left), self._scope.evaluate(atom.right)).known
                if verdict is not None:
                    facts.append((atom.gate, verdict))
            self._defaults = self._network.assign(self._settled, facts) or self._settled
        return self._defaults

    def mentioned(self, condition: str) -> set[str]:
        """The parameters on which a condition depends, through other conditions too."""
        found: set[str] = set()
        seen, waiting = {condition}, [condition]
        while waiting:
            entry = self._template.conditions.get(waiting.pop())
            for name, is_condition in names_in(entry.body) if entry else ():
                if not is_condition:
                    found.add(name)
                elif name not in seen:
                    seen.add(name)
                    waiting.append(name)
        return found & self._template.parameters.keys()

    def _gate(self, node: Node) -> int:
        call = node.pairs[0] if isinstance(node, Mapping) and len(node.pairs) == 1 else None
        name = call.key.text if call else ""
        if call and name in ("Fn::And", "Fn::Or"):
            return self._network.add("and" if name == "Fn::And" else "or", [self._gate(item) for item in elements(call.value)])
        if call and name == "Fn::Not":
            inner = elements(call.value) or [call.value]
            return self._network.add("not", [self._gate(inner[0])])
        if call and name == "Fn::Equals" and len(pair := elements(call.value)) == 2:
            return self._comparison(pair[0], pair[1])
        target = call.value if call and name == "Condition" else node
        if isinstance(target, Scalar) and target.text in self._network.names:
            return self._network.names[target.text]
        return self._shared(("?", canonical(node)), node, node)

    def _comparison(self, left: Node, right: Node) -> int:
        one, other = self._open.evaluate(left), self._open.evaluate(right)
        verdict = equal(one, other).known
        if verdict is not None:
            return self._network.settle(self._network.add("atom"), verdict)
        for reference, literal in ((_named(one), right), (_named(other), left)):
            if reference and isinstance(literal, Scalar) and "{{" not in literal.text:
                return self._grouped(reference, left, right, literal)
        return self._shared(tuple(sorted((canonical(left), canonical(right)))), left, right)

    def _grouped(self, reference: str, left: Node, right: Node, literal: Scalar) -> int:
        key = ("=", reference, _text(literal))
        if self._scope.world.excludes(reference, key[2]):
            return self._network.settle(self._network.add("atom"), False)
        if key not in self._atoms:
            gate = self._network.add("atom", group=self._groups.setdefault(reference, []))
            self._atoms[key] = _Atom(gate, left, right, reference, literal)
        return self._atoms[key].gate

    def _shared(self, key: tuple[str, ...], left: Node, right: Node) -> int:
        """A comparison that is only equal to itself written elsewhere."""
        if key not in self._atoms:
            self._atoms[key] = _Atom(self._network.add("atom"), left, right)
        return self._atoms[key].gate

    def _close_groups(self) -> None:
        """Where a parameter is compared with all its allowed values, one of the comparisons holds."""
        for name, gates in self._groups.items():
            parameter = self._template.parameters.get(name.removeprefix(self._scope.world.prefix))
            allowed = parameter.allowed if parameter else ()
            if allowed and all(("=", name, _text(value)) in self._atoms for value in allowed):
                self._network.settle(self._network.add("or", list(gates)), True)


def _text(scalar: Scalar) -> str:
    value = scalar.value
    return "" if value is None else plain(value)


def _named(value: Value) -> str:
    """The parameter or pseudo parameter that a value wholly is, or nothing."""
    if isinstance(value, Unknown) and value.symbol:
        return str(value.symbol)
    if isinstance(value, Symbolic) and len(value.parts) == 1 and isinstance(value.parts[0], Reference):
        return str(value.parts[0])
    return ""


def names_in(node: Node) -> set[tuple[str, bool]]:
    """The names referred to, and whether each names a condition."""
    found: set[tuple[str, bool]] = set()
    for part in walk(node):
        if isinstance(part, Mapping) and len(part.pairs) == 1 and isinstance(argument := part.pairs[0].value, Scalar):
            if part.pairs[0].key.text == "Fn::Sub":
                found.update((name, False) for name in holes(argument.text))
            else:
                found.add((argument.text, part.pairs[0].key.text == "Condition"))
    return found
