"""SAM's Globals section, merged into the properties of resources on the syntax tree, as SAM does it before anything is evaluated.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
"""

from dataclasses import replace

from obslint.cloudformation.sam_nodes import PREFIX, is_map
from obslint.cloudformation.tree import Mapping, Node, Pair, Scalar, Sequence, elements, text_of
from obslint.model import Path


def globals_for(root: Node | None, kind: str, body: Mapping) -> Mapping | None:
    """What the section sets for a type, without what the resource's IgnoreGlobals names."""
    section = root.get("Globals") if isinstance(root, Mapping) else None
    found = section.get(kind.removeprefix(PREFIX)) if isinstance(section, Mapping) else None
    ignored = body.get("IgnoreGlobals")
    if not isinstance(found, Mapping) or text_of(ignored) == "*":
        return None
    names = {text_of(item) for item in elements(ignored)}
    return Mapping([pair for pair in found.pairs if pair.key.text not in names], found.style, found.start, found.end)


def merge(shared: Mapping, own: Mapping) -> Mapping:
    """The members of both. Maps merge, lists are joined with the global items first, and of anything else the resource's own counts.

    Functions count as single values. Pairs of the Globals section are marked as standing elsewhere.
    """
    made = {pair.key.text: replace(pair, merged=True) for pair in shared.pairs}
    given = {pair.key.text: pair for pair in shared.pairs}
    made.update({pair.key.text: _merge_pair(given.get(pair.key.text), pair) for pair in own.pairs})
    return Mapping(list(made.values()), own.style, own.start, own.end)


def _merge_pair(shared: Pair | None, own: Pair) -> Pair:
    if shared is None:
        return own
    one, two = shared.value, own.value
    if isinstance(one, Mapping) and isinstance(two, Mapping) and is_map(one) and is_map(two):
        return replace(own, value=merge(one, two))
    if isinstance(one, Sequence) and isinstance(two, Sequence):
        return replace(own, value=Sequence([*one.items, *two.items], two.style, two.start, two.end))
    return own


def sets(shared: Node | None, path: Path) -> bool:
    """Whether the Globals decide what stands at a path, or may do so."""
    node = shared
    for part in path:
        if node is None or (isinstance(node, Scalar) and node.value is None):
            return False
        if not isinstance(node, Mapping) or not is_map(node) or not isinstance(part, str):
            return True
        node = node.get(part)
    return node is not None
