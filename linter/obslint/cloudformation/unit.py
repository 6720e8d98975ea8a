"""A template as a unit: its resources, what leaves it, and what was not understood."""

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Map

from obslint.cloudformation.cidr import cidr_problems
from obslint.cloudformation.exports import exports
from obslint.cloudformation.fields import MappingFields, OpenFields
from obslint.cloudformation.given import REGION
from obslint.cloudformation.joins import Joins
from obslint.cloudformation.nag import accepted
from obslint.cloudformation.nested import Open, Origin, nested_worlds
from obslint.cloudformation.scope import Scope, World
from obslint.cloudformation.template import Entry, Template, read_template
from obslint.cloudformation.tree import Document, Mapping, Node, Scalar, elements, function, text_of
from obslint.model import Absent, Accepted, Fields, Gap, Guard, Known, Problem, Reference, Resource, Unit, Value
from obslint.model.edit import Writer
from obslint.source import Place

KNOWN_TRANSFORMS = ("AWS::LanguageExtensions", "AWS::CodeDeployBlueGreen", "AWS::CodeStar", "AWS::SecretsManager-", "AWS::ServiceCatalog")
"""Transforms that are carried out here, or that leave what is written as it is."""


UNREAD = {
    "AWS::CloudFormation::StackSet": "a stack set deploys its template to other accounts or regions",
    "AWS::ServiceCatalog::CloudFormationProvisionedProduct": "the Service Catalog holds its template",
}
"""Resources that deploy a template which is not read, and why."""


WriterFor = Callable[[World], Writer]


def build_unit(
    document: Document,
    given: Map[str, str],
    writer_for: WriterFor | None = None,
    open_template: Open | None = None,
    joins: Joins | None = None,
) -> Unit:
    """The unit of a parsed template. `given` are values of parameters; nested stacks are read with `open_template`."""
    root = build_world(document, given, writer_for)
    root.joins = joins
    inherited = {REGION: given[REGION]} if REGION in given else {}
    nested = (
        nested_worlds(root, open_template, lambda inner, origin: build_world(inner, inherited, writer_for, origin)) if open_template else []
    )
    worlds = (root, *nested)
    for world in nested:
        world.joins = joins
    by_prefix = {world.prefix: world for world in worlds}
    return Unit(
        path=root.template.file.path,
        dialect="cloudformation",
        resources=tuple(resource for world in worlds for resource in world.resources.values()),
        files=tuple(dict.fromkeys(world.template.file for world in worlds)),
        exports_of=lambda: tuple(export for world in worlds for export in exports(world, unread_macro=_macros(world.template))),
        gaps=tuple(dict.fromkeys(gap for world in worlds for gap in _gaps(world))),
        problems=tuple(dict.fromkeys(problem for world in worlds for problem in world.template.problems)),
        implied=lambda guard: _implied(by_prefix, root, guard),
        accepted=lambda: _accepted(root),
        reads=lambda: frozenset(path for world in worlds for path in world.imported),
    )


def _implied(worlds: Map[str, World], root: World, guard: Guard) -> Map[str, bool] | None:
    """What follows from a side of a condition in all stacks of a unit; None when it cannot have that side."""
    found: dict[str, bool] = {}
    waiting = [guard]
    while waiting:
        guard = waiting.pop()
        inner = worlds.get(_prefix(guard.condition), root).conditions.implied(guard)
        if inner is None or any(found.get(name, holds) != holds for name, holds in inner.items()):
            return None
        fresh = [Guard(name, holds) for name, holds in inner.items() if name not in found]
        found.update(inner)
        ties = [world.ties for world in worlds.values() if world.origin is not None] if fresh else []
        waiting += [other for one in fresh for tie in ties for other in tie.following(one) if found.get(other.condition) is not other.holds]
    return found


def _accepted(world: World) -> tuple[Accepted, ...]:
    section = world.template.document.root
    return accepted(_metadata(Scope(world), section)) if isinstance(section, Mapping) else ()


def _prefix(condition: str) -> str:
    """The prefix of the nested stack that declares a condition."""
    head, dot, _ = condition.rpartition(".")
    return head + dot


def _gaps(world: World) -> tuple[Gap, ...]:
    return (*world.template.gaps, *world.gaps, *_macros(world.template), *_elsewhere(world))


def _elsewhere(world: World) -> Iterator[Gap]:
    """Resources that deploy more than what is written here."""
    for resource in world.resources.values():
        reason = "it is a module of the CloudFormation registry" if resource.type.endswith("::MODULE") else UNREAD.get(resource.type)
        if reason:
            yield Gap(resource.address, f"{reason}; what it deploys is not analysed", resource.header)


def build_world(
    document: Document, given: Map[str, str], writer_for: WriterFor | None = None, origin: Origin | None = None, prefix: str = ""
) -> World:
    """A template with its resources. One that is nested has an `origin`, one that is read for its exports a `prefix`."""
    world = _world(document, given, origin, prefix)
    template = world.template
    _expand_sam(template, given)
    writer = writer_for(world) if writer_for else None
    for name, entry in template.resources.items():
        resource = _resource(world, entry, writer)
        if resource is not None:
            world.resources[name] = resource
    template.problems += cidr_problems(world, Scope(world))
    for name, resource in world.resources.items():
        resource.depends_on = _depends_on(world, name)
    return world


