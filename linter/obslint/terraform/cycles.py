"""Values that need themselves: found by their names, before anything is evaluated.

Names are looked for in the text first, which is quick; where that shows a circle, the syntax decides.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from obslint.model import Problem
from obslint.source import Place
from obslint.terraform.ast import Attribute, Block
from obslint.terraform.config import Config
from obslint.terraform.mentions import Mention, mentions, mentions_in

Path = tuple[str, ...]
"""The calls that lead from the root to a module."""

_WORDS = re.compile(r"(?<![\w.-])([^\W\d][\w-]*)\.([^\W\d][\w-]*)(?:(?:\[[^\]]*\])?\.([^\W\d][\w-]*))?")


@dataclass(frozen=True, slots=True)
class Node:
    """A declaration in a module: `kind` is var, local, output, call or the type of a resource."""

    path: Path
    kind: str
    name: str

    def __str__(self) -> str:
        prefix = "".join(f"module.{name}." for name in self.path)
        return f"{prefix}{'module' if self.kind == 'call' else self.kind}.{self.name}"


Edges = Mapping[Node, list[Node]]


@dataclass(slots=True)
class Graph:
    """The declarations of a root and its modules, and what each mentions; `exact` by syntax, otherwise by text."""

    configs: Mapping[Path, Config]
    exact: bool = False

    def nodes(self) -> Iterator[Node]:
        """Everything that can stand in a circle."""
        for path, config in self.configs.items():
            yield from (Node(path, "local", name) for name in config.locals)
            yield from (Node(path, "output", name) for name in config.outputs)
            yield from (Node(path, kind, name) for kind, name in config.resources)

    def needed(self, node: Node) -> list[Node]:
        """What a declaration mentions."""
        config = self.configs[node.path]
        if node.kind == "var":
            return self._passed(node)
        if node.kind == "local":
            return self._resolved(node.path, self._of_attribute(config.locals[node.name]))
        if node.kind == "call":
            body = config.calls[node.name].body
            found = [body.attributes[key] for key in ("count", "for_each") if key in body.attributes]
            return [each for attribute in found for each in self._resolved(node.path, self._of_attribute(attribute))]
        block = config.outputs[node.name] if node.kind == "output" else config.resources[node.kind, node.name]
        return self._resolved(node.path, self._of_block(block))

    def _passed(self, node: Node) -> list[Node]:
        """The argument that the calling module passes."""
        if not node.path:
            return []
        caller, call = node.path[:-1], node.path[-1]
        attribute = self.configs[caller].calls[call].body.attributes.get(node.name)
        return [] if attribute is None else [Node(caller, "call", call), *self._resolved(caller, self._of_attribute(attribute))]

    def _of_attribute(self, attribute: Attribute) -> Iterable[Mention]:
        return mentions(attribute.expr) if self.exact else _written(attribute.file.text, attribute.span.start, attribute.span.end)

    def _of_block(self, block: Block) -> Iterable[Mention]:
        return mentions_in(block.body) if self.exact else _written(block.file.text, block.span.start, block.span.end)

    def _resolved(self, path: Path, found: Iterable[Mention]) -> list[Node]:
        return [node for mention in found if len(mention) > 1 for node in self._declared(path, mention)]

    def _declared(self, path: Path, mention: Mention) -> list[Node]:
        config, (root, name) = self.configs[path], mention[:2]
        if root == "local":
            return [Node(path, "local", name)] if name in config.locals else []
        if root == "var":
            return [Node(path, "var", name)] if name in config.variables else []
        if root == "module":
            return self._outputs(path, name, mention[2:])
        found = (f"data.{name}", mention[2] if len(mention) > 2 else "") if root == "data" else (root, name)
        return [Node(path, *found)] if found in config.resources else []

    def _outputs(self, path: Path, call: str, further: Mention) -> list[Node]:
        inner = self.configs.get((*path, call))
        if inner is None or call not in self.configs[path].calls:
            return []
        names = [further[0]] if further and further[0] in inner.outputs else [] if further and not self.exact else inner.outputs
        return [Node(path, "call", call), *(Node((*path, call), "output", name) for name in names)]


def _written(text: str, start: int, end: int) -> Iterator[Mention]:
    for found in _WORDS.finditer(text, start, end):
        yield tuple(word for word in found.groups() if word)


def find_cycles(configs: Mapping[Path, Config]) -> list[Problem]:
    """One problem for each circle of declarations, at the place of the first."""
    rough = Graph(configs)
    suspects = {node for circle in circles(rough.nodes(), rough.needed) for node in circle}
    if not suspects:
        return []
    exact = Graph(configs, exact=True)
    return [_problem(configs, sorted(circle, key=str)) for circle in circles(suspects, exact.needed)]


def _problem(configs: Mapping[Path, Config], circle: list[Node]) -> Problem:
    shown = [str(node) for node in circle[:5]]
    more = f" and {len(circle) - 5} more" if len(circle) > 5 else ""
    if len(circle) == 1:
        message = f"{shown[0]} refers to itself"
    else:
        names = f"{', '.join(shown)}{more}" if more else f"{', '.join(shown[:-1])} and {shown[-1]}"
        message = f"{names} refer to each other in a circle"
    return Problem(message, _place(configs, circle[0]), "break the circle: one of them has to do without the others")


def _place(configs: Mapping[Path, Config], node: Node) -> Place:
    config = configs[node.path]
    if node.kind == "local":
        return Place(config.locals[node.name].file, config.locals[node.name].span)
    tables = {"var": config.variables, "output": config.outputs, "call": config.calls}
    block = tables[node.kind][node.name] if node.kind in tables else config.resources[node.kind, node.name]
    return Place(block.file, block.header)


def circles(nodes: Iterable[Node], needed: Callable[[Node], list[Node]]) -> list[list[Node]]:
    """The sets of nodes that need one another, and single ones that need themselves (Tarjan's algorithm, without recursion)."""
    return _Tarjan(needed).run(nodes)


class _Tarjan:
    def __init__(self, needed: Callable[[Node], list[Node]]) -> None:
        self._needed = needed
        self._number: dict[Node, int] = {}
        self._low: dict[Node, int] = {}
        self._stack: dict[Node, None] = {}
        self._found: list[list[Node]] = []

    def run(self, nodes: Iterable[Node]) -> list[list[Node]]:
        for node in nodes:
            if node not in self._number:
                self._visit(node)
        return self._found

    def _visit(self, start: Node) -> None:
        work = [self._enter(start)]
        while work:
            node, left, own = work[-1]
            following = next(left, None)
            if following is None:
                work.pop()
                self._leave(node, own)
                if work:
                    parent = work[-1][0]
                    self._low[parent] = min(self._low[parent], self._low[node])
            elif following not in self._number:
                work.append(self._enter(following))
            elif following in self._stack:
                self._low[node] = min(self._low[node], self._number[following])

    def _enter(self, node: Node) -> tuple[Node, Iterator[Node], bool]:
        self._number[node] = self._low[node] = len(self._number)
        self._stack[node] = None
        needed = self._needed(node)
        return node, iter(needed), node in needed

    def _leave(self, node: Node, needs_itself: bool) -> None:
        if self._low[node] != self._number[node]:
            return
        circle = []
        while self._stack:
            found, _ = self._stack.popitem()
            circle.append(found)
            if found == node:
                break
        if len(circle) > 1 or needs_itself:
            self._found.append(circle)
