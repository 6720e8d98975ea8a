"""A plan as a unit, with or without the configuration it was made from."""

from collections.abc import Iterable
from pathlib import Path

from obslint.model import Export, Gap, Known, Problem, Reference, Resource, Unit, Unknown, Value, references
from obslint.model.value import Candidate
from obslint.source import Place, SourceFile, Sources, Span, UnreadableError
from obslint.terraform.plan.document import Document, Entry, Json
from obslint.terraform.plan.fields import PlanReader, planned_resource
from obslint.terraform.plan.index import read_document
from obslint.terraform.plan.origins import Resolver, Where
from obslint.terraform.plan.regions import Regions
from obslint.terraform.plan.scan import PlanSyntaxError
from obslint.terraform.plan.values import Builder

MAJOR = 1
"""The newest major version of the format that is known."""

_REMEDY = "write it again with terraform show -json PLANFILE > plan.json"
_PUBLISHED = {"aws_ssm_parameter": ("value", "insecure_value"), "aws_secretsmanager_secret_version": ("secret_string",)}
_FLAGS = {
    ("complete", False): "the plan is not complete: it was made with -target, or some of its changes are deferred",
    ("errored", True): "planning ended with an error, so that resources may be missing",
}


def load_plan(sources: Sources, path: Path, source: Path | None = None) -> Unit:
    """The unit of a plan file that `terraform show -json` or `tofu show -json` wrote; of a state file likewise.

    With `source`, the root directory of the configuration, resources stand where they are written there and fixes edit it.
    Never raises: a file that cannot be read is a gap, one that is no plan a problem.
    """
    try:
        file = sources.read(path)
    except UnreadableError as error:
        return Unit(sources.shown(path), "terraform", (), (), gaps=(Gap(sources.shown(path), str(error)),))
    return load_plan_text(file, sources, source)


def load_plan_text(file: SourceFile, sources: Sources | None = None, source: Path | None = None) -> Unit:
    """The unit of a plan that is at hand as text, as from standard input. See `load_plan`."""
    sources = sources or Sources(Path.cwd())
    document = sources.derived(file, "plan", _read)
    if isinstance(document, Problem):
        return Unit(file.path, "terraform", (), (file,), problems=(document,))
    unit, reader = planned_unit(document)
    if source is not None:
        from obslint.terraform.plan.source import onto_source

        return onto_source(unit, reader, sources, source)
    return unit


def _read(file: SourceFile) -> Document | Problem:
    try:
        document = read_document(file)
    except PlanSyntaxError as error:
        return _problem(file, error)
    if not document.is_plan:
        span = Span(0, min(1, len(file.text)))
        return Problem("this is not a plan: it has neither resource_changes nor planned_values", Place(file, span), _REMEDY)
    return document


def _problem(file: SourceFile, error: PlanSyntaxError) -> Problem:
    end = len(file.text)
    place = Place(file, Span(min(error.offset, max(0, end - 1)), min(error.offset + 1, end)))
    message = f"the plan is cut off: {error.message}" if error.cut_off else f"this is not JSON: {error.message}"
    return Problem(message, place, _REMEDY)


def planned_unit(document: Document) -> tuple[Unit, PlanReader]:
    """All resources at their places in the plan."""
    reader = PlanReader(document)
    made = [(entry, planned_resource(reader, entry)) for entry in document.entries]
    reader.resolver = Resolver(document, made)
    regions = Regions(reader)
    for entry, resource in made:
        resource.region, resource.deployer = regions.of(entry), regions.deployer(entry)
        resource.depends_on = reader.resolver.depends_on(entry)
        if entry.kind == "deferred":
            resource.presence = _deferred(entry, resource)
    resources = tuple(resource for _, resource in made)
    unit = Unit(
        document.file.path, "terraform", resources, (document.file,), exports_of=lambda: exports(reader, resources), gaps=_gaps(document)
    )
    return unit, reader


def _deferred(entry: Entry, resource: Resource) -> Value:
    reason = entry.reason.replace("_", " ") or "no reason is given"
    return Unknown(f"its change is deferred to a later plan ({reason})", place=resource.header)


def _gaps(document: Document) -> tuple[Gap, ...]:
    """What may be missing or misread."""
    start = Place(document.file, Span(0, 1))
    found = [why for (flag, value), why in _FLAGS.items() if document.flags.get(flag) is value]
    major = document.version.partition(".")[0]
    if major.isdigit() and int(major) > MAJOR:
        found.insert(0, f"its format_version is {document.version}, newer than the {MAJOR}.x that is understood; it may be misread")
    return tuple(Gap(document.file.path, why, start) for why in found)


def exports(reader: PlanReader, resources: tuple[Resource, ...]) -> tuple[Export, ...]:
    """Root outputs, and values put where other code reads them."""
    outputs = [output_of(reader, name) for name in dict.fromkeys([*reader.document.root.outputs, *reader.document.outputs])]
    stored = [
        Export(resource.address, resource.fields[key], resource.header)
        for resource in resources
        for key in _PUBLISHED.get(resource.type, ())
        if key in resource.fields
    ]
    return (*filter(None, outputs), *stored)


def output_of(reader: PlanReader, name: str) -> Export | None:
    """A root output, or None when the plan takes it away."""
    document = reader.document
    declared = _decoded(document, document.root.outputs.get(name))
    planned = _decoded(document, document.outputs.get(name))
    if declared is None and planned is None:
        return None
    if declared is None and document.configured:
        return None
    place = _place_of_output(document, name)
    value = _output_value(reader, name, place, (declared or {}).get("expression"), planned)
    return Export(f'output "{name}"', value, place)


def _output_value(reader: PlanReader, name: str, place: Place, expression: Json, planned: dict[str, Json] | None) -> Value:
    """The planned value, which mentions everything that its expression refers to."""
    where = Where((), reader.document.root)
    builder = Builder(reader.resolver, where, f'output "{name}"', place)
    if planned is None:
        value = builder.build(None, True, False, expression, "value")
    elif "actions" in planned:
        value = builder.build(planned.get("after"), planned.get("after_unknown"), planned.get("after_sensitive"), expression, "value")
    else:
        value = builder.build(planned.get("value"), "value" not in planned, planned.get("sensitive"), expression, "value")
    return mentioning(value, reader.resolver.origins(expression, where).references)


def mentioning(value: Value, used: Iterable[Reference]) -> Value:
    """A known value that is made of references, even where they do not show in it any more."""
    shown = set(references(value))
    missing = tuple(reference for reference in used if reference not in shown)
    if missing and isinstance(value, Known):
        return Unknown("it is known", candidates=(Candidate(value),), mentions=missing, place=value.place)
    return value


def _decoded(document: Document, offset: int | None) -> dict[str, Json] | None:
    found = None if offset is None else document.decode(offset)
    return found if isinstance(found, dict) else None


def _place_of_output(document: Document, name: str) -> Place:
    offset = document.outputs.get(name, document.root.outputs.get(name, 0))
    return Place(document.file, Span(offset, offset + 1))
