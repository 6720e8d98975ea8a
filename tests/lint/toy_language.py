"""A toy language, so that the engine is tested without the front-ends.

    trail a [region-key] [when Cond|when not Cond]
      validate = false
      days = $DAYS              (unknown)
      kind = Cond ? x : y       (conditional)

`broken` on a line of its own is a syntax error. A writer edits the text; an attribute called `locked` cannot be written.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from obslint.model import Candidate, Declined, Edit, Guard, Known, Member, PlainFields, Problem, Resource, Unit, Unknown, Value
from obslint.source import Place, SourceFile, Sources, Span

HEADER = re.compile(r"(\w+) (\w+)(?: \[(\w+)\])?(?: when (not )?(\w+))?")
ATTRIBUTE = re.compile(r"( +)(\w+) = ([^#\n\r]*?)(?=\s*(?:(?:#|//).*)?$)")
CONDITIONAL = re.compile(r"(\w+) \? (\S+) : (\S+)")


class FakeWriter:
    """Edits `key = value` lines."""

    def set_attribute(self, resource, path, value):
        name = path[0]
        if name == "locked":
            return Declined("it is locked")
        if name == "crash":
            raise RuntimeError("boom")
        entry = resource.fields.entry(name)
        if entry is not None:
            start = entry.span.start + len(f"{name} = ")
            return (Edit(entry.file, Span(start, entry.span.end), _text(value)),)
        file = resource.header.file
        return (Edit(file, Span(resource.header.span.end, resource.header.span.end), f"{file.newline}  {name} = {_text(value)}"),)

    def set_attributes(self, resource, values):
        edits = [self.set_attribute(resource, path, value) for path, value in values.items()]
        return next((found for found in edits if isinstance(found, Declined)), None) or tuple(one for found in edits for one in found)

    def remove_attribute(self, resource, path):
        entry = resource.fields.entry(path[0])
        line = entry.file.position(entry.span.start)[0]
        return (Edit(entry.file, Span(entry.file.line_starts[line - 1], entry.file.line_starts[line]), ""),)

    def append_text(self, resource, path, suffix):
        entry = resource.fields.entry(path[0])
        return (Edit(entry.file, Span(entry.span.end, entry.span.end), suffix),)

    def add_items(self, resource, path, items):
        return Declined("the toy language has no lists")

    def add_resource(self, beside, draft):
        end = beside.extent.span.end
        lines = "".join(f"\n  {path[0]} = {_text(value)}" for path, value in draft.attributes.items())
        return (Edit(beside.extent.file, Span(end, end), f"\n{draft.type} {draft.name}{lines}"),)

    def free_name(self, beside, draft):
        return draft.name

    def render_attributes(self, attributes):
        return "\n".join(f"{path[0]} = {_text(value)}" for path, value in attributes.items())

    def render_resource(self, draft):
        return f"{draft.type} {draft.name}"


def _text(value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def read_value(text: str, place: Place) -> Value:
    if conditional := CONDITIONAL.fullmatch(text):
        name, yes, no = conditional.groups()
        candidates = (
            Candidate(read_value(yes, place), (Guard(name, True),)),
            Candidate(read_value(no, place), (Guard(name, False),)),
        )
        return Unknown(f"it depends on {name}", candidates=candidates, place=place)
    if text.startswith("$"):
        return Unknown(f"variable {text[1:]} has no value", place=place)
    if text in ("true", "false"):
        return Known(text == "true", place=place)
    return Known(int(text) if text.lstrip("-").isdigit() else text, place=place)


def load_file(
    file: SourceFile,
    unit: str = "",
    implied: Mapping[str, Mapping[str, bool]] | None = None,
    dialect: str = "terraform",
    writer: object = None,
    owned: bool = True,
) -> Unit:
    """The unit of one file."""
    resources: list[tuple[re.Match[str], int, dict[str, Member], int]] = []
    problems = []
    for number in range(1, len(file.line_starts) + 1):
        line, start = file.line(number), file.line_starts[number - 1]
        if header := HEADER.match(line):
            resources.append((header, start, {}, start + len(line)))
        elif resources and (found := ATTRIBUTE.match(line)):
            entry = Place(file, Span(start + found.start(2), start + found.end()))
            place = Place(file, Span(start + found.start(3), start + found.end()))
            resources[-1][2][found[2]] = Member(read_value(found[3], place), entry)
            resources[-1] = (*resources[-1][:3], start + len(line))
        if line.strip() == "broken":
            problems.append(Problem("this is broken", Place(file, Span(start, start + len(line))), "mend it"))
    return Unit(
        unit or file.path,
        dialect,  # type: ignore[arg-type]
        tuple(_resource(file, *each, dialect, writer or FakeWriter(), owned) for each in resources),
        (file,),
        problems=tuple(problems),
        implied=lambda guard: _implied(guard, implied or {}),
    )


def _implied(guard: Guard, known: Mapping[str, Mapping[str, bool]]) -> Mapping[str, bool] | None:
    found = known.get(str(guard), {})
    return None if found == {"impossible": True} else {guard.condition: guard.holds, **found}


def _resource(file, header, start, members, end, dialect, writer, owned) -> Resource:
    kind, name, key, negated, condition = header.groups()
    place = Place(file, Span(start, start + header.end()))
    address = f'{kind}.{name}["{key}"]' if key else f"{kind}.{name}"
    presence = Known(members["exists"].value.data) if "exists" in members else Known(True)
    metadata = members["metadata"].value if "metadata" in members else Known("")
    return Resource(
        address, kind, dialect, PlainFields(members, place), place, Place(file, Span(start, end)), writer,
        presence=presence, guards=(Guard(condition, not negated),) if condition else (), metadata=metadata, owned=owned,
    )  # fmt: skip


class FakeFrontEnd:
    """Stands in for `loading`: every .tf file is a unit of its own; `*.unit` lists files that make one unit together."""

    def __init__(self) -> None:
        self.implied: dict[str, dict[str, bool]] = {}
        self.loads: list[str] = []
        self.writer: object = None
        self.owned = True

    def terraform_units(self, sources: Sources, directories, inputs) -> tuple[Unit, ...]:
        units = []
        for directory in directories:
            for path in sorted(Path(directory).glob("*.tf")):
                self.loads.append(sources.shown(path))
                units.append(load_file(sources.read(path), implied=self.implied, writer=self.writer, owned=self.owned))
        return tuple(units)

    def terraform_owners(self, sources, directories, changed):
        return tuple(sorted(changed))

    def terraform_text(self, file: SourceFile, inputs) -> Unit:
        return load_file(file, writer=self.writer)

    def template_unit(self, sources: Sources, path: Path, inputs, joins=None) -> Unit:
        return load_file(sources.read(path), implied=self.implied, dialect="cloudformation", writer=self.writer)

    def is_template(self, text: str) -> bool:
        return "Resources" in text
