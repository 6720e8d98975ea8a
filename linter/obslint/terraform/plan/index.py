"""Reading a plan once, from front to back, and noting where things stand."""

import re
from collections.abc import Iterator

from obslint.source import SourceFile, Span
from obslint.terraform.plan.address import Address, parse_address
from obslint.terraform.plan.configuration import read_configuration
from obslint.terraform.plan.document import Document, Entry, Json
from obslint.terraform.plan.listing import Listed, Listing, region_of
from obslint.terraform.plan.scan import PlanSyntaxError

_ADDRESS = re.compile(r'"address"\s*:\s*("(?:[^"\\]|\\.)*")')
_LEAVING = frozenset({"delete", "forget", "remove"})
_FLAGS = ("complete", "errored")
_CONTENT = frozenset({"resource_changes", "planned_values", "values"})


def read_document(file: SourceFile) -> Document:
    """The index of a plan. Raises `PlanSyntaxError` when the text is not JSON."""
    document = Document(file)
    reader = _Reader(document)
    scanner = document.scanner
    end = scanner.space(scanner.members(scanner.space(0), reader.member))
    if end < len(file.text):
        raise PlanSyntaxError("text after the end of the document", end)
    reader.finish()
    return document


class _Reader:
    """Fills a document. Members may come in any order, so what depends on several is settled in `finish`."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.scanner = document.scanner
        self.changes: list[Entry] | None = None
        self.deferred: list[Entry] = []
        self.planned = Listing(self.scanner)
        self.state = Listing(self.scanner)
        self.prior = Listing(self.scanner)

    def member(self, key: str, position: int) -> int:
        """A member of the outermost object."""
        self.document.is_plan = self.document.is_plan or key in _CONTENT
        if (read := _READERS.get(key)) is not None:
            return read(self, position)
        if key == "format_version" or key in _FLAGS:
            return self._scalar(key, position)
        return self.scanner.pass_over(key, position)

    def _scalar(self, key: str, position: int) -> int:
        value, end = self.scanner.value(position)
        if key == "format_version":
            self.document.version = str(value)
            self.planned.old = self.state.old = self.prior.old = self.document.version.startswith("0.")
        elif isinstance(value, bool):
            self.document.flags[key] = value
        return end

    def changes_at(self, position: int) -> int:
        """Reads `resource_changes`."""
        changes = self.changes = []
        return self.scanner.items(position, lambda item: self._change(item, "change", changes))

    def deferred_at(self, position: int) -> int:
        """Reads `deferred_changes`."""
        return self.scanner.items(position, lambda item: self._change(item, "deferred", self.deferred))

    def _change(self, position: int, kind: str, entries: list[Entry]) -> int:
        element, end = self.scanner.value(position)
        inner = _get(element, "resource_change") if kind == "deferred" else element
        address, change = _get(inner, "address"), _get(inner, "change")
        parts = parse_address(address) if isinstance(address, str) else None
        if parts is None or not isinstance(change, dict) or inner.get("deposed"):
            return end
        actions = change.get("actions")
        if isinstance(actions, list) and actions and _LEAVING.issuperset(map(str, actions)):
            self.document.gone.add(address)
            return end
        extent, region = Span(position, end), region_of(change.get("after"))
        entries.append(Entry(address, parts, kind, extent, self._header(extent), True, str(element.get("reason") or ""), region))
        return end

    def _header(self, extent: Span) -> Span:
        """The address where it stands in the text."""
        found = _ADDRESS.search(self.scanner.text, extent.start, extent.end)
        return Span(extent.start, extent.start + 1) if found is None else Span(found.start(1) + 1, found.end(1) - 1)

    def planned_at(self, position: int) -> int:
        """Reads `planned_values`, which leaves out what is unknown."""
        return self.planned.read(position)

    def state_at(self, position: int) -> int:
        """Reads `values` of a state."""
        return self.state.read(position)

    def prior_at(self, position: int) -> int:
        """Reads `prior_state`: data sources that were read, and what the plan does not touch."""
        return self.scanner.members(position, lambda key, at: self.prior.read(at) if key == "values" else self.scanner.pass_over(key, at))

    def variables_at(self, position: int) -> int:
        """Reads `variables`."""
        return self.scanner.offsets(position, self.document.variables)

    def outputs_at(self, position: int) -> int:
        """Reads `output_changes`."""
        return self.scanner.offsets(position, self.document.outputs)

    def configuration_at(self, position: int) -> int:
        """Reads `configuration`."""
        return read_configuration(self.document, position)

    def finish(self) -> None:
        """Decides what the resources are: the changes, and what the plan leaves as it is."""
        document = self.document
        document.outputs = document.outputs or self.planned.outputs or self.state.outputs
        document.entries = [*(self.changes or ()), *self.deferred]
        if self.changes is None:
            document.entries += [*self._listed(self.planned, complete=False), *self._listed(self.state, complete=True)]
        seen = document.gone | {entry.address for entry in document.entries}
        untouched = self.changes is not None or not self.planned.resources
        for entry in self._listed(self.prior, complete=True, without=seen):
            if (untouched or entry.parts.type.startswith("data.")) and self._declared(entry.parts):
                document.entries.append(entry)

    def _listed(self, listing: Listing, *, complete: bool, without: set[str] | frozenset[str] = frozenset()) -> Iterator[Entry]:
        for listed in listing.resources:
            if listed.address not in without and (parts := parse_address(listed.address)) is not None:
                yield self._entry(listed, parts, complete)

    def _entry(self, listed: Listed, parts: Address, complete: bool) -> Entry:
        return Entry(listed.address, parts, "values", listed.extent, self._header(listed.extent), complete, "", listed.region)

    def _declared(self, parts: Address) -> bool:
        """Whether the configuration still has a resource of the prior state; yes when the plan holds no configuration."""
        node = self.document.module(tuple(name for name, _ in parts.module))
        return not self.document.configured or (node is not None and parts.declared in node.resources)


def _get(element: Json, key: str) -> Json:
    return element.get(key) if isinstance(element, dict) else None


_READERS = {
    "resource_changes": _Reader.changes_at,
    "deferred_changes": _Reader.deferred_at,
    "planned_values": _Reader.planned_at,
    "values": _Reader.state_at,
    "prior_state": _Reader.prior_at,
    "variables": _Reader.variables_at,
    "output_changes": _Reader.outputs_at,
    "configuration": _Reader.configuration_at,
}