def _world(document: Document, given: Map[str, str], origin: Origin | None, prefix: str) -> World:
    worlds: list[World] = []

    def listing(template: Template) -> Callable[[Node], list[str] | None]:
        worlds.append(World(template, given, origin, prefix))
        return Scope(worlds[0]).texts

    template = read_template(document, listing)
    return worlds[0] if worlds else World(template, given, origin, prefix)


def _resource(world: World, entry: Entry, writer: Writer | None) -> Resource | None:
    body = entry.body
    kind = text_of(body.get("Type")) if isinstance(body, Mapping) else None
    if not isinstance(body, Mapping) or kind is None:
        _reject(world.template, entry)
        return None
    scope = world.scope_of(entry)
    presence, guards = _existence(world, body)
    return Resource(
        address=world.prefix + entry.name,
        type=kind,
        dialect="cloudformation",
        fields=_with_globals(world.template, kind, _properties(scope, body, entry.at)),
        header=entry.at,
        extent=entry.extent,
        writer=writer,
        presence=presence,
        guards=guards,
        region=Known(world.given[REGION], place=entry.at) if REGION in world.given else Absent(),
        metadata=(metadata := _metadata(scope, body)),
        accepted=lambda: accepted(metadata),
        lifecycle=_lifecycle(scope, body, entry.at),
        origin=world.prefix + entry.origin.name if entry.origin else "",
    )


def _reject(template: Template, entry: Entry) -> None:
    """A resource without a type of its own: filled in by a tool before deployment, or a mistake."""
    body = entry.body
    kind = body.get("Type") if isinstance(body, Mapping) else None
    if function(body) or not isinstance(kind, Scalar | None):
        template.gaps.append(Gap(entry.name, "a tool fills it in before deployment", entry.at))
        return
    reason = "a resource needs a Type" if isinstance(body, Mapping) else "a resource must be a mapping with a Type"
    template.problems.append(Problem(f"{entry.name}: {reason}", entry.at, "write its Type below the logical id"))


def _existence(world: World, body: Mapping) -> tuple[Value, tuple[Guard, ...]]:
    """Whether a resource exists whatever the parameters are, and otherwise under which conditions, its nested stack's first."""
    stack = world.origin.resource if world.origin else None
    if stack is not None and isinstance(stack.presence, Known) and stack.presence.data is False:
        return stack.presence, ()
    presence, guards = _own_existence(world, body)
    return presence, (*(stack.guards if stack else ()), *guards)


def _own_existence(world: World, body: Mapping) -> tuple[Value, tuple[Guard, ...]]:
    condition = text_of(body.get("Condition"))
    if condition is None:
        return Known(True), ()
    guard = world.outward(condition, True)
    declared = world.template.conditions.get(condition)
    if declared is None:
        return Known(True), (guard,)
    side = world.conditions.side(condition)
    if side is None and world.conditions.given(world.guard(condition, True)) is None:
        side = False
    return (Known(True), (guard,)) if side is None else (Known(side, place=declared.at), ())


def _properties(scope: Scope, body: Mapping, header: Place) -> Fields:
    node = body.get("Properties")
    if node is None or (isinstance(node, Scalar) and node.value is None):
        return MappingFields(scope, Mapping([], "block", header.span.start, header.span.end), header)
    if not isinstance(node, Mapping):
        return OpenFields("Properties is not a mapping", header)
    value = scope.evaluate(node, header)
    if isinstance(value, Known) and isinstance(value.data, Fields):
        return value.data
    return OpenFields(getattr(value, "why", "Properties is known only at deployment"), header)


def _with_globals(template: Template, kind: str, fields: Fields) -> Fields:
    """What SAM's Globals section may add to a resource: whatever is not written in it stays open."""
    root = template.document.root
    section = root.get("Globals") if isinstance(root, Mapping) else None
    name = kind.removeprefix("AWS::Serverless::")
    if name == kind or not isinstance(section, Mapping) or section.get(name) is None or not isinstance(fields, MappingFields):
        return fields
    return fields.opened(f"Globals may set it for every {kind}")


def _metadata(scope: Scope, body: Mapping) -> Value:
    pair = body.pair("Metadata")
    return scope.evaluate(pair.value) if pair else Absent()


def _lifecycle(scope: Scope, body: Mapping, header: Place) -> Fields:
    """What is said to CloudFormation itself, beside `Properties`."""
    pairs = [pair for pair in body.pairs if pair.key.text not in ("Type", "Properties", "Metadata")]
    return MappingFields(scope, Mapping(pairs, body.style, body.start, body.end), header)


def _depends_on(world: World, name: str) -> tuple[Reference, ...]:
    body = world.template.resources[name].body
    node = body.get("DependsOn") if isinstance(body, Mapping) else None
    names = [text_of(item) for item in elements(node)] or [text_of(node)]
    return tuple(Reference(world.prefix + name, "", world.resources.get(name)) for name in names if name)


def _macros(template: Template) -> list[Gap]:
    """Transforms that are not known: what they make of the template is not seen."""
    reason = "a macro changes the template at deployment; what it makes is not analysed"
    known = (*KNOWN_TRANSFORMS, "AWS::Serverless-")
    return [Gap(name, reason, place) for name, place in template.transforms if not name.startswith(known)]


def _expand_sam(template: Template, given: Map[str, str]) -> None:
    """Puts what SAM makes in the place of its resources."""
    if not any(name.startswith("AWS::Serverless-") for name, _ in template.transforms):
        return
    from obslint.cloudformation.sam import expand_sam

    expand_sam(template, given)
