"""`data.aws_iam_policy_document`: the JSON that it comes to, with references kept as parts of the text.

Follows hashicorp/terraform-provider-aws, `internal/service/iam/policy_document_data_source.go` and `policy_model.go`: the order of the
members, lists of one element as that element, lists sorted backwards, `&{` for `${`, statements merged by their Sid.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from obslint.model import Absent, Fields, Known, Resource, Unknown, Value, references, settle
from obslint.terraform.policytext import Node, parsed_text, written_text
from obslint.terraform.values import is_scalar, scalar, text, unknown_of

_VERSION = "2012-10-17"
_LISTS = {"actions": "Action", "not_actions": "NotAction", "resources": "Resource", "not_resources": "NotResource"}
_ORDER = ("Sid", "Effect", *_LISTS.values(), "Principal", "NotPrincipal", "Condition")
_VARIABLES = frozenset({"resources", "not_resources"})

Statement: TypeAlias = dict[str, Node]


class _UnknownPartError(Exception):
    """A part without which nothing can be said of the document."""

    def __init__(self, value: Value) -> None:
        super().__init__()
        self.value = value


@dataclass(slots=True)
class Document:
    """A policy: its version, its id and its statements."""

    version: Node = ""
    id: Node = ""
    statements: list[Statement] = field(default_factory=list)

    def merge(self, other: "Document") -> None:
        """Takes over what the other says: its id, a later version, its statements, in the place of those with the same Sid."""
        self.id = self.id if _empty(other.id) else other.id
        if isinstance(self.version, str) and (not isinstance(other.version, str) or other.version > self.version):
            self.version = other.version
        for statement in other.statements:
            sid = statement.get("Sid")
            at = next((i for i, known in enumerate(self.statements) if isinstance(sid, str) and known.get("Sid") == sid), None)
            if at is None:
                self.statements.append(statement)
            else:
                self.statements[at] = statement

    def tree(self) -> Node:
        """The document as it is written."""
        statements: list[Node] = [*self.statements]
        return _without_empty({"Version": self.version, "Id": self.id, "Statement": statements})


def _empty(node: Node) -> bool:
    return isinstance(node, str | list | dict) and not node


def _without_empty(members: dict[str, Node]) -> dict[str, Node]:
    return {key: value for key, value in members.items() if not _empty(value)}


def policy_json(resource: Resource, fields: Fields, output: str) -> Value:
    """The text of the document, as `json` or `minified_json`; unknown when statements may exist that cannot be listed."""
    try:
        document = _document(fields)
    except _UnknownPartError as error:
        mentions = tuple(dict.fromkeys(references(Known(fields))))
        return Unknown(unknown_of([error.value], None).why, mentions=mentions, place=resource.header)
    return written_text(document.tree(), resource.header, minified=output == "minified_json")


def _document(fields: Fields) -> Document:
    if fields.open_end is not None:
        raise _UnknownPartError(Unknown(fields.open_end))
    merged = Document()
    for source in (*_texts(fields, "source_json"), *_texts(fields, "source_policy_documents")):
        merged.merge(source)
    own = Document(_single(fields, "version", _VERSION), _single(fields, "policy_id"))
    own.statements = [_statement(block) for block in _blocks(fields, "statement")]
    merged.merge(own)
    for override in (*_texts(fields, "override_json"), *_texts(fields, "override_policy_documents")):
        merged.merge(override)
    return merged


def _texts(fields: Fields, name: str) -> Iterator[Document]:
    """Other documents that are given as JSON."""
    found = settle(_member(fields, name))
    items = found.data if isinstance(found, Known) and isinstance(found.data, tuple) else (found,)
    for item in map(settle, items):
        if isinstance(item, Absent) or scalar(item) == "":
            continue
        tree = parsed_text(item)
        if not isinstance(tree, dict):
            raise _UnknownPartError(item)
        listed = tree.get("Statement", [])
        statements = listed if isinstance(listed, list) else [listed]
        ordered = [{key: each[key] for key in (*_ORDER, *each) if key in each} for each in statements if isinstance(each, dict)]
        yield Document(tree.get("Version", ""), tree.get("Id", ""), ordered)


def _blocks(fields: Fields, name: str) -> list[Fields]:
    """The nested blocks of a type; JSON writes a single one without a list."""
    found = settle(_member(fields, name))
    items = found.data if isinstance(found, Known) and isinstance(found.data, tuple) else () if isinstance(found, Absent) else (found,)
    blocks = []
    for item in map(settle, items):
        if isinstance(item, Known) and isinstance(item.data, Fields):
            blocks.append(item.data)
        elif not isinstance(item, Absent):
            raise _UnknownPartError(item)
    return blocks


def _single(fields: Fields, name: str, default: str = "") -> Node:
    """A single value, or what stands for it when it is not set."""
    found = settle(_member(fields, name))
    return default if isinstance(found, Absent) else _node(found)


def _node(value: Value, *, variables: bool = False) -> Node:
    """A value as a member of the JSON text; with `variables`, `&{` stands for `${`."""
    if not is_scalar(value):
        return value
    found = text(value.data) if not isinstance(value.data, tuple | Fields) else ""
    return found.replace("&{", "${") if variables else found


def _strings(value: Value, *, variables: bool = False) -> Node:
    """A set of texts: one by itself, several backwards in their order, those that are not known behind them; empty when not set."""
    value = settle(value)
    if isinstance(value, Absent):
        return []
    if not isinstance(value, Known) or not isinstance(value.data, tuple):
        return _node(value, variables=variables)
    nodes = [_node(item, variables=variables) for item in map(settle, value.data) if not isinstance(item, Absent)]
    known = sorted({node for node in nodes if isinstance(node, str)}, reverse=True)
    made: list[Node] = [*known, *(node for node in nodes if not isinstance(node, str))]
    return made[0] if len(made) == 1 else made


def _statement(fields: Fields) -> Statement:
    if fields.open_end is not None:
        raise _UnknownPartError(Unknown(fields.open_end))
    made: Statement = {"Sid": _single(fields, "sid"), "Effect": _single(fields, "effect", "Allow")}
    for name, key in _LISTS.items():
        made[key] = _strings(fields[name], variables=name in _VARIABLES) if name in fields else []
    made["Principal"] = _principals(fields, "principals")
    made["NotPrincipal"] = _principals(fields, "not_principals")
    made["Condition"] = _conditions(fields)
    return _without_empty(made)


def _member(fields: Fields, name: str) -> Value:
    return fields[name] if name in fields else Absent()


def _key(fields: Fields, name: str) -> str:
    """A text that must be known, since it is a key of the document."""
    found = settle(_member(fields, name))
    if not is_scalar(found):
        raise _UnknownPartError(found)
    return str(_node(found))


def _principals(fields: Fields, name: str) -> Node:
    made: dict[str, Node] = {}
    for block in _blocks(fields, name):
        kind = _key(block, "type")
        made[kind] = _joined(made.get(kind), _strings(_member(block, "identifiers"), variables=True))
    return "*" if made == {"*": "*"} else made


def _conditions(fields: Fields) -> Node:
    made: dict[str, dict[str, Node]] = {}
    for block in _blocks(fields, "condition"):
        tests = made.setdefault(_key(block, "test"), {})
        variable = _key(block, "variable")
        tests[variable] = _joined(tests.get(variable), _strings(_member(block, "values"), variables=True))
    return {test: {key: tests[key] for key in sorted(tests)} for test, tests in sorted(made.items())}


def _joined(before: Node, more: Node) -> Node:
    if before is None:
        return more
    return [*(before if isinstance(before, list) else [before]), *(more if isinstance(more, list) else [more])]
