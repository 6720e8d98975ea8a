"""Fn::ForEach, expanded on the syntax tree: each round is a copy of the loop body whose places stay those of the body."""

import re
from collections.abc import Callable
from dataclasses import replace

from obslint.cloudformation.tree import LOOP, Item, Mapping, Node, Pair, Scalar, Sequence, function

MAX_COPIES = 100_000
"""Loops whose rounds hold more values than this, taken together, are not expanded any further."""

Listed = Callable[[Node], "list[str] | None"]
"""Gives the texts a collection stands for, or None when they are not certain."""


def expand(pairs: list[Pair], listed: Listed) -> tuple[list[Pair], list[str]]:
    """The pairs with every loop replaced by what it makes, and why a loop could not be expanded."""
    expander = _Expander(listed)
    return expander.expand(pairs), list(dict.fromkeys(expander.doubts))


class _Expander:
    """Expands loops inside loops; `_room` is what may still be copied."""

    def __init__(self, listed: Listed) -> None:
        self._listed = listed
        self._room = MAX_COPIES
        self.doubts: list[str] = []

    def expand(self, pairs: list[Pair]) -> list[Pair]:
        made: list[Pair] = []
        for pair in pairs:
            made.extend(self._rounds(pair) if pair.key.text.startswith(LOOP) else (pair,))
        return made

    def _rounds(self, loop: Pair) -> list[Pair]:
        items = loop.value.items if isinstance(loop.value, Sequence) else []
        body = items[2].value if len(items) == 3 else None
        if not isinstance(body, Mapping) or not isinstance(items[0].value, Scalar):
            self.doubts.append(f"{loop.key.text} must hold an identifier, a collection and a mapping")
            return []
        texts = self._listed(items[1].value)
        if texts is None:
            self.doubts.append(f"the collection of {loop.key.text} is known only at deployment")
            return []
        made: list[Pair] = []
        for text in texts:
            if self._room < 0:
                self.doubts.append(f"the rounds of {loop.key.text} hold more than {MAX_COPIES:,} values")
                break
            self._room -= 1
            made.extend(self.expand([self._fill_pair(pair, items[0].value.text, text) for pair in body.pairs]))
        return made

    def _fill_pair(self, pair: Pair, name: str, text: str) -> Pair:
        return replace(pair, key=_fill_scalar(pair.key, name, text), value=self._fill(pair.value, name, text))

    def _fill(self, node: Node, name: str, text: str) -> Node:
        """A copy of a node with the loop's identifier replaced in texts, and `Ref`s to it."""
        self._room -= 1
        if isinstance(node, Scalar):
            return _fill_scalar(node, name, text)
        if isinstance(node, Sequence):
            return replace(node, items=[Item(self._fill(item.value, name, text), item.start, item.end, item.alias) for item in node.items])
        call = function(node)
        if call and call[0] == "Ref" and isinstance(call[1], Scalar) and call[1].text == name:
            return Scalar(text, "!", node.start, node.end)
        return Mapping([self._fill_pair(pair, name, text) for pair in node.pairs], node.style, node.start, node.end, node.shared)


def _fill_scalar(node: Scalar, name: str, text: str) -> Scalar:
    """`${Name}` becomes the text, `&{Name}` its letters and digits only."""
    if "{" not in node.text:
        return node
    filled = node.text.replace(f"${{{name}}}", text).replace(f"&{{{name}}}", re.sub(r"[^A-Za-z0-9]", "", text))
    return replace(node, text=filled)
