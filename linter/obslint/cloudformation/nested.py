"""Nested stacks whose template is at hand: read as part of the unit, with what they are given and give back."""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from obslint.cloudformation.tree import Document, Mapping, Node, elements, function, text_of, walk
from obslint.model import Absent, Fields, Gap, Guard, Known, Reference, Step, Unknown, Value, settle, via
from obslint.source import Place, SourceFile, Sources, UnreadableError

if TYPE_CHECKING:
    from obslint.cloudformation.scope import Scope, World
    from obslint.cloudformation.template import Entry
    from obslint.model import Resource

LOCATIONS = {"AWS::CloudFormation::Stack": "TemplateURL", "AWS::Serverless::Application": "Location"}
"""Resources that deploy a template of their own with the stack, and the property that says where it is."""

MAX_DEPTH = 10
"""Stacks nested deeper than this are not read."""

MAX_STACKS = 200
"""So many nested stacks are read in one unit (the default quota of operations on nested stacks is 2,500)."""

Open = Callable[[SourceFile, str], Document]
"""Opens the template at a path relative to a file. Raises `UnreadableError`."""


def opener(sources: Sources, parse: Callable[[SourceFile], Document]) -> Open:
    """How templates beside the given sources are opened."""

    def open_template(beside: SourceFile, relative: str) -> Document:
        path = Path(os.path.normpath(sources.absolute(beside).parent / relative))
        return sources.derived(sources.read(path), "cloudformation", parse)

    return open_template


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """The resource of the parent's template that deploys a nested one. With `assumed`, what it passes on that side of a condition."""

    world: "World"
    entry: "Entry"
    assumed: Guard | None = None

    @property
    def prefix(self) -> str:
        """What the addresses and conditions of the nested template start with."""
        return f"{self.world.prefix}{self.entry.name}."

    @property
    def resource(self) -> "Resource | None":
        """The stack as a resource."""
        return self.world.resources.get(self.entry.name)

    @property
    def stack(self) -> str:
        """The stack's address."""
        return self.prefix.removesuffix(".")

    def passed(self, name: str, *, widest: bool) -> Value | None:
        """What the parent passes as a parameter; None for nothing. With `widest`, no parameter of the parent is at its default."""
        found = self._parameters(widest=widest)
        if isinstance(found, Absent):
            return None
        if not isinstance(found, Known) or not isinstance(found.data, Fields):
            return Unknown(f"what stack {self.stack} passes is known only at deployment", place=found.place)
        step = Step(f"stack {self.stack} passes this", found.data.entry(name), Reference(self.prefix + name))
        if name not in found.data:
            return via(Unknown(found.data.open_end, place=found.data.header), step) if found.data.open_end else None
        value = found.data[name]
        return None if isinstance(value, Absent) else via(value, step)

    def scope(self, guard: Guard | None) -> "Scope | None":
        """The scope of the stack's own text on a side of a condition; None when it is never deployed there."""
        scope = self.world.scope_of(self.entry)
        return scope if guard is None else scope.within(guard)

    def conditions_named(self) -> set[str]:
        """The conditions that decide which value is passed."""
        return {text_of(parts[0]) or "" for node in walk(self.entry.body) if (parts := if_parts(node))}

    def _parameters(self, *, widest: bool) -> Value:
        scope = replace(self.scope(self.assumed) or self.world.scope_of(self.entry), open=widest)
        node = self.entry.body.get("Properties") if isinstance(self.entry.body, Mapping) else None
        properties = Absent() if node is None else settle(scope.evaluate(node))
        if not isinstance(properties, Known) or not isinstance(properties.data, Fields):
            return properties
        fields = properties.data
        return settle(fields["Parameters"]) if "Parameters" in fields else Absent()


def if_parts(node: Node) -> list[Node]:
    """The parts of an Fn::If; empty for anything else."""
    call = function(node)
    return elements(call[1]) if call and call[0] == "Fn::If" else []


def nested_worlds(world: "World", open_template: Open, build: Callable[[Document, Origin], "World"]) -> list["World"]:
    """Reads the templates of a world's nested stacks and of theirs, and notes in `gaps` of each world what stays unread."""
    found: list[World] = []
    waiting: list[tuple[World, tuple[str, ...]]] = [(world, (world.template.file.path,))]
    while waiting:
        parent, above = waiting.pop()
        for name, entry in parent.template.resources.items():
            resource = parent.resources.get(name)
            if resource is None or resource.type not in LOCATIONS:
                continue
            document = _document(parent, entry, open_template, above, len(found))
            if isinstance(document, Gap):
                parent.gaps.append(document)
                continue
            child = build(document, Origin(parent, entry))
            parent.children[name] = child
            resource.entered = True
            found.append(child)
            waiting.append((child, (*above, document.file.path)))
    return found


def _document(world: "World", entry: "Entry", open_template: Open, above: tuple[str, ...], count: int) -> Document | Gap:
    """The template of a nested stack, or why it is not read."""
    subject = world.prefix + entry.name
    location = local_template(world, entry)
    if location is None:
        return Gap(subject, "its template is not a local file", entry.at)
    try:
        document = open_template(world.template.file, location)
    except (UnreadableError, OSError, ValueError) as error:
        return Gap(subject, f"its template {location} cannot be read: {error}", entry.at)
    if document.file.path in above:
        return Gap(subject, f"its template {location} nests itself", entry.at)
    if len(above) > MAX_DEPTH or count >= MAX_STACKS:
        return Gap(subject, f"nested stacks are read {MAX_DEPTH} deep and {MAX_STACKS} at most", entry.at)
    return document


def local_template(world: "World", entry: "Entry") -> str | None:
    """The path of a nested stack's template as it is written, when it names a local file.

    CDK writes it beside the resource, as `aws:asset:path` in its metadata, for tools to find.
    """
    resource = world.resources[entry.name]
    metadata = entry.body.get("Metadata") if isinstance(entry.body, Mapping) else None
    if isinstance(metadata, Mapping) and text_of(metadata.get("aws:asset:property")) == "TemplateURL":
        return text_of(metadata.get("aws:asset:path"))
    name = LOCATIONS[resource.type]
    value = settle(resource.fields[name]) if name in resource.fields else Absent()
    text = value.data if isinstance(value, Known) else None
    return text if isinstance(text, str) and text and "://" not in text else None


def output(scope: "Scope", stack: str, attribute: str, place: Place) -> Value | None:
    """What `GetAtt Stack.Outputs.Name` gives, when the template of the stack was read and has that output."""
    child = scope.world.children.get(stack)
    entry = child.template.outputs.get(attribute.removeprefix("Outputs.")) if child and attribute.startswith("Outputs.") else None
    node = entry.body.get("Value") if entry and isinstance(entry.body, Mapping) else None
    if child is None or entry is None or node is None:
        return None
    label = f"output {entry.name} of stack {child.prefix.removesuffix('.')}"
    if entry.name in child.asked:
        return Unknown(f"{label} depends on itself", place=place)
    child.asked.add(entry.name)
    try:
        value = replace(child.scope_of(entry), open=scope.open).evaluate(node)
    finally:
        child.asked.discard(entry.name)
    return via(value, Step(label, entry.at, Reference(scope.world.prefix + stack, attribute, scope.world.resources.get(stack))))
