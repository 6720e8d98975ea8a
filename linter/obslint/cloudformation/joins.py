"""Values that one stack leaves for another, where the templates of both are scanned: exports under a certain name."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from obslint.cloudformation.tree import Mapping, Node
from obslint.model import Known, Reference, Step, Unknown, Value, settle, via
from obslint.source import Place, Sources, UnreadableError

if TYPE_CHECKING:
    from obslint.cloudformation.scope import World
    from obslint.cloudformation.template import Entry


@dataclass(slots=True, eq=False)
class Joins:
    """The templates of a scan. `make` reads one of them, with a prefix that tells its names apart, when an export is looked for.

    A name that two templates export is none of which the value can be known.
    """

    sources: Sources
    paths: Sequence[Path]
    make: Callable[[Path, str], "World"]
    _exports: "dict[str, tuple[World, Entry] | None] | None" = None
    _asked: set[str] = field(default_factory=set)

    def value(self, name: str, place: Place, read: set[str]) -> Value | None:
        """What is exported under a name; None when that is not known here. The templates that were read for it are noted."""
        if self._exports is None:
            self._exports = {}
            for path in self.paths:
                self._collect(path, self._exports)
        found = self._exports.get(name)
        node = _part(found[1], "Value") if found else None
        if found is None or node is None:
            return None
        world, entry = found
        if name in self._asked:
            return Unknown(f"export {name} depends on itself", place=place)
        self._asked.add(name)
        read.add(world.template.file.path)
        try:
            value = world.scope_of(entry).evaluate(node)
        finally:
            self._asked.discard(name)
        read |= world.imported
        return via(value, Step(f"export {name} of {world.template.file.path}", entry.at, Reference(world.prefix + entry.name)))

    def _collect(self, path: Path, exports: "dict[str, tuple[World, Entry] | None]") -> None:
        """Notes the exports of a template whose names are certain."""
        from obslint.cloudformation.detect import looks_like_template

        try:
            text = self.sources.read(path).text
        except (UnreadableError, OSError):
            return
        if "Export" not in text or not looks_like_template(text):
            return
        world = self.make(path, f"{self.sources.shown(path)}:")
        for entry in world.template.outputs.values():
            export = _part(entry, "Export")
            node = export.get("Name") if isinstance(export, Mapping) else None
            name = settle(world.scope_of(entry).evaluate(node)) if node is not None else None
            if isinstance(name, Known) and isinstance(name.data, str):
                exports[name.data] = None if name.data in exports else (world, entry)


def _part(entry: "Entry", name: str) -> Node | None:
    return entry.body.get(name) if isinstance(entry.body, Mapping) else None
