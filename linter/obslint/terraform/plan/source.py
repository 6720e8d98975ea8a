"""A plan laid over the source it was made from, so that resources stand where they are written and fixes edit that.

What the source would come to with edits that are being tried is laid over the plan in turn: where an edit changes what a
resource says, the edit counts and not the plan, which was made before.
"""

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from obslint.model import Absent, Export, Gap, Known, Problem, Resource, Step, Unit, Unknown, Value, references, settle, via
from obslint.source import Place, Sources
from obslint.terraform.ast import Block
from obslint.terraform.config import configs_of
from obslint.terraform.fields import BlockFields
from obslint.terraform.given import NO_INPUTS, given_values
from obslint.terraform.lifecycle import OuterFields
from obslint.terraform.module import Argument, Module
from obslint.terraform.plan.address import Address, prefix_of
from obslint.terraform.plan.document import Document, Json
from obslint.terraform.plan.fields import PlanFields, PlanReader
from obslint.terraform.plan.load import mentioning, planned_unit
from obslint.terraform.plan.merge import agrees, merge, same
from obslint.terraform.plan.modules import PlannedModule, PlannedTree
from obslint.terraform.plan.values import SENSITIVE
from obslint.terraform.plan.written import WrittenFields
from obslint.terraform.scope import Scope
from obslint.terraform.tree import Tree
from obslint.terraform.values import from_data
from obslint.terraform.writer import HclWriter


@dataclass(slots=True, eq=False)
class Overlay:
    """A source evaluated for a plan: the unit, what each resource says in it, and its root variables."""

    unit: Unit
    resources: dict[str, Resource] = field(default_factory=dict)
    variables: dict[str, Value] = field(default_factory=dict)


def onto_source(unit: Unit, reader: PlanReader, sources: Sources, source: Path) -> Unit:
    """The unit with its resources where the root directory `source` writes them. Those not found there are gaps."""
    directory = Path(os.path.normpath(Path.cwd() / source))
    before = None
    if sources.overlay:
        plain = Sources(sources.base, None, sources)
        before = sources.derived(reader.document.file, f"plan on {directory}", lambda _: _unedited(reader.document, plain, directory))
    return _laid(unit, reader, sources, directory, before).unit


def _unedited(document: Document, sources: Sources, directory: Path) -> Overlay:
    """The same on the source as it is on disk, with resources of its own."""
    unit, reader = planned_unit(document)
    return _laid(unit, reader, sources, directory, None)


def _laid(unit: Unit, reader: PlanReader, sources: Sources, directory: Path, before: Overlay | None) -> Overlay:
    tree = PlannedTree(sources, directory, configs_of(sources), HclWriter(), resolver=reader.resolver)
    config = tree.config_of(directory)
    if not config.files:
        unit.gaps += (Gap(sources.shown(directory), "it holds no Terraform files, so the plan is shown as it is"),)
        return Overlay(unit)
    variables, problems = _variables(tree, reader.document, before)
    top = PlannedModule(tree, config, arguments={name: _constant(value) for name, (_, value) in variables.items()})
    modules = list(top.walk())
    tree.config_at.update({module.prefix: module.config for module in modules})
    found = Overlay(unit, {}, {name: own for name, (own, _) in variables.items()})
    for module in modules:
        _place_resources(module, found, before)
    _finish(found, reader, top, modules, problems, before)
    return found


def _constant(value: Value) -> Argument:
    return lambda: value


def _variables(tree: Tree, document: Document, before: Overlay | None) -> tuple[dict[str, tuple[Value, Value]], list[Problem]]:
    """The root variables: as the source sets them, and as the plan was made with them."""
    config = tree.config_of(tree.root)
    given, problems = given_values(tree, config, NO_INPUTS)
    own = Module(tree, config, arguments=given)
    found = {}
    for name, block in config.variables.items():
        written = settle(own.variable(name))
        edited = before is not None and name in before.variables and not same(before.variables[name], written)
        found[name] = (written, written if edited else _planned_variable(document, name, block, written))
    return found, problems


def _planned_variable(document: Document, name: str, block: Block, written: Value) -> Value:
    """The value a variable had. Where the source sets the same, it stands there."""
    offset = document.variables.get(name)
    given: Json = None if offset is None else document.decode(offset)
    if not isinstance(given, dict) or "value" not in given:
        return written
    place = Place(block.file, block.header)
    planned = from_data(given["value"], place)
    if same_data(planned, written) or (isinstance(planned, Absent) and isinstance(written, Absent)):
        return written
    sensitive = block.body.attributes.get("sensitive")
    if sensitive is not None and sensitive.file.text[sensitive.span.start : sensitive.span.end].endswith("true"):
        return Unknown(SENSITIVE, place=place)
    return via(planned, Step(f'the plan was made with a value for variable "{name}"', place))


