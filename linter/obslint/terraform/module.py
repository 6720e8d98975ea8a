"""A module instance: what its names mean, and the resources in it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from obslint.model import Absent, Export, Gap, Known, Reference, Resource, Step, Symbolic, Unknown, Value, settle, via
from obslint.source import Place, UnreadableError
from obslint.terraform.ast import Block
from obslint.terraform.config import Config
from obslint.terraform.evaluate import evaluate
from obslint.terraform.expand import Expansion, Instance, expand
from obslint.terraform.fields import BlockFields
from obslint.terraform.functions import FileScope
from obslint.terraform.outputs import OutputFields
from obslint.terraform.providers import handed_regions, region_of
from obslint.terraform.scope import Scope
from obslint.terraform.types import convert
from obslint.terraform.values import Invalid, Many, boolean, fields_of

if TYPE_CHECKING:
    from obslint.terraform.tree import Tree

Argument = Callable[[], Value]


@dataclass(slots=True, eq=False)
class Module:
    """One instance of a module. `prefix` starts its addresses (`module.a[0].`), `presence` tells whether it is made at all."""

    tree: "Tree"
    config: Config
    prefix: str = ""
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    presence: Value = field(default_factory=lambda: Known(True))
    owned: bool = True
    regions: Mapping[str, Value] = field(default_factory=dict)
    depth: int = 0
    _cache: dict[tuple[str, str], Value] = field(default_factory=dict)
    _busy: set[tuple[str, str]] = field(default_factory=set)
    _sets: "dict[tuple[str, str], tuple[Expansion, tuple[Resource, ...]]]" = field(default_factory=dict)
    _children: "dict[str, tuple[Expansion, tuple[Module, ...]] | Unknown]" = field(default_factory=dict)

    def scope(self, block: Block) -> Scope:
        """The scope of a declaration."""
        return Scope(self, block.file)

    def _once(self, kind: str, name: str, make: Callable[[], Value]) -> Value:
        """A named value, evaluated once; one that needs itself is unknown."""
        key = (kind, name)
        if key in self._cache:
            return self._cache[key]
        if key in self._busy:
            return Unknown(f"{kind}.{name} refers to itself")
        if len(self.tree.stack) > self.tree.max_stack:
            return Unknown(f"{kind}.{name} stands behind more than {self.tree.max_stack} other names")
        self._busy.add(key)
        self.tree.stack.append(key)
        try:
            self._cache[key] = make()
        finally:
            self.tree.stack.pop()
            self._busy.discard(key)
        return self._cache[key]

    def variable(self, name: str) -> Value:
        """`var.name`: the argument, the variable file, or the default; unknown when none is written."""
        return self._once("var", name, lambda: self._variable(name))

    def _variable(self, name: str) -> Value:
        block = self.config.variables.get(name)
        if block is None:
            return Invalid(f"variable {name!r} is not declared")
        attributes = block.body.attributes
        value = self._given(name, block)
        wanted = attributes["type"].expr if "type" in attributes else None
        converted = convert(value, wanted, self.scope(block), evaluate)
        ephemeral = attributes.get("ephemeral")
        if ephemeral and boolean(evaluate(ephemeral.expr, self.scope(block))):
            return Unknown(f"variable {name!r} is ephemeral and never stored", place=converted.place)
        return converted

    def _given(self, name: str, block: Block) -> Value:
        attributes = block.body.attributes
        given = self.arguments.get(name)
        value = settle(given()) if given else None
        nullable = attributes.get("nullable")
        if isinstance(value, Absent) and nullable and boolean(evaluate(nullable.expr, self.scope(block))) is False:
            value = None
        if value is not None:
            return value
        if "default" in attributes:
            default = attributes["default"]
            named = Reference(f"{self.prefix}var.{name}")
            step = Step(f'variable "{name}" defaults to this', Place(default.file, default.span), named)
            return via(evaluate(default.expr, self.scope(block)), step)
        place = Place(block.file, block.header)
        symbol = Reference(f"{self.prefix}var.{name}", "", None, why := f'variable "{name}" has no value; pass --var-file')
        return Unknown(why, symbol=symbol, place=place)

    def local(self, name: str) -> Value:
        """`local.name`."""
        return self._once("local", name, lambda: self._local(name))

    def _local(self, name: str) -> Value:
        attribute = self.config.locals.get(name)
        if attribute is None:
            return Invalid(f"local.{name} is not declared")
        value = evaluate(attribute.expr, Scope(self, attribute.file))
        named = Reference(f"{self.prefix}local.{name}")
        return via(value, Step(f'local "{name}" is this', Place(attribute.file, attribute.span), named))

    def resource(self, type: str, name: str) -> Value:  # noqa: A002 - Terraform's word
        """All instances of a resource or data source."""
        return self._once(type, name, lambda: self._resource(type, name))

    def _resource(self, kind: str, name: str) -> Value:
        if (kind, name) not in self.config.resources:
            return Invalid(f"{kind}.{name} is not declared")
        expansion, resources = self.instances(kind, name)
        values = [Symbolic((Reference(resource.address, "", resource),)) for resource in resources]
        return _gathered(expansion, values, self.config.resources[kind, name])

    def call(self, name: str) -> Value:
        """`module.name`: its outputs, for each instance."""
        return self._once("module", name, lambda: self._call(name))

    def _call(self, name: str) -> Value:
        if name not in self.config.calls:
            return Invalid(f"module.{name} is not declared")
        made = self.children(name)
        if isinstance(made, Unknown):
            return made
        expansion, children = made
        return _gathered(expansion, [Known(OutputFields(child)) for child in children], self.config.calls[name])

    def path(self, name: str) -> Value:
        """`path.module` relative to the root, `path.root` as a dot, the rest symbolic."""
        if name == "module":
            relative = self.tree.relative(self.config.directory)
            return Known(relative)
        return Known(".") if name == "root" else Unknown(f"path.{name} depends on where Terraform runs", symbol=Reference("path", name))

    def files(self) -> FileScope | None:
        """File functions read below the root only."""
        return self.tree.file_scope(self.config.directory)

    def read_file(self, name: str, place: Place) -> Value:
        """The text of a file below the root."""
        scope = self.files()
        if scope is None:
            return Unknown("files are not read here", place=place)
        path = Path(name) if Path(name).is_absolute() else scope.root / name
        try:
            return Known(scope.read(path), place=place)
        except (UnreadableError, OSError, ValueError) as error:
            return Unknown(f"{name} cannot be read: {error}", place=place)

    def instances(self, kind: str, name: str) -> tuple[Expansion, tuple[Resource, ...]]:
        """How a resource is expanded, and its instances."""
        key = (kind, name)
        if key not in self._sets:
            block = self.config.resources[key]
            self._sets[key] = (Expansion("unknown", (), Unknown(f"{kind}.{name} refers to itself")), ())
            expansion = expand(block.body, self.scope(block))
            resources = tuple(self._make(kind, name, block, each, expansion) for each in expansion.instances)
            self._sets[key] = (expansion, resources)
        return self._sets[key]

    def _make(self, kind: str, name: str, block: Block, instance: Instance, expansion: Expansion) -> Resource:
        scope = self.scope(block).binding(dict(instance.bound))
        fields = BlockFields(block, block.body, scope)
        return Resource(
            address=f"{self.prefix}{kind}.{name}{instance.suffix}",
            type=kind,
            dialect="terraform",
            fields=fields,
            header=Place(block.file, block.header),
            extent=Place(block.file, block.span),
            writer=self.tree.writer if self.owned else None,
            presence=self.presence if expansion.unknown is None else expansion.unknown,
            region=region_of(self, block, fields),
            owned=self.owned,
        )

    def children(self, name: str) -> "tuple[Expansion, tuple[Module, ...]] | Unknown":
        """The instances of a module call, or why its code was not read."""
        if name not in self._children:
            self._children[name] = Unknown(f"module.{name} calls itself")
            self._children[name] = self._call_module(name)
        return self._children[name]

    def _call_module(self, name: str) -> "tuple[Expansion, tuple[Module, ...]] | Unknown":
        block = self.config.calls[name]
        found = self.tree.source_of(self, name, block)
        if isinstance(found, Gap):
            self.tree.gaps.append(found)
            address = f"{self.prefix}module.{name}"
            return Unknown(found.reason, symbol=Reference(address, "", None, found.reason), place=found.place)
        config, owned = found
        expansion = expand(block.body, self.scope(block))
        return expansion, tuple(self._child(name, block, config, each, expansion, owned) for each in expansion.instances)

    def _child(self, name: str, block: Block, config: Config, instance: Instance, expansion: Expansion, owned: bool) -> "Module":
        scope = self.scope(block).binding(dict(instance.bound))
        prefix = f"{self.prefix}module.{name}{instance.suffix}."
        return Module(
            self.tree,
            config,
            prefix,
            _arguments(name, block, scope, prefix),
            self.presence if expansion.unknown is None else expansion.unknown,
            owned and self.owned,
            handed_regions(self, block),
            self.depth + 1,
        )

    def output(self, name: str) -> Value:
        """The value of an output of this module."""
        return self._once("output", name, lambda: self._output(name))

    def _output(self, name: str) -> Value:
        block = self.config.outputs[name]
        value = block.body.attributes.get("value")
        if value is None:
            return Unknown(f"output {name!r} has no value", place=Place(block.file, block.header))
        found = evaluate(value.expr, Scope(self, value.file))
        return via(found, Step(f'output "{name}" is this', Place(value.file, value.span)))

    def walk(self) -> "Iterator[Module]":
        """This instance and all those below it."""
        yield self
        for name in self.config.calls:
            made = self.children(name)
            if not isinstance(made, Unknown):
                for child in made[1]:
                    yield from child.walk()

    def exports(self) -> Iterator[Export]:
        """Arguments of modules that were not read, and values put where other code reads them."""
        for name, block in self.config.calls.items():
            if isinstance(self.children(name), Unknown):
                yield from self._handed(name, block)
        for kind, name in self.config.resources:
            if kind in {"aws_ssm_parameter", "aws_secretsmanager_secret_version"}:
                for resource in self.instances(kind, name)[1]:
                    for key in ("value", "insecure_value", "secret_string"):
                        if key in resource.fields:
                            yield Export(f"{resource.address}", resource.fields[key], resource.header)

    def _handed(self, name: str, block: Block) -> Iterator[Export]:
        """The arguments of every instance of a call whose code was not read."""
        for instance in expand(block.body, self.scope(block)).instances:
            scope = self.scope(block).binding(dict(instance.bound))
            for label, argument in _arguments(name, block, scope).items():
                value = argument()
                yield Export(f'argument {label} of module "{name}", whose code was not read,', value, value.place)


_CALL_META = frozenset({"source", "version", "count", "for_each", "providers", "depends_on"})


def _arguments(name: str, block: Block, scope: Scope, prefix: str = "") -> dict[str, Argument]:
    """What a call passes, evaluated in the scope of the caller when it is asked for; `prefix` is that of the called module."""

    def passed(key: str) -> Argument:
        attribute = block.body.attributes[key]
        step = Step(f'module "{name}" passes this', Place(attribute.file, attribute.span), Reference(f"{prefix}var.{key}"))
        return lambda: via(evaluate(attribute.expr, scope.with_file(attribute.file)), step)

    return {key: passed(key) for key in block.body.attributes if key not in _CALL_META}


def _gathered(expansion: Expansion, values: Sequence[Value], block: Block) -> Value:
    """The value of a whole resource or module: one thing, a list, a map, or any of an unknown number."""
    place = Place(block.file, block.header)
    if expansion.unknown is not None:
        generic = values[0] if values else expansion.unknown
        return Many(expansion.unknown.why, generic=generic, mentions=expansion.unknown.mentions, place=expansion.unknown.place)
    if expansion.kind == "single":
        return values[0]
    if expansion.kind == "count":
        return Known(tuple(values), place=place)
    return fields_of({each.key: value for each, value in zip(expansion.instances, values, strict=True)}, place)
