"""New items at the end of a list that is written out: statements of a policy, in JSON text or in a data source."""

import re
from collections.abc import Mapping, Sequence

from obslint.model import Edit, Fields, Known, Path, Plain, Resource, Value, decoded, settle
from obslint.source import Place
from obslint.terraform.edits import insert, insert_block, line_indent
from obslint.terraform.fields import BlockFields
from obslint.terraform.render import CannotWriteError, hcl_value, json_value

_DOCUMENT = "data.aws_iam_policy_document"
_ELEMENTS = {"Action": "actions", "NotAction": "not_actions", "Resource": "resources", "NotResource": "not_resources"}
_HCL_MEMBER = re.compile(r'\{\s*"?\w+"?\s*=')


def add_items(resource: Resource, path: Path, items: Sequence[Mapping[str, Plain]]) -> tuple[Edit, ...]:
    """The edits that add the items. Raises `CannotWriteError` where the list is not written out."""
    fields = resource.fields
    name = str(path[0])
    if not isinstance(fields, BlockFields) or name not in fields:
        raise CannotWriteError("the list is not written here")
    value = settle(fields[name])
    source = _document_of(value)
    if source is not None:
        return tuple(edit for item in items for edit in _statement(source, item, fields))
    return _in_text(value, [str(part) for part in path[1:]], items)


def _document_of(value: Value) -> Resource | None:
    """The policy document that a text comes from, when that is a data source."""
    found = (step.reference.resource for step in value.trail if step.reference and step.reference.resource)
    return next((resource for resource in found if resource.type == _DOCUMENT), None)


def _statement(source: Resource, item: Mapping[str, Plain], fields: BlockFields) -> tuple[Edit, ...]:
    """A `statement` block in a data source."""
    document = source.fields
    if not isinstance(document, BlockFields) or document.block.syntax == "json" or document.scope.names is not fields.scope.names:
        raise CannotWriteError("the policy document is not written in this module")
    if document.body.damage or document.body.attributes.keys() & {"count", "for_each"}:
        raise CannotWriteError(f"{source.address} is one of several instances")
    return insert_block(document.block, document.body, {("statement", *path): value for path, value in _blocks(item).items()})


def _blocks(item: Mapping[str, Plain]) -> dict[Path, Plain]:
    """A statement in the words of the data source."""
    made: dict[Path, Plain] = {}
    for key, value in item.items():
        if key in _ELEMENTS:
            made[(_ELEMENTS[key],)] = value if isinstance(value, list | tuple) else [value]
        elif key == "Effect" and value != "Allow":
            made[("effect",)] = value
        elif key == "Sid":
            made[("sid",)] = value
    principal, condition = item.get("Principal"), item.get("Condition")
    if isinstance(principal, Mapping):
        made |= _only(principal, ("principals", "type"), ("principals", "identifiers"))
    if isinstance(condition, Mapping):
        test, tests = _single(condition)
        made[("condition", "test")] = test
        made |= _only(tests, ("condition", "variable"), ("condition", "values"))
    return made


def _only(members: Plain, key: Path, values: Path) -> dict[Path, Plain]:
    name, value = _single(members)
    return {key: name, values: value if isinstance(value, list | tuple) else [value]}


def _single(members: Plain) -> tuple[str, Plain]:
    if not isinstance(members, Mapping) or len(members) != 1:
        raise CannotWriteError("a statement with several blocks of one kind is not written here")
    ((name, value),) = members.items()
    return name, value


def _in_text(value: Value, path: Sequence[str], items: Sequence[Mapping[str, Plain]]) -> tuple[Edit, ...]:
    """An item after the last one of a list, in `jsonencode` or in text that is JSON."""
    listed = decoded(value)
    for name in path:
        inner = listed.data.get(name) if isinstance(listed, Known) and isinstance(listed.data, Fields) else None
        listed = settle(inner) if inner is not None else listed
    places = [item.place for item in listed.data] if isinstance(listed, Known) and isinstance(listed.data, tuple) else []
    last = places[-1] if places else None
    if last is None or len(set(map(_span, places))) < len(places) or not _is_object(last):
        raise CannotWriteError("the list is not written out here")
    lead = line_indent(last.file, last.span.start)
    in_hcl = _HCL_MEMBER.match(_text(last)) is not None
    alone = not last.file.text[last.file.line_span(last.file.position(last.span.start)[0]).start : last.span.start].strip()
    texts = [hcl_value(item, lead) if in_hcl else json_value(item, lead) for item in items]
    return tuple(insert(last.file, last.span.end, f",\n{lead}{text}" if alone else f", {text}") for text in texts)


def _span(place: Place | None) -> tuple[int, int]:
    return (place.span.start, place.span.end) if place else (0, 0)


def _text(place: Place) -> str:
    return place.file.text[place.span.start : place.span.end]


def _is_object(place: Place) -> bool:
    """Whether the place is exactly that of an object that is written out."""
    text = _text(place)
    return text.startswith("{") and text.endswith("}") and text.count("{") == text.count("}")
