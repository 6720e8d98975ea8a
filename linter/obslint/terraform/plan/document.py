"""A plan as an index of offsets: which resources it has, what its configuration declares, where outputs and variables stand.

Nothing of the values is kept. What is needed of them is decoded again from the text when it is asked for.
"""

from dataclasses import dataclass, field
from typing import Any

from obslint.source import SourceFile, Span
from obslint.terraform.plan.address import Address
from obslint.terraform.plan.scan import Scanner

KEPT = 512
"""Declarations that are kept at hand at a time."""

KEPT_CHARACTERS = 1_000_000
"""How much text of a plan is kept decoded at a time; as Python objects it takes five to ten times as much."""

Json = Any
"""Decoded JSON."""


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A resource instance of the plan, and where it stands.

    `kind` tells what holds its values: a "change", a "deferred" change, or plain "values". `header` is its address in the
    text. `complete` is whether a value that is missing is certainly null: plain values of a plan do not say what is unknown.
    `reason` is why a change is deferred, `region` the attribute of that name.
    """

    address: str
    parts: Address
    kind: str
    extent: Span
    header: Span
    complete: bool = True
    reason: str = ""
    region: str = ""


@dataclass(slots=True, eq=False)
class ModuleNode:
    """A module of the configuration by offsets: its resources by address, and the rest by name."""

    resources: dict[str, int] = field(default_factory=dict)
    outputs: dict[str, int] = field(default_factory=dict)
    variables: dict[str, int] = field(default_factory=dict)
    calls: "dict[str, CallNode]" = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class CallNode:
    """A module call: its arguments by offset, and the module."""

    expressions: dict[str, int] = field(default_factory=dict)
    for_each: int | None = None
    module: ModuleNode = field(default_factory=ModuleNode)


@dataclass(frozen=True, slots=True, eq=False)
class Payload:
    """The values of a resource as JSON. `unknown` and `sensitive` have the shape of the values, with true for each that is so."""

    values: dict[str, Json]
    unknown: dict[str, Json]
    sensitive: Json


class Document:
    """The index of one plan. `outputs` are the changes or values of root outputs by offset, `kept` is how much is kept decoded."""

    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.scanner = Scanner(file.text)
        self.version = ""
        self.flags: dict[str, bool] = {}
        self.entries: list[Entry] = []
        self.gone: set[str] = set()
        self.is_plan = False
        self.configured = False
        self.root = ModuleNode()
        self.providers: int | None = None
        self.variables: dict[str, int] = {}
        self.outputs: dict[str, int] = {}
        self._decoded: dict[int, tuple[Json, int]] = {}
        self.kept = 0

    def decode(self, offset: int) -> Json:
        """The value at an offset. The most recent ones are kept."""
        found = self._decoded.pop(offset, None)
        if found is None:
            value, end = self.scanner.value(offset)
            found = value, end - offset
            self.kept += found[1]
        self._decoded[offset] = found
        while self.kept > KEPT_CHARACTERS and len(self._decoded) > 1:
            self.kept -= self._decoded.pop(next(iter(self._decoded)))[1]
        return found[0]

    def module(self, names: tuple[str, ...]) -> ModuleNode | None:
        """The configuration of a module by the names of the calls that lead to it."""
        node = self.root
        for name in names:
            call = node.calls.get(name)
            if call is None:
                return None
            node = call.module
        return node

    def payload(self, entry: Entry) -> Payload:
        """The values of a resource."""
        element = self.decode(entry.extent.start)
        if entry.kind == "values":
            return Payload(_object(element.get("values")), {}, element.get("sensitive_values"))
        change = _object((element["resource_change"] if entry.kind == "deferred" else element).get("change"))
        return Payload(_object(change.get("after")), _object(change.get("after_unknown")), change.get("after_sensitive"))


def _object(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}
