"""The writer for resources written in YAML or JSON templates."""

import re
from collections.abc import Callable
from collections.abc import Mapping as Map
from collections.abc import Sequence as Seq
from functools import cached_property
from itertools import chain, pairwise
from typing import Any

from obslint.cloudformation.deciding import deciding
from obslint.cloudformation.insert import Inserter, removal, replacing
from obslint.cloudformation.layout import Layout, column, layout_of
from obslint.cloudformation.locate import CannotEditError, Hop, Spot, certain_branch
from obslint.cloudformation.render import as_item, block_lines, flow_text, item_lines, json_text, merged, replacement, resource_body
from obslint.cloudformation.sam_edit import locate_written
from obslint.cloudformation.scope import World
from obslint.cloudformation.suffix import appended
from obslint.cloudformation.template import Entry
from obslint.cloudformation.tree import Mapping, Node, Pair, Scalar, Sequence, canonical, function
from obslint.cloudformation.uses import Uses
from obslint.model import OUTSIDE, Declined, Draft, Edit, Path, Pick, Plain, Resource

_NO_VALUE = {"Ref": "AWS::NoValue"}
_SHORT_NO_VALUE = '!Ref "AWS::NoValue"'


class TemplateWriter:
    """Edits the text of one template. Nothing but what an edit says is touched."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._file = world.template.file

    def set_attribute(self, resource: Resource, path: Path, value: Plain) -> tuple[Edit, ...] | Declined:
        """See `Writer.set_attribute`."""
        return self.set_attributes(resource, {path: value})

    def set_attributes(self, resource: Resource, values: Map[Path, Plain]) -> tuple[Edit, ...] | Declined:
        """See `Writer.set_attributes`."""
        return _declining(lambda: self._set_all([(self._spot(resource, path), as_item(path, value)) for path, value in values.items()]))

    def remove_attribute(self, resource: Resource, path: Path) -> tuple[Edit, ...] | Declined:
        """See `Writer.remove_attribute`."""
        return _declining(lambda: self._remove(self._spot(resource, path), path))

    def append_text(self, resource: Resource, path: Path, suffix: str) -> tuple[Edit, ...] | Declined:
        """See `Writer.append_text`."""
        return _declining(lambda: self._append(self._spot(resource, path), suffix))

    def add_items(self, resource: Resource, path: Path, items: Seq[Map[str, Plain]]) -> tuple[Edit, ...] | Declined:
        """See `Writer.add_items`."""
        return _declining(lambda: self._add_items(self._spot(resource, path), items))

    def add_resource(self, beside: Resource, draft: Draft) -> tuple[Edit, ...] | Declined:
        """See `Writer.add_resource`."""
        return _declining(lambda: self._add(beside, draft))

    def free_name(self, beside: Resource, draft: Draft) -> str:  # noqa: ARG002 - one template has one set of names
        """See `Writer.free_name`."""
        return self._free_name(draft.name)

    def render_attributes(self, attributes: Map[Path, Plain]) -> str:
        """See `Writer.render_attributes`."""
        return self._snippet(merged({_inside(path): as_item(path, value) for path, value in attributes.items()}))

    def render_resource(self, draft: Draft) -> str:
        """See `Writer.render_resource`."""
        return self._snippet({self._free_name(draft.name): resource_body(draft)})

    @cached_property
    def layout(self) -> Layout:
        """The habits of the file."""
        return layout_of(self._world.template.document)

    @cached_property
    def _inserter(self) -> Inserter:
        return Inserter(self._file, self.layout)

    @cached_property
    def _uses(self) -> Uses:
        return Uses(self._world.template.document)

    def _entry(self, resource: Resource) -> Entry:
        name = resource.address.removeprefix(self._world.prefix)
        entry = self._world.template.resources.get(name)
        if entry is None or self._world.resources.get(name) is not resource:
            raise CannotEditError("the resource is not written in this template")
        return entry

    def _spot(self, resource: Resource, path: Path) -> Spot:
        entry = self._entry(resource)
        spot = locate_written(self._world.scope_of(entry), entry, path)
        for other in self._world.template.resources.values() if entry.looped else ():
            if other is not entry and other.at.span == entry.at.span:
                found = locate_written(self._world.scope_of(other), other, path)
                if found.rest != spot.rest or not (spot.rest or canonical(found.node) == canonical(spot.node)):
                    raise CannotEditError("Fn::ForEach makes the resource, and the value differs from round to round")
        return spot

    def _set_all(self, values: list[tuple[Spot, Plain]]) -> tuple[Edit, ...]:
        """What is missing in one place is written at once, so that parents it has in common come only once."""
        missing: dict[int, list[tuple[Spot, Plain]]] = {}
        for spot, value in values:
            if spot.rest:
                missing.setdefault(id(spot.node), []).append((spot, value))
        groups = [self._insert(group[0][0], merged({("", *spot.rest): value for spot, value in group})[""]) for group in missing.values()]
        return (*chain.from_iterable(self._set(spot, value) for spot, value in values if not spot.rest), *chain.from_iterable(groups))

    def _set(self, spot: Spot, value: Plain) -> tuple[Edit, ...]:
        node = deciding(spot, self._uses, value)
        if isinstance(node, Scalar):
            return replacing(self._file, node, replacement(node, value, self.layout))
        if isinstance(node, Sequence) and isinstance(value, list | tuple) and (further := _further(node, value)):
            return tuple(edit for item in further for edit in self._inserter.item(node, item))
        if not function(node) and isinstance(value, str | bool | int | float):
            raise CannotEditError("a list or mapping stands where a single value belongs")
        return replacing(self._file, node, self._as_value(node, value))

    def _as_value(self, node: Node, value: Plain) -> str:
        """A value in the place of a node: in block style where a block stands, on one line otherwise."""
        if isinstance(node, Sequence) and node.style == "block" and isinstance(value, list | tuple) and value:
            indent = " " * column(self._file.text, node.start)
            return self.layout.newline.join(item_lines(value, self.layout, indent)).lstrip()
        if isinstance(node, Mapping) and node.style == "block" and isinstance(value, dict) and value:
            indent = " " * column(self._file.text, node.start)
            return self.layout.newline.join(block_lines(value, self.layout, indent)).lstrip()
        return flow_text(value, self.layout)

    def _insert(self, spot: Spot, data: Any) -> tuple[Edit, ...]:
        """Puts new members or items into the container at a spot."""
        node = spot.node
        if isinstance(node, Scalar) or (_is_empty(node) and not self.layout.json and _in_block(spot)):
            return self._inserter.filling(_last_hop(spot), data)
        if len(data) > 1 and _is_empty(node):
            return self._inserter.refilling(node, data)
        if isinstance(node, Sequence):
            return tuple(chain.from_iterable(self._inserter.item(node, item) for item in data))
        return tuple(chain.from_iterable(self._member(spot, node, name, value) for name, value in data.items()))

    def _member(self, spot: Spot, node: Mapping, name: str, value: Any) -> tuple[Edit, ...]:
        beside = None if spot.hops or name == "Properties" else node.pair("Type")
        return self._inserter.member(node, name, value, after=beside)

    def _remove(self, spot: Spot, path: Path) -> tuple[Edit, ...]:
        if spot.rest:
            raise CannotEditError("it is not written")
        branch = certain_branch(spot)
        if branch is not spot:
            return replacing(self._file, branch.node, json_text(_NO_VALUE, self.layout, None) if self.layout.json else _SHORT_NO_VALUE)
        hops = spot.hops
        picked = path[-2] if len(path) > 1 else None
        if isinstance(picked, Pick) and {pair.key.text for pair in _pairs(hops[-1].container)} <= {picked.key, path[-1]}:
            hops = hops[:-1]  # nothing would be left but what picks the item
        return removal(self._file, hops)

    def _append(self, spot: Spot, suffix: str) -> tuple[Edit, ...]:
        if spot.rest:
            raise CannotEditError("it is not written")
        return appended(self._file, spot, suffix, self.layout)

    def _add_items(self, spot: Spot, items: Seq[Map[str, Plain]]) -> tuple[Edit, ...]:
        if spot.rest or not isinstance(spot.node, Sequence) or function(spot.node) or spot.node.shared:
            raise CannotEditError("the list is not written out here")
        return tuple(edit for item in items for edit in self._inserter.item(spot.node, item))

    def _add(self, beside: Resource, draft: Draft) -> tuple[Edit, ...]:
        entry = self._entry(beside)
        root = self._world.template.document.root
        section = root.get("Resources") if isinstance(root, Mapping) else None
        if not isinstance(section, Mapping) or section.shared:
            raise CannotEditError("the Resources section is not written here")
        pair = next((found for found in section.pairs if found.key.start <= entry.at.span.start < max(found.end, found.key.end)), None)
        if pair is None or pair.merged:
            raise CannotEditError("the resource comes from a merge key")
        condition = next((found for guard in beside.guards if (found := self._world.own(guard))), "")
        body = resource_body(draft, condition)
        return self._inserter.member(section, self._free_name(draft.name), body, after=pair, blank=self._spaced(section))

    def _spaced(self, section: Mapping) -> bool:
        """Whether blank lines stand between the resources."""
        text, pairs = self._file.text, section.pairs
        return any(re.search(r"\n[ \t]*\r?\n", text[one.end - 1 : two.key.start]) for one, two in pairwise(pairs))

    def _free_name(self, wanted: str) -> str:
        """A logical id: letters and digits, not taken yet. It starts with a small letter where most others do."""
        name = "".join(word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", wanted)) or "Added"
        resources = self._world.template.resources.keys()
        if 2 * sum(one[:1].islower() for one in resources) > len(resources):
            name = name[:1].lower() + name[1:]
        taken = resources | self._world.template.parameters.keys()
        number = 2
        free = name
        while free in taken:
            free, number = f"{name}{number}", number + 1
        return free

    def _snippet(self, data: Any) -> str:
        if self.layout.json:
            text = json_text(data, self.layout, None if self.layout.minified else "")
            inner = text[1:-1].strip("\r\n")
            return "\n".join(line.removeprefix(self.layout.step) for line in inner.splitlines())
        return "\n".join(block_lines(data, self.layout))


def _is_empty(node: Node) -> bool:
    return not isinstance(node, Scalar) and not (node.pairs if isinstance(node, Mapping) else node.items)


def _further(node: Sequence, value: list[Plain] | tuple[Plain, ...]) -> list[Plain] | tuple[Plain, ...]:
    """What a list gets behind the items that it has and keeps; nothing where it changes otherwise."""
    kept = len(node.items)
    same = all(isinstance(i.value, Scalar) and i.value.value == wanted for i, wanted in zip(node.items, value, strict=False))
    return value[kept:] if kept and same else ()


def _pairs(container: Mapping | Sequence) -> list[Pair]:
    return container.pairs if isinstance(container, Mapping) else []


def _inside(path: Path) -> Path:
    """What a snippet shows of a path: it starts in the resource, or in the JSON text that it leads to."""
    start = next((index + 1 for index, part in enumerate(path) if isinstance(part, Pick) and part.within), int(path[0] == OUTSIDE))
    return path[start:]


def _last_hop(spot: Spot) -> Hop:
    if not spot.hops:
        raise CannotEditError("the resource has no body")
    return spot.hops[-1]


def _in_block(spot: Spot) -> bool:
    return bool(spot.hops) and spot.hops[-1].container.style == "block" and isinstance(spot.hops[-1].edge, Pair)


def _declining(write: Callable[[], tuple[Edit, ...]]) -> tuple[Edit, ...] | Declined:
    try:
        return write()
    except CannotEditError as error:
        return Declined(str(error))
