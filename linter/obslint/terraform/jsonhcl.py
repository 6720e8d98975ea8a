"""Terraform's JSON syntax to the same syntax tree as HCL."""

from collections.abc import Iterator
from functools import partial

from obslint.model import Problem
from obslint.source import Place, SourceFile, Span
from obslint.source.jsontree import JsonArray, JsonMember, JsonNode, JsonObject, JsonScalar, JsonSyntaxError, parse_json
from obslint.terraform.ast import Attribute, Bad, Block, Body, Expr, Literal, Object, ObjectItem, Tuple
from obslint.terraform.syntax import MAX_DEPTH, parse_template

_LABELS = {"resource": 2, "data": 2, "ephemeral": 2, "module": 1, "variable": 1, "output": 1, "provider": 1, "check": 1, "backend": 1}
_BLOCKS = {*_LABELS, "locals", "terraform", "moved", "removed", "import"}
_INNER = {
    "dynamic": 1,
    "lifecycle": 0,
    "provisioner": 1,
    "connection": 0,
    "backend": 1,
    "cloud": 0,
    "required_providers": 0,
    "validation": 0,
}
_VERBATIM = {("variable", "type"), ("variable", "default"), ("variable", "description"), ("output", "description")}


def parse_json_syntax(file: SourceFile) -> tuple[Body, tuple[Problem, ...]]:
    """The top level of a `.tf.json` or `.tfvars.json` file."""
    try:
        root = parse_json(file)
    except JsonSyntaxError as error:
        place = Place(file, Span(error.offset, min(error.offset + 1, len(file.text))))
        return Body(Span(0, len(file.text))), (Problem(error.message, place, "correct the JSON"),)
    objects = [item for item in (root.items if isinstance(root, JsonArray) else [root]) if isinstance(item, JsonObject)]
    if not objects:
        return Body(Span(0, len(file.text))), (Problem("the file is not a JSON object", Place(file, root.span), "wrap it in braces"),)
    members = [member for item in objects for member in item.members]
    problems = () if file.path.endswith(VARIABLES) else tuple(_wrong_templates(file, members))
    return _top(file, root.span, members), problems


VARIABLES = ("vars.json",)
"""How the names of variable files end, in which text is no template."""

_TEMPLATED = frozenset({"resource", "data", "ephemeral", "module", "locals", "provider", "output"})


def _wrong_templates(file: SourceFile, members: list[JsonMember]) -> Iterator[Problem]:
    """The strings that are templates by their place, and do not parse."""
    waiting: list[JsonNode] = [node for key, _, node in members if key in _TEMPLATED]
    while waiting:
        node = waiting.pop()
        if isinstance(node, JsonObject):
            waiting += [inner for key, _, inner in reversed(node.members) if key not in {"//", "description"}]
        elif isinstance(node, JsonArray):
            waiting += reversed(node.items)
        elif isinstance(expr := _scalar(file, node, False), Bad):
            remedy = "correct it; text that is not meant for Terraform starts with $${ or %%{"
            yield Problem(f"the template does not parse: {expr.why}", Place(file, node.span), remedy)


def _top(file: SourceFile, span: Span, members: list[JsonMember]) -> Body:
    blocks: list[Block] = []
    attributes: dict[str, Attribute] = {}
    for key, key_span, node in members:
        if key in _BLOCKS:
            blocks += _blocks(file, key, (), _LABELS.get(key, 0), key_span, node)
        elif key != "//":
            attributes[key] = _attribute(file, key, key_span, node, literal=True)
    return Body(span, attributes, tuple(blocks))


def _blocks(file: SourceFile, kind: str, labels: tuple[str, ...], depth: int, key: Span, node: JsonNode) -> Iterator[Block]:
    """Blocks of a kind: one level of objects for each label, then a body or a list of bodies."""
    if isinstance(node, JsonArray):
        for item in node.items:
            yield from _blocks(file, kind, labels, depth, key, item)
    elif isinstance(node, JsonObject) and depth:
        for name, name_span, inner in node.members:
            if name != "//":
                yield from _blocks(file, kind, (*labels, name), depth - 1, name_span, inner)
    elif isinstance(node, JsonObject):
        span = Span(key.start, node.span.end)
        yield Block(file, kind, labels, key, span, partial(_body, file, kind, node), "json")


def _body(file: SourceFile, kind: str, node: JsonObject) -> Body:
    attributes: dict[str, Attribute] = {}
    blocks: list[Block] = []
    for key, key_span, inner in node.members:
        if key == "//":
            continue
        if key in _INNER and kind not in {"locals", "required_providers"}:
            blocks += _blocks(file, key, (), _INNER[key], key_span, inner)
        elif kind == "dynamic" and key == "content":
            blocks += _blocks(file, key, (), 0, key_span, inner)
        else:
            attributes[key] = _attribute(file, key, key_span, inner, literal=(kind, key) in _VERBATIM)
    return Body(node.span, attributes, tuple(blocks))


def _attribute(file: SourceFile, key: str, key_span: Span, node: JsonNode, *, literal: bool) -> Attribute:
    return Attribute(file, key, key_span, Span(key_span.start, node.span.end), partial(_expression, file, node, literal))


def _expression(file: SourceFile, node: JsonNode, literal: bool, depth: int = 0) -> Expr:
    if depth > MAX_DEPTH:
        return Bad(node.span, f"the expression is nested more than {MAX_DEPTH} levels deep")
    if isinstance(node, JsonObject):
        return Object(node.span, tuple(_item(file, member, literal, depth) for member in node.members if member.key != "//"))
    if isinstance(node, JsonArray):
        return Tuple(node.span, tuple(_expression(file, item, literal, depth + 1) for item in node.items))
    return _scalar(file, node, literal)


def _item(file: SourceFile, member: JsonMember, literal: bool, depth: int) -> ObjectItem:
    key, value = Literal(member.key_span, member.key), _expression(file, member.node, literal, depth + 1)
    return ObjectItem(key, value, Span(member.key_span.start, member.node.span.end))


def _scalar(file: SourceFile, node: JsonScalar, literal: bool) -> Expr:
    """Text is a template, unless the place takes it as it stands."""
    if isinstance(node.value, str) and not literal and ("${" in node.value or "%{" in node.value):
        return parse_template(file, node.value, node.span)
    return Literal(node.span, node.value)
