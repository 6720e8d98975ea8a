"""The sections of a template: what is declared, before anything is evaluated."""

from collections.abc import Callable
from dataclasses import dataclass, field

from obslint.cloudformation.foreach import Listed, expand
from obslint.cloudformation.tree import LOOP, Document, Mapping, Node, Pair, Scalar, elements, text_of
from obslint.model import Gap, Problem
from obslint.source import Place, SourceFile, Span


@dataclass(slots=True, eq=False)
class Parameter:
    """A declared parameter. `default` and `allowed` are as written; a default of null counts as none."""

    name: str
    type: str
    default: Scalar | None
    allowed: tuple[Scalar, ...]
    at: Place


@dataclass(frozen=True, slots=True, eq=False)
class SamOrigin:
    """The SAM resource that an entry is made from: its logical id and text, the properties that are written there, each with the path
    there, and what the Globals section sets for its type."""

    name: str
    pair: Pair
    paths: dict[str, tuple[str, ...]]
    shared: Mapping | None


@dataclass(slots=True, eq=False)
class Entry:
    """A named entry of a section: a resource, a condition, an output. `looped` entries are made by Fn::ForEach; those with an `origin`
    by SAM."""

    name: str
    pair: Pair
    at: Place
    extent: Place
    looped: bool = False
    origin: SamOrigin | None = None

    @property
    def body(self) -> Node:
        """What the entry holds."""
        return self.pair.value


@dataclass(slots=True, eq=False)
class Template:
    """A template by its sections; what has the wrong shape is left out and said in `problems` or `gaps`.

    `referred` are names by which SAM lets a template refer to what it makes (`Api.Stage`), with their logical ids.
    """

    document: Document
    parameters: dict[str, Parameter] = field(default_factory=dict)
    mappings: Mapping | None = None
    conditions: dict[str, Entry] = field(default_factory=dict)
    resources: dict[str, Entry] = field(default_factory=dict)
    outputs: dict[str, Entry] = field(default_factory=dict)
    transforms: tuple[tuple[str, Place], ...] = ()
    referred: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    @property
    def file(self) -> SourceFile:
        """The file the template is written in."""
        return self.document.file

    def place(self, node: Node) -> Place:
        """Where a node is written."""
        return self.document.place(node)


def read_template(document: Document, listing: Callable[[Template], Listed]) -> Template:
    """Sorts a document into sections.

    `listing` is given the template once parameters and mappings are read; what it answers tells what loops run over.
    """
    template = Template(document, problems=list(document.problems))
    root = document.root
    if root is None:
        return template
    if not isinstance(root, Mapping):
        template.problems.append(
            Problem("a template must be a mapping of sections", document.place(root), "put Resources at the top level")
        )
        return template
    template.transforms = tuple(_transforms(template, root))
    _read_parameters(template, _section(template, root, "Parameters"))
    template.mappings = _section(template, root, "Mappings")
    listed = listing(template)
    template.conditions = _entries(template, _section(template, root, "Conditions"), listed)
    template.resources = _entries(template, _section(template, root, "Resources"), listed)
    template.outputs = _entries(template, _section(template, root, "Outputs"), listed)
    return template


def _section(template: Template, root: Mapping, name: str) -> Mapping | None:
    node = root.get(name)
    if node is None or isinstance(node, Mapping):
        return node
    if not (isinstance(node, Scalar) and node.value is None):
        template.problems.append(
            Problem(f"{name} must be a mapping", template.place(node), "write a name and its declaration on each line")
        )
    return None


def _transforms(template: Template, root: Mapping) -> list[tuple[str, Place]]:
    """The names in the Transform section: one text, a list, or mappings with a Name."""
    node = root.get("Transform")
    found = []
    for item in elements(node) or ([node] if node is not None else []):
        name = text_of(item) or (text_of(item.get("Name")) if isinstance(item, Mapping) else None)
        found.append((name or "a transform without a name", template.place(item)))
    return found


def _read_parameters(template: Template, section: Mapping | None) -> None:
    for pair in section.pairs if section else ():
        body = pair.value if isinstance(pair.value, Mapping) else Mapping([], "block", pair.key.start, pair.key.end)
        default = body.get("Default")
        scalar = default if isinstance(default, Scalar) and (default.value is not None or default.style) else None
        allowed = tuple(item for item in elements(body.get("AllowedValues")) if isinstance(item, Scalar))
        place = Place(template.file, Span(pair.key.start, pair.key.end))
        template.parameters[pair.key.text] = Parameter(pair.key.text, text_of(body.get("Type")) or "String", scalar, allowed, place)


def _entries(template: Template, section: Mapping | None, listed: Listed) -> dict[str, Entry]:
    if section is None:
        return {}
    found = {}
    for pair in section.pairs:
        if pair.key.text == "Fn::Transform":
            _note(template, pair, "Fn::Transform adds declarations at deployment")
        elif pair.key.text.startswith(LOOP):
            made, doubts = expand([pair], listed)
            for doubt in doubts:
                _note(template, pair, doubt)
            found.update({name.key.text: _entry(template, name, looped=True) for name in made})
        else:
            found[pair.key.text] = _entry(template, pair)
    return found


def _entry(template: Template, pair: Pair, *, looped: bool = False) -> Entry:
    at = Place(template.file, Span(pair.key.start, pair.key.end))
    return Entry(pair.key.text, pair, at, Place(template.file, Span(pair.key.start, max(pair.end, pair.key.end))), looped)


def _note(template: Template, pair: Pair, reason: str) -> None:
    template.gaps.append(Gap(pair.key.text, reason, Place(template.file, Span(pair.key.start, pair.key.end))))
