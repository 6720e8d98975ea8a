"""A module instance: what its names mean, and the resources in it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from obslint.model import Absent, Gap, Known, Reference, Resource, Step, Symbolic, Unknown, Value, settle
from obslint.source import Place
from obslint.terraform.ast import Block
from obslint.terraform.calls import Argument as Argument
from obslint.terraform.calls import arguments, gathered
from obslint.terraform.config import Config
from obslint.terraform.depth import TOO_DEEP, Evaluation, Pending
from obslint.terraform.evaluate import evaluate
from obslint.terraform.expand import Expansion, Instance, expand
from obslint.terraform.functions import FileScope, FunctionError, UndecidedError
from obslint.terraform.lifecycle import OuterFields
from obslint.terraform.outputs import OutputFields
from obslint.terraform.providers import Provider, ResourceFields, handed_providers, provider_of, region_of
from obslint.terraform.published import unread
from obslint.terraform.scope import Scope
from obslint.terraform.types import convert
from obslint.terraform.values import Invalid, boolean, hop, shallow, undeclared

if TYPE_CHECKING:
    from obslint.terraform.tree import Tree


@dataclass(slots=True, eq=False)
class Module:
    """One instance of a module.

    `prefix` starts its addresses (`module.a[0].`), `presence` tells whether it is made at all, `way` is the calls from the root, and
    `calls` their places; `above` the directories on it. `called_at` and `call_prefix` are of the call that leaves the team's own code.
    """

    tree: "Tree"
    config: Config
    prefix: str = ""
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    presence: Value = field(default_factory=lambda: Known(True))
    owned: bool = True
    providers: Mapping[str, Provider] = field(default_factory=dict)
    way: tuple[str, ...] = ()
    above: tuple[Path, ...] = ()
    calls: tuple[Place, ...] = ()
    called_at: Place | None = None
    call_prefix: str = ""
    unread: dict[str, tuple[Resource, ...]] = field(default_factory=dict)
    _cache: dict[tuple[str, str], Value] = field(default_factory=dict)
    _busy: dict[tuple[str, str], bool] = field(default_factory=dict)
    _sets: "dict[tuple[str, str], tuple[Expansion, tuple[Resource, ...]]]" = field(default_factory=dict)
    _children: "dict[str, tuple[Expansion, tuple[Module, ...]] | Unknown]" = field(default_factory=dict)

    @property
    def evaluation(self) -> Evaluation:
        """What is being evaluated in the root."""
        return self.tree.evaluation

    def scope(self, block: Block) -> Scope:
        """The scope of a declaration."""
        return Scope(self, block.file)

    def _once(self, kind: str, name: str, make: Callable[[], Value]) -> Value:
        """A named value, evaluated once; one that needs itself is unknown."""
        if (found := self._cache.get((kind, name))) is not None:
            return found
        return self.evaluation.run(lambda: self._made(kind, name, make), lambda: self._keep(kind, name, Unknown(TOO_DEEP)))

    def _made(self, kind: str, name: str, make: Callable[[], Value]) -> Value:
        key = (kind, name)
        found = self._cache.get(key)
        if found is not None:
            return found
        if key in self._busy:
            return Unknown(f"{_address(kind, name)} refers to itself")
        self._busy[key] = True
        try:
            value = shallow(make())
        except RecursionError:
            self.evaluation.ended_in(self._pending(kind, name, make))
            raise
        finally:
            del self._busy[key]
        return self._keep(kind, name, value)

    def _pending(self, kind: str, name: str, make: Callable[[], Value]) -> Pending:
        again = partial(self._made, kind, name, make)
        return Pending((id(self), kind, name), again, partial(self._keep, kind, name, Unknown(TOO_DEEP)))

    def _keep(self, kind: str, name: str, value: Value) -> Value:
        self._cache[kind, name] = value
        return value

    def variable(self, name: str) -> Value:
        """`var.name`: the argument, the variable file, or the default; unknown when none is written."""
        return self._once("var", name, lambda: self._variable(name))

    def _variable(self, name: str) -> Value:
        block = self.config.variables.get(name)
        if block is None:  # a wrapper may write the declaration later, as Terragrunt does
            given = None if self.prefix else self.arguments.get(name)
            why = f"variable {name!r} is not declared; if another tool does that, pass --var-file"
            return given() if given else undeclared(f"{self.prefix}var.{name}", why)
        attributes = block.body.attributes
        value = self._given(name, block)
        wanted = attributes["type"].expr if "type" in attributes else None
        converted = convert(value, wanted, self.scope(block), evaluate)
        if (ephemeral := attributes.get("ephemeral")) and boolean(evaluate(ephemeral.expr, self.scope(block))):
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
            step = Step(f'variable "{name}" defaults to this', Place(default.file, default.span), Reference(f"{self.prefix}var.{name}"))
            return self.tree.varied(self.way, name, hop(evaluate(default.expr, Scope(self, default.file)), step))
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
        return hop(value, Step(f'local "{name}" is this', Place(attribute.file, attribute.span), named))

    def resource(self, type: str, name: str) -> Value:  # noqa: A002 - Terraform's word
        """All instances of a resource or data source."""
        return self._once(type, name, lambda: self._resource(type, name))

    def _resource(self, kind: str, name: str) -> Value:
        if (kind, name) not in self.config.resources:
            return undeclared(f"{self.prefix}{kind}.{name}", f"{kind}.{name} is not declared")
        expansion, resources = self.instances(kind, name)
        values = [Symbolic((Reference(resource.address, "", resource),)) for resource in resources]
        return gathered(expansion, values, self.config.resources[kind, name])

    def call(self, name: str) -> Value:
        """`module.name`: its outputs, for each instance."""
        return self._once("module", name, lambda: self._call(name))

    def _call(self, name: str) -> Value:
        if name not in self.config.calls:
            return Invalid(f"module.{name} is not declared")
        if isinstance(made := self.children(name), Unknown):
            return made
        return gathered(made[0], [Known(OutputFields(child)) for child in made[1]], self.config.calls[name])

    def path(self, name: str) -> Value:
        """`path.module` relative to the root, `path.root` as a dot, the rest symbolic."""
        if name == "module":
            return Known(self.tree.relative(self.config.directory))
        return Known(".") if name == "root" else Unknown(f"path.{name} depends on where Terraform runs", symbol=Reference("path", name))

    def files(self) -> FileScope | None:
        """File functions read below the root only."""
        return self.tree.file_scope(self.config.directory)

    def read_file(self, name: str, place: Place) -> Value:
        """The text of a file below the root or in the module."""
        if (scope := self.files()) is None:
            return Unknown("files are not read here", place=place)
        try:
            return Known(scope.text(name), place=place)
        except UndecidedError as error:
            return Unknown(str(error), place=place)
        except FunctionError as error:
            return Invalid(str(error), place=place)

    def instances(self, kind: str, name: str) -> tuple[Expansion, tuple[Resource, ...]]:
        """How a resource is expanded, and its instances."""
        key, address = (kind, name), f"{kind}.{name}"
        if key not in self._sets:
            nothing = Unknown(TOO_DEEP)
            self.evaluation.run(lambda: self._expand(kind, name), lambda: self._sets.setdefault(key, _none(nothing)))
            expansion = self._sets[key][0]
            if expansion.too_many and expansion.unknown is not None:
                self.tree.gaps.append(Gap(f"{self.prefix}{address}", expansion.unknown.why, expansion.unknown.place))
        return self._sets[key]

    def _expand(self, kind: str, name: str) -> tuple[Expansion, tuple[Resource, ...]]:
        key = (kind, name)
        block = self.config.resources[key]
        self._sets[key] = _none(Unknown(f"{kind}.{name} refers to itself"))
        try:
            expansion = expand(block.body, self.scope(block))
            made = (expansion, tuple(self._make(kind, name, block, each, expansion) for each in expansion.instances))
        except RecursionError:
            del self._sets[key]
            raise
        self._sets[key] = made
        return made

    def _make(self, kind: str, name: str, block: Block, instance: Instance, expansion: Expansion) -> Resource:
        scope = self.scope(block).binding(dict(instance.bound))
        fields = ResourceFields(block, scope, provider_of(self, block))
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
            deployer=fields.deployer,
            owned=self.owned, call=self.called_at, call_prefix=self.call_prefix, calls=self.calls,
            lifecycle=OuterFields(block, block.body, scope),
        )  # fmt: skip

    def children(self, name: str) -> "tuple[Expansion, tuple[Module, ...]] | Unknown":
        """The instances of a module call, or why its code was not read."""
        if name not in self._children:
            self.evaluation.run(lambda: self._enter(name), lambda: self._children.setdefault(name, Unknown(TOO_DEEP)))
        return self._children[name]

    def _enter(self, name: str) -> None:
        self._children[name] = Unknown(f"module.{name} calls itself")
        try:
            made = self._call_module(name)
        except RecursionError:
            del self._children[name]
            raise
        self._children[name] = made

    def _call_module(self, name: str) -> "tuple[Expansion, tuple[Module, ...]] | Unknown":
        block = self.config.calls[name]
        found = self.tree.source_of(self, name, block)
        if isinstance(found, Gap):
            self.tree.gaps.append(found)
            return unread(self, name, block, found)
        config, owned = found
        expansion = expand(block.body, self.scope(block))
        if expansion.too_many and expansion.unknown is not None:
            self.tree.gaps.append(Gap(f"{self.prefix}module.{name}", expansion.unknown.why, expansion.unknown.place))
        return expansion, tuple(self._child(name, block, config, each, expansion, owned) for each in expansion.instances)

    def _child(self, name: str, block: Block, config: Config, instance: Instance, expansion: Expansion, owned: bool) -> "Module":
        scope = self.scope(block).binding(dict(instance.bound))
        prefix = f"{self.prefix}module.{name}{instance.suffix}."
        return Module(
            self.tree,
            config,
            prefix,
            arguments(name, block, scope, prefix),
            self.presence if expansion.unknown is None else expansion.unknown,
            owned and self.owned,
            handed_providers(self, block),
            (*self.way, name),
            (*self.above, self.config.directory),
            (*self.calls, Place(block.file, block.header)),
            *((self.called_at, self.call_prefix) if self.called_at else (None, "") if owned else (Place(block.file, block.header), prefix)),
        )

    def output(self, name: str) -> Value:
        """The value of an output of this module."""
        return self._once("output", name, lambda: self._output(name))

    def _output(self, name: str) -> Value:
        block = self.config.outputs[name]
        value = block.body.attributes.get("value")
        if value is None:
            return Unknown(f"output {name!r} has no value", place=Place(block.file, block.header))
        step = Step(f'output "{name}" is this', Place(value.file, value.span))
        return hop(evaluate(value.expr, Scope(self, value.file)), step)

    def walk(self) -> "Iterator[Module]":
        """This instance and all those below it."""
        yield self
        for name in self.config.calls:
            made = self.children(name)
            if not isinstance(made, Unknown):
                for child in made[1]:
                    yield from child.walk()


def _none(why: Unknown) -> tuple[Expansion, tuple[Resource, ...]]:
    return Expansion("unknown", (), why), ()


def _address(kind: str, name: str) -> str:
    return name if not kind else f"{kind}.{name}"
