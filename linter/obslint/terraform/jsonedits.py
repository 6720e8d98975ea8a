"""Exact edits of Terraform's JSON syntax."""

import json

from obslint.model import Edit, Path, Plain
from obslint.source import SourceFile, Span
from obslint.terraform.ast import Block, Body
from obslint.terraform.edits import insert, line_indent, replace_span
from obslint.terraform.render import json_value


def insert_json(block: Block, body: Body, path: Path, value: Plain) -> tuple[Edit, ...]:
    """Adds a member at the end of an object, on a line of its own when the others have one."""
    file = block.file
    nested = json_value(value)
    for name in reversed(path[1:]):
        nested = f"{{{json.dumps(str(name))}: {nested}}}"
    text = f"{json.dumps(str(path[0]))}: {nested}"
    inner = file.text[body.span.start + 1 : body.span.end - 1]
    content_end = body.span.start + 1 + len(inner.rstrip())
    comma = "," if inner.strip() else ""
    if "\n" not in inner:
        space = " " if inner.strip() and ", " in inner else ""
        return (insert(file, content_end, f"{comma}{space}{text}"),)
    first = body.span.start + 1 + len(inner) - len(inner.lstrip())
    return (insert(file, content_end, f"{comma}\n{line_indent(file, first)}{text}"),)


def remove_json(file: SourceFile, span: Span) -> tuple[Edit, ...]:
    """Deletes a member and the comma that separated it."""
    after = file.text[span.end :]
    stripped = after.lstrip()
    if stripped.startswith(","):
        end = span.end + len(after) - len(stripped) + 1
        rest = file.text[end:]
        return (replace_span(file, Span(span.start, end + len(rest) - len(rest.lstrip())), ""),)
    before = file.text[: span.start].rstrip()
    start = len(before) - 1 if before.endswith(",") else span.start
    return (replace_span(file, Span(start, span.end), ""),)