def same_data(planned: Value, written: Value) -> bool:
    """Whether the source certainly sets a variable to what the plan was made with."""
    return isinstance(written, Known) and isinstance(planned, Known) and agrees(planned, written) and agrees(written, planned)


def _place_resources(module: Module, found: Overlay, before: Overlay | None) -> None:
    """Gives planned resources the fields and places of their blocks."""
    for (kind, name), block in module.config.resources.items():
        expansion, resources = module.instances(kind, name)
        for instance, resource in zip(expansion.instances, resources, strict=True):
            found.resources[resource.address] = resource
            if not isinstance(resource.fields, PlanFields):
                continue
            scope = Scope(module, block.file).binding(dict(instance.bound))
            resource.fields = WrittenFields(block, scope, resource.fields, _fields_of(before, resource.address))
            resource.header, resource.extent = Place(block.file, block.header), Place(block.file, block.span)
            resource.lifecycle = OuterFields(block, block.body, scope)
            resource.writer, resource.owned = (module.tree.writer if module.owned else None), module.owned


def _fields_of(before: Overlay | None, address: str) -> BlockFields | None:
    resource = before.resources.get(address) if before else None
    return resource.fields if resource is not None and isinstance(resource.fields, BlockFields) else None


def _finish(
    found: Overlay, reader: PlanReader, top: Module, modules: list[Module], problems: list[Problem], before: Overlay | None
) -> None:
    """Puts together what the unit says beyond the plan."""
    unit = found.unit
    configs = list({id(module.config): module.config for module in modules}.values())
    unit.resources = tuple(_remaining(unit.resources, found, before))
    unit.files += tuple(file for config in configs for file in config.files)
    unit.gaps += (*(gap for config in configs for gap in config.gaps), *_unplaced(unit, reader, modules))
    unit.problems += (*(problem for config in configs for problem in config.problems), *problems)
    planned = unit.exports_of
    unit.exports_of = lambda: tuple(_placed(export, top) for export in planned())


def _remaining(resources: tuple[Resource, ...], found: Overlay, before: Overlay | None) -> Iterator[Resource]:
    """The planned resources but for those that an edit takes away, and those that it adds."""
    known = {resource.address for resource in resources}
    for resource in resources:
        if before is None or resource.address in found.resources or resource.address not in before.resources:
            yield resource
    if before is not None:
        for address, resource in found.resources.items():
            if address not in known and address not in before.resources:
                yield resource


def _placed(export: Export, top: Module) -> Export:
    """An output where the source declares it."""
    name = export.label.removeprefix('output "').removesuffix('"')
    block = top.config.outputs.get(name) if export.label.startswith("output ") else None
    if block is None:
        return export
    place = Place(block.file, block.header)
    merged = merge(export.value, top.output(name), place)
    return Export(export.label, mentioning(merged, references(export.value)), place)


def _unplaced(unit: Unit, reader: PlanReader, modules: list[Module]) -> Iterator[Gap]:
    """The resources that stay at their place in the plan, counted by the module call that was not read, or by their declaration."""
    tree = modules[0].tree
    unread = {gap.subject: gap for gap in tree.gaps}
    entered = {module.prefix for module in modules}
    counts: Counter[str] = Counter()
    places: dict[str, Place] = {}
    for resource in unit.resources:
        if isinstance(resource.fields, PlanFields):
            subject = _subject(reader.resolver.entries[resource.address].parts, entered)
            counts[subject] += 1
            places.setdefault(subject, resource.header)
    root = tree.sources.shown(tree.root)
    for subject, count in counts.items():
        gap = unread.get(subject)
        why = gap.reason if gap else f"the code in {root} does not have it"
        shown = "it is" if count == 1 else f"its {count:,} resources are"
        yield Gap(subject, f"{why}; {shown} shown at the place in the plan", gap.place if gap else places[subject])


def _subject(parts: Address, entered: set[str]) -> str:
    """The outermost module call that was not entered, or the declaration."""
    for depth, (name, _) in enumerate(parts.module):
        if prefix_of(parts.module[: depth + 1]) not in entered:
            return f"{prefix_of(parts.module[:depth])}module.{name}"
    return f"{prefix_of(parts.module)}{parts.declared}"
