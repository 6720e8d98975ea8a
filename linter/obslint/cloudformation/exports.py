"""What leaves a stack: where other code may attach things to its resources."""

from collections.abc import Iterator

from obslint.cloudformation.fields import MappingFields
from obslint.cloudformation.scope import World
from obslint.cloudformation.template import Entry
from obslint.cloudformation.tree import Mapping
from obslint.model import Export, Gap, Known, Member, PlainFields, Reference, Symbolic, Value

NESTED = {
    "AWS::CloudFormation::Stack": "Parameters",
    "AWS::Serverless::Application": "Parameters",
    "AWS::CloudFormation::StackSet": "Parameters",
    "AWS::ServiceCatalog::CloudFormationProvisionedProduct": "ProvisioningParameters",
}
"""Resources that deploy another template, and the property that hands it values."""

_EVENT_SOURCES = ("AWS::Serverless::Function", "AWS::Serverless::StateMachine")
"""SAM resources that are attached to others by their events."""

_OWN = ("AWS::", "Alexa::")


def exports(world: World, unread_macro: list[Gap]) -> Iterator[Export]:
    """Outputs, arguments of stacks that are not read, what custom resources are given, and all of it when a macro is unread."""
    for entry in world.template.outputs.values():
        if world.origin is not None and isinstance(entry.body, Mapping) and entry.body.get("Export") is None:
            continue  # only the parent reads it, and the parent was read
        if isinstance(entry.body, Mapping) and (value := entry.body.get("Value")) is not None:
            yield Export(f"output {world.prefix}{entry.name}", world.scope_of(entry).evaluate(value), entry.at)
    for name, entry in world.template.resources.items():
        if name in world.resources:
            yield from _handed_on(world, entry)
    everything = tuple(Symbolic((Reference(world.prefix + name, "", resource),)) for name, resource in world.resources.items())
    for gap in unread_macro:
        yield Export(f"transform {gap.subject}", Known(everything), gap.place)
    for gap in world.template.gaps:
        yield Export(gap.subject, Known(everything), gap.place)


def _handed_on(world: World, entry: Entry) -> Iterator[Export]:
    resource = world.resources[entry.name]
    kind = resource.type
    if entry.name in world.children:
        return
    if kind in NESTED:
        if NESTED[kind] in resource.fields:
            yield Export(f"nested stack {entry.name}", resource.fields[NESTED[kind]], entry.at)
    elif kind in _EVENT_SOURCES and "Events" in resource.fields:
        yield Export(f"events of {entry.name}", resource.fields["Events"], entry.at)
    elif kind == "AWS::CloudFormation::CustomResource" or not kind.startswith(_OWN):
        label = "custom resource" if kind.startswith("Custom::") or kind.endswith("CustomResource") else f"{kind} resource"
        yield Export(f"{label} {entry.name}", _without_service_token(resource.fields), entry.at)


def _without_service_token(fields: object) -> Value:
    """What a custom resource is given. The function that runs it is only called."""
    if not isinstance(fields, MappingFields):
        return Known(())
    return Known(PlainFields({name: Member(fields[name]) for name in fields if name != "ServiceToken"}))
