"""Values that one root leaves for another, where both are scanned: outputs in remote state, and SSM parameters."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from obslint.model import Known, Problem, Reference, Resource, Step, Value, read, settle
from obslint.terraform.ast import Block
from obslint.terraform.evaluate import evaluate
from obslint.terraform.fields import BlockFields
from obslint.terraform.outputs import OutputFields
from obslint.terraform.values import hop, scalar

if TYPE_CHECKING:
    from obslint.terraform.module import Module

Identity = tuple[str, tuple[tuple[str, str], ...]]

_NAMES = {
    "s3": ("bucket", "key"),
    "gcs": ("bucket", "prefix"),
    "azurerm": ("storage_account_name", "container_name", "key"),
    "local": ("path",),
}
"""The settings that tell states of a backend apart. Workspaces are left out: who reads a state says which one elsewhere."""


@dataclass(slots=True, eq=False)
class Top:
    """The root module of a root, ready to be asked, and what was wrong with its variable files."""

    module: "Module"
    problems: list[Problem]


@dataclass(slots=True, eq=False)
class Joins:
    """The roots of a scan. `make` prepares one; it is called when the root, or another that reads from it, is evaluated.

    A state or parameter that two roots write is none that can be known.
    """

    roots: tuple[Path, ...]
    make: Callable[[Path], Top]
    _tops: dict[Path, Top] = field(default_factory=dict)
    _states: dict[Identity, Path | None] | None = None
    _parameters: dict[str, Resource | None] | None = None

    def top(self, root: Path) -> Top:
        """The root module of a root."""
        if root not in self._tops:
            self._tops[root] = self.make(root)
        return self._tops[root]

    def outputs(self, identity: Identity) -> "Module | None":
        """The root module that writes a state."""
        if self._states is None:
            self._states = {}
            for root in self.roots:
                if (own := _own_state(self.top(root).module)) is not None:
                    self._states[own] = None if own in self._states else root
        found = self._states.get(identity)
        return self.top(found).module if found else None

    def parameter(self, name: str) -> Resource | None:
        """The SSM parameter of that name, in whichever root declares it."""
        if self._parameters is None:
            self._parameters = {}
            for root in self.roots:
                for module in self.top(root).module.walk():
                    for resource in _parameters(module):
                        found = scalar(settle(resource.fields["name"])) if "name" in resource.fields else None
                        if isinstance(found, str):
                            self._parameters[found] = None if found in self._parameters else resource
        return self._parameters.get(name)


def joined_value(resource: Resource, attribute: str) -> Value | None:
    """What a data source reads from another root of the scan; None when it reads something else."""
    from obslint.terraform.module import Module

    fields = resource.fields
    names = fields.scope.names if isinstance(fields, BlockFields) else None
    if not isinstance(names, Module) or (joins := names.tree.joins) is None:
        return None
    if resource.type == "data.terraform_remote_state" and attribute == "outputs":
        identity = _read_state(resource)
        module = joins.outputs(identity) if identity else None
        if module is None:
            return None
        names.tree.note(module.tree)
        return Known(OutputFields(module), place=resource.header)
    if resource.type == "data.aws_ssm_parameter" and attribute in {"value", "insecure_value"}:
        return _parameter_value(joins, resource)
    return None


def _parameter_value(joins: Joins, resource: Resource) -> Value | None:
    name = scalar(settle(resource.fields["name"])) if "name" in resource.fields else None
    found = joins.parameter(name) if isinstance(name, str) else None
    if found is None or not _same_account(found, resource):
        return None
    _note(found, resource)
    written = next((key for key in ("value", "insecure_value") if key in found.fields), None)
    if written is None:
        return None
    step = Step(f"{found.address} holds this", found.fields.entry(written), Reference(found.address, written, found))
    return hop(found.fields[written], step)


def _note(found: Resource, reader: Resource) -> None:
    """Tells the root that reads of the root that is read."""
    one, other = (getattr(getattr(resource.fields, "scope", None), "names", None) for resource in (reader, found))
    if one is not None and other is not None:
        one.tree.note(other.tree)


def _same_account(one: Resource, other: Resource) -> bool:
    """Whether nothing says otherwise: two providers of one root may well stand for two accounts or regions."""
    from obslint.terraform.module import Module
    from obslint.terraform.providers import provider_of

    found = []
    for resource in (one, other):
        fields = resource.fields
        names = fields.scope.names if isinstance(fields, BlockFields) else None
        if not isinstance(fields, BlockFields) or not isinstance(names, Module):
            return True
        provider = provider_of(names, fields.block)
        found.append((names.tree, provider.block if provider else None))
    return found[0][0] is not found[1][0] or found[0][1] is found[1][1]


def _parameters(module: "Module") -> list[Resource]:
    """Those whose value the configuration keeps: one under `ignore_changes` is a placeholder."""
    kept = [key for key, block in module.config.resources.items() if key[0] == "aws_ssm_parameter" and not _let_go(block)]
    return [resource for key in kept for resource in module.instances(*key)[1]]


def _let_go(block: Block) -> bool:
    return any(inner.type == "lifecycle" and "ignore_changes" in inner.body.attributes for inner in block.body.blocks)


def _own_state(module: "Module") -> Identity | None:
    """Where a root keeps its state, when its backend block says so in full; without one, in a file beside it."""
    block = module.config.backend_block
    if block is None:
        return None if module.config.backend else _identity("local", {"path": "terraform.tfstate"}, module.config.directory)
    attributes = block.body.attributes
    found = {name: _text(evaluate(attribute.expr, module.scope(block))) for name, attribute in attributes.items()}
    return _identity(block.labels[0] if block.labels else "", found, module.config.directory)


def _read_state(resource: Resource) -> Identity | None:
    """The state that a data source reads."""
    fields = resource.fields
    kind = _text(fields["backend"]) if "backend" in fields else None
    if kind is None or not isinstance(fields, BlockFields):
        return None
    names = {name: _text(read(fields, ("config", name)).value) for name in _NAMES.get(kind, ())}
    return _identity(kind, names, _root_of(fields))


def _root_of(fields: BlockFields) -> Path:
    from obslint.terraform.module import Module

    names = fields.scope.names
    return names.tree.root if isinstance(names, Module) else Path()


def _identity(kind: str, given: dict[str, str | None], directory: Path) -> Identity | None:
    wanted = {name: given.get(name) for name in _NAMES.get(kind, ())}
    if kind == "local" and wanted.get("path") is None:
        wanted["path"] = "terraform.tfstate"
    if not wanted or any(value is None for value in wanted.values()):
        return None
    if kind == "local":
        wanted["path"] = os.path.normpath(directory / str(wanted["path"]))
    return kind, tuple((name, str(value)) for name, value in wanted.items())


def _text(value: Value) -> str | None:
    found = scalar(settle(value))
    return found if isinstance(found, str) else None
