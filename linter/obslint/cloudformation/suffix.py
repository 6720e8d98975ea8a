"""Appending literal text to a value, keeping what is written."""

import json
import re

from obslint.cloudformation.insert import Inserter, replacing
from obslint.cloudformation.layout import Layout
from obslint.cloudformation.locate import CannotEditError, Spot, decided, node_is_shared
from obslint.cloudformation.render import flow_text, quoted
from obslint.cloudformation.subtext import escaped
from obslint.cloudformation.tree import Node, Scalar, Sequence, elements, function, plain_value, text_of
from obslint.model import Edit, Known, Symbolic, Unknown
from obslint.source import SourceFile, Span

_PLAIN_SUFFIX = re.compile(r"[A-Za-z0-9_./+=@*:-]*[A-Za-z0-9_./+=@*-]")


def appended(file: SourceFile, spot: Spot, suffix: str, layout: Layout) -> tuple[Edit, ...]:
    """The edits that make the value end in the suffix. Raises `CannotEditError` when it is not one text."""
    spot = decided(spot)
    node = spot.node
    if node_is_shared(node):
        raise CannotEditError("the value has an anchor and is used elsewhere too")
    value = spot.scope.evaluate(node)
    if isinstance(value, Known) and not isinstance(value.data, str | int):
        raise CannotEditError("the value is not a text")
    if not isinstance(value, Known | Symbolic) and not (isinstance(value, Unknown) and value.symbol):
        raise CannotEditError("no text is written")
    call = function(node)
    if call is None and isinstance(node, Scalar):
        return _literal(file, node, suffix, layout)
    name, argument = call or ("", node)
    if name == "Fn::Sub" and (text := _sub_text(argument)) is not None:
        return _literal(file, text, escaped(suffix), layout)
    if name == "Fn::Join" and (last := _last_literal(argument)) is not None:
        return _literal(file, last, suffix, layout)
    if name == "Fn::Join" and (joined := _joined_directly(argument)) is not None:
        return Inserter(file, layout).item(joined, suffix)
    reference = _reference(name, argument)
    if reference is None:
        raise CannotEditError(f"{name} makes the text")
    return _as_sub(file, node, f"${{{reference}}}{escaped(suffix)}", layout)


def _literal(file: SourceFile, node: Scalar, suffix: str, layout: Layout) -> tuple[Edit, ...]:
    """Appends inside the quotes; plain text gets quotes when it needs them then."""
    if node_is_shared(node):
        raise CannotEditError("the value has an anchor and is used elsewhere too")
    if node.style == "'":
        return (Edit(file, Span(node.end - 1, node.end - 1), suffix.replace("'", "''")),)
    if node.style == '"':
        return (Edit(file, Span(node.end - 1, node.end - 1), json.dumps(suffix, ensure_ascii=False)[1:-1]),)
    if node.style in ("|", ">"):
        return _block_text(file, node, suffix)
    text = node.text + suffix
    if layout.json or "\n" in file.text[node.start : node.end]:
        raise CannotEditError("the text is written in an unusual way")
    if _PLAIN_SUFFIX.fullmatch(suffix) and isinstance(plain_value(text), str):
        return (Edit(file, Span(node.end, node.end), suffix),)
    return replacing(file, node, quoted(text, layout.quote))


def _block_text(file: SourceFile, node: Scalar, suffix: str) -> tuple[Edit, ...]:
    """Block texts end in a line end unless they are stripped."""
    if node.text.endswith("\n") or "\n" in suffix:
        raise CannotEditError("the text ends in a line end")
    return (Edit(file, Span(node.end, node.end), suffix),)


def _sub_text(argument: Node) -> Scalar | None:
    """The text of Fn::Sub in either form."""
    first = next(iter(elements(argument)), argument)
    return first if isinstance(first, Scalar) else None


def _last_literal(argument: Node) -> Scalar | None:
    """The literal at the end of what Fn::Join puts together."""
    parts = elements(argument)
    items = elements(parts[1]) if len(parts) == 2 else []
    return items[-1] if items and isinstance(items[-1], Scalar) else None


def _joined_directly(argument: Node) -> Sequence | None:
    """The list that Fn::Join puts together without anything in between."""
    parts = elements(argument)
    direct = len(parts) == 2 and text_of(parts[0]) == "" and isinstance(parts[1], Sequence) and not parts[1].shared
    return parts[1] if direct and isinstance(parts[1], Sequence) else None


def _reference(name: str, argument: Node) -> str | None:
    """What stands in a `${...}` for a Ref or GetAtt."""
    if name == "Ref":
        return text_of(argument)
    if name == "Fn::GetAtt":
        texts = [text_of(part) for part in elements(argument)] or [text_of(argument)]
        return ".".join(text for text in texts if text) if all(texts) else None
    return None


def _as_sub(file: SourceFile, node: Node, text: str, layout: Layout) -> tuple[Edit, ...]:
    if layout.json:
        return replacing(file, node, flow_text({"Fn::Sub": text}, layout))
    return replacing(file, node, f"!Sub {quoted(text, layout.quote)}")
