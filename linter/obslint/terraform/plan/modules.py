"""Modules of the source, evaluated with what the plan knows: its variables, its module and resource instances."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from typing import cast

from obslint.model import Gap, Known, Resource, Unknown, Value, settle
from obslint.source import Place
from obslint.terraform.access import items_of
from obslint.terraform.ast import Block
from obslint.terraform.config import Config
from obslint.terraform.evaluate import evaluate
from obslint.terraform.expand import Expansion, Instance, expand
from obslint.terraform.module import Module
from obslint.terraform.plan.address import Steps, key_value, parse_module
from obslint.terraform.plan.origins import Resolver
from obslint.terraform.tree import Tree
from obslint.terraform.values import is_scalar, plain_key


@dataclass(eq=False)
class PlannedTree(Tree):
    """The evaluation of a source for one plan."""

    resolver: "Resolver | None" = None


class PlannedModule(Module):
    """A module instance whose resources and modules are those that are planned."""

    @property
    def resolver(self) -> Resolver:
        """The instances of the plan."""
        return cast(Resolver, cast(PlannedTree, self.tree).resolver)

    @property
    def steps(self) -> Steps:
        """Which module instance this is."""
        return parse_module(self.prefix)

    def instances(self, kind: str, name: str) -> tuple[Expansion, tuple[Resource, ...]]:
        """The planned instances of a resource; those that its block would make when the plan has none."""
        key = (kind, name)
        if key not in self._sets:
            made = self.resolver.instances.get((self.steps, f"{kind}.{name}"))
            if not made:
                return super().instances(kind, name)
            order = ordered(made)
            self._sets[key] = (Expansion("unknown", (), Unknown(f"{kind}.{name} refers to itself")), ())
            self._sets[key] = (self._expansion(self.config.resources[key], order), tuple(made[found] for found in order))
        return self._sets[key]

    def _call_module(self, name: str) -> tuple[Expansion, tuple[Module, ...]] | Unknown:
        keys = self.resolver.modules.get((self.steps, name))
        block = self.config.calls[name]
        found = self.tree.source_of(self, name, block)
        if isinstance(found, Gap):
            self.tree.gaps.append(found)
            return Unknown(found.reason, place=found.place)
        config, owned = found
        expansion = self._expansion(block, ordered(keys)) if keys else expand(block.body, self.scope(block))
        return expansion, tuple(self._child(name, block, config, each, expansion, owned) for each in expansion.instances)

    def _child(self, name: str, block: Block, config: Config, instance: Instance, expansion: Expansion, owned: bool) -> "PlannedModule":
        made = super()._child(name, block, config, instance, expansion, owned)
        return PlannedModule(**{each.name: getattr(made, each.name) for each in fields(made) if not each.name.startswith("_")})

    def _expansion(self, block: Block, keys: list[str]) -> Expansion:
        """The instances with these keys, and what `count` and `each` are in them."""
        if keys == [""]:
            return Expansion("single", (Instance("", "", {}),))
        found = [key_value(key) for key in keys]
        kind = "count" if found == list(range(len(found))) else "each"
        value_of = self._each_values(block)
        return Expansion(kind, tuple(_instance(key, value, block, value_of) for key, value in zip(keys, found, strict=True)))

    def _each_values(self, block: Block) -> Callable[[str], Value]:
        """The items of for_each by their keys."""
        attribute = block.body.attributes.get("for_each")
        value = evaluate(attribute.expr, self.scope(block).with_file(attribute.file)) if attribute else Unknown("there is no for_each")
        items = {plain_key(key): item for each, item in items_of(value) or () if is_scalar(key := settle(each))}
        place = Place(attribute.file, attribute.span) if attribute else None
        return lambda key: items[key] if key in items else Unknown(f'each.value of "{key}" is not written in for_each', place=place)


def _instance(key: str, value: object, block: Block, value_of: Callable[[str], Value]) -> Instance:
    place = Place(block.file, block.header)
    if isinstance(value, int):
        return Instance(key, str(value), {"count.index": Known(value, place=place)})
    text = str(value)
    return Instance(key, text, {"each.key": Known(text, place=place), "each.value": value_of(text)})


def ordered(keys: Iterable[str]) -> list[str]:
    """Keys in Terraform's order: numbers by their size, texts by their characters."""
    return sorted(keys, key=lambda key: (0, value, "") if key and isinstance(value := key_value(key), int) else (1, 0, key))
