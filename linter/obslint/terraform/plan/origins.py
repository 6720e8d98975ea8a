"""Where the values of expressions come from: the references of the configuration, followed to resource instances.

A plan lists for each expression what it refers to, not how: `a.arn`, `"${a.arn}:*"` and `[a.arn]` look the same. Locals are
not in it at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from obslint.model import Reference, Resource
from obslint.terraform.plan.address import Steps, key_value, words
from obslint.terraform.plan.document import KEPT, Document, Entry, Json, ModuleNode

MAX_HOPS = 40
"""Names that are followed from one to the next."""

MAX_ANYTHING = 1000
"""Resources that a value may refer to when the plan does not tell what it refers to; with more, none is named."""

_SETTLED = frozenset({"count", "path", "terraform", "tofu", "self"})
"""Words that never stand for something known only after apply."""

_SAME_KEY = (["each", "key"], ["count", "index"])
"""In an expression with one of these, a resource without a key stands for its instance with the same key: `a[each.key].arn`."""


@dataclass(frozen=True, slots=True, eq=False)
class Where:
    """The surroundings of an expression: its module instance, the key of what it is written in, and the for_each of that."""

    steps: Steps
    node: ModuleNode | None
    key: str = ""
    for_each: Json = None


@dataclass(slots=True, eq=False)
class Origins:
    """What an expression refers to. `blind` names what could not be followed, if anything."""

    references: dict[Reference, None] = field(default_factory=dict)
    blind: str = ""


class Resolver:
    """Follows references through variables, outputs and `each` to the resources of a plan."""

    def __init__(self, document: Document, resources: Iterable[tuple[Entry, Resource]]) -> None:
        self.document = document
        self.declaration = lru_cache(KEPT)(self._declaration)
        self.where = lru_cache(KEPT)(self._where)
        self.anything = lru_cache(KEPT)(self._anything)
        self.members: dict[Steps, list[Resource]] = {}
        self.entries: dict[str, Entry] = {}
        self.instances: dict[tuple[Steps, str], dict[str, Resource]] = {}
        self.modules: dict[tuple[Steps, str], dict[str, None]] = {}
        for entry, resource in resources:
            self.entries[entry.address] = entry
            self.members.setdefault(entry.parts.module, []).append(resource)
            self.instances.setdefault((entry.parts.module, entry.parts.declared), {})[entry.parts.key] = resource
            for depth, (name, key) in enumerate(entry.parts.module):
                self.modules.setdefault((entry.parts.module[:depth], name), {})[key] = None

    def _where(self, entry: Entry) -> Where:
        """The surroundings of the expressions of a resource."""
        node = self.document.module(tuple(name for name, _ in entry.parts.module))
        declared = self.declaration(entry)
        return Where(entry.parts.module, node, entry.parts.key, declared.get("for_each_expression"))

    def _declaration(self, entry: Entry) -> Mapping[str, Json]:
        """What the configuration says of a resource; empty when it says nothing."""
        node = self.document.module(tuple(name for name, _ in entry.parts.module))
        offset = node.resources.get(entry.parts.declared) if node else None
        found = None if offset is None else self.document.decode(offset)
        return found if isinstance(found, dict) else {}

    def origins(self, expression: Json, where: Where) -> Origins:
        """What an expression refers to, as far as the plan tells."""
        found = Origins()
        self._follow_all(expression, where, [], found, 0)
        return found

    def depends_on(self, entry: Entry) -> tuple[Reference, ...]:
        """What a resource names in `depends_on`: all instances of resources of its module."""
        named = self.declaration(entry).get("depends_on")
        found = Origins()
        for text in named if isinstance(named, list) else ():
            head = words(text) if isinstance(text, str) else []
            if len(head) > 1 and head[0] != "module":
                self._follow(head, Where(entry.parts.module, None), False, found, 0)
        return tuple(found.references)

    def _anything(self, steps: Steps) -> tuple[Reference, ...]:
        """Everything that an expression of a module instance can refer to: its resources, arguments, and modules' outputs.

        That is what stays possible where the plan does not tell what an expression is: behind a local, in a dynamic block.
        """
        found = Origins({Reference(resource.address, "", resource): None for resource in self.members.get(steps, ())})
        node = self.document.module(tuple(name for name, _ in steps))
        where = Where(steps, node)
        for name in node.calls if node else ():
            self._output(name, [], where, False, found, 0)
        arguments, outer = self.caller(steps) or ({}, where)
        for offset in arguments.values():
            self._follow_all(self.document.decode(offset), outer, [], found, 0)
        if found.blind and steps:
            found.references |= dict.fromkeys(self.anything(steps[:-1]))
        return tuple(found.references) if len(found.references) <= MAX_ANYTHING else ()

    def _follow_all(self, expression: Json, where: Where, rest: list[str], found: Origins, hops: int) -> None:
        heads = references_of(expression)
        if hops > MAX_HOPS:
            found.blind = found.blind or f"more than {MAX_HOPS} names in a row"
            return
        keyed = any(head in _SAME_KEY for head in heads)
        for head in heads:
            self._follow(head + rest if len(heads) == 1 else head, where, keyed, found, hops + 1)

    def _follow(self, head: list[str], where: Where, keyed: bool, found: Origins, hops: int) -> None:
        root, name, rest = head[0], head[1] if len(head) > 1 else "", head[2:]
        if root == "var":
            self._variable(name, rest, where, found, hops)
        elif root == "module":
            self._output(name, rest, where, keyed, found, hops)
        elif root == "each":
            if name == "value":
                self._each(rest, where, found, hops)
        elif root in {"local", "locals"}:
            found.blind = found.blind or f"local.{name}"
        elif root == "data" and rest:
            self._resource(f"data.{name}.{rest[0]}", rest[1:], where, keyed, found)
        elif root not in _SETTLED and name:
            self._resource(f"{root}.{name}", rest, where, keyed, found)

    def _variable(self, name: str, rest: list[str], where: Where, found: Origins, hops: int) -> None:
        """An argument of the call, in the surroundings of the caller. Variables of the root are settled."""
        caller = self.caller(where.steps)
        if caller is not None:
            call, outer = caller
            offset = call.get(name)
            if offset is not None:
                self._follow_all(self.document.decode(offset), outer, rest, found, hops)

    def caller(self, steps: Steps) -> tuple[dict[str, int], Where] | None:
        """The arguments of the call that makes a module instance, and their surroundings; None for the root."""
        if not steps:
            return None
        outer, (name, key) = steps[:-1], steps[-1]
        node = self.document.module(tuple(step for step, _ in outer))
        call = node.calls.get(name) if node else None
        if call is None:
            return {}, Where(outer, node, key)
        for_each = None if call.for_each is None else self.document.decode(call.for_each)
        return call.expressions, Where(outer, node, key, for_each)

    def _output(self, name: str, rest: list[str], where: Where, keyed: bool, found: Origins, hops: int) -> None:
        """An output of a module; all of them where the plan does not say which."""
        keys = self.modules.get((where.steps, name), {"": None})
        if rest and rest[0].startswith("["):
            keys, rest = {rest[0]: None}, rest[1:]
        elif keyed and where.key in keys:
            keys = {where.key: None}
        node = self.document.module((*(step for step, _ in where.steps), name))
        for key in keys if node else ():
            inner = Where((*where.steps, (name, key)), node)
            for output in [rest[0]] if rest else node.outputs:  # type: ignore[union-attr]  # not reached without a node
                offset = node.outputs.get(output)  # type: ignore[union-attr]
                if offset is not None:
                    self._follow_all(_expression(self.document.decode(offset)), inner, rest[1:], found, hops)

    def _each(self, rest: list[str], where: Where, found: Origins, hops: int) -> None:
        """`each.value`: the instance of the same key when for_each goes over a resource, otherwise anything it refers to."""
        heads = references_of(where.for_each)
        if where.for_each is None:
            found.blind = found.blind or "each.value"
        outer = Where(where.steps, where.node)
        if len(heads) == 1 and len(heads[0]) == (3 if heads[0][0] == "data" else 2):
            declared = ".".join(heads[0])
            if where.key in self.instances.get((where.steps, declared), {}):
                self._resource(declared, [where.key, *rest], where, False, found)
                return
        self._follow_all(where.for_each, outer, rest, found, hops)

    def _resource(self, declared: str, rest: list[str], where: Where, keyed: bool, found: Origins) -> None:
        """A resource: the instance that is named, the one of the same key, or every instance."""
        made = self.instances.get((where.steps, declared), {})
        if rest and rest[0].startswith("["):
            made, rest = {key: found for key, found in made.items() if key == rest[0]}, rest[1:]
        elif keyed and where.key and where.key in made:
            made = {where.key: made[where.key]}
        for resource in made.values():
            found.references[self._reference(resource, rest)] = None

    def _reference(self, resource: Resource, rest: list[str]) -> Reference:
        """An attribute of a resource, or the resource as a whole when the words behind it are not its attributes."""
        payload = self.document.payload(self.entries[resource.address])
        value: Json = payload.values
        unknown: Json = payload.unknown
        attribute = ""
        for word in rest:
            value, unknown = member(value, word), member(unknown, word)
            if value is None and unknown is None:
                break
            attribute += f"[{_name(word)}]" if word.startswith("[") else f".{word}" if attribute else word
            if unknown is True or not isinstance(value, dict | list):
                break
        return Reference(resource.address, attribute, resource)

    def planned(self, reference: Reference) -> "Planned":
        """What the plan says of an attribute of a resource."""
        entry = self.entries.get(reference.target)
        if entry is None or not reference.attribute:
            return Planned(False)
        payload = self.document.payload(entry)
        value: Json = payload.values
        unknown: Json = payload.unknown
        for word in words(reference.attribute):
            value, unknown = member(value, word), member(unknown, word)
            if unknown is True:
                return Planned(False)
        return Planned(value is not None or entry.complete, value)

    def same_text(self, resource: Resource, text: str) -> str:
        """The attribute of a resource that is planned to be this text; empty when there is none."""
        values = self.document.payload(self.entries[resource.address]).values
        return next((name for name in ("arn", "id", "name", *values) if values.get(name) == text), "")


@dataclass(frozen=True, slots=True, eq=False)
class Planned:
    """Whether a value is known before apply, and what it is."""

    known: bool
    value: Json = None


def member(value: Json, word: str) -> Json:
    """A member of decoded JSON by a name or by a key in brackets; None when there is none."""
    name = _name(word)
    if isinstance(value, dict):
        return value.get(name)
    if isinstance(value, list) and name.isdigit() and int(name) < len(value):
        return value[int(name)]
    return None


def _name(word: str) -> str:
    return str(key_value(word)) if word.startswith("[") else word


def references_of(expression: Json) -> list[list[str]]:
    """The references of an expression as words, each once, without the shorter forms that follow a longer one."""
    found = expression.get("references") if isinstance(expression, dict) else None
    heads: list[str] = []
    for text in found if isinstance(found, list) else ():
        if isinstance(text, str) and not (heads and _continues(heads[-1], text)) and text not in heads:
            heads.append(text)
    return [parts for head in heads if (parts := words(head))]


def _continues(head: str, text: str) -> bool:
    return head.startswith(text) and head[len(text) : len(text) + 1] in {"", ".", "["}


def _expression(output: Json) -> Json:
    return output.get("expression") if isinstance(output, dict) else None
