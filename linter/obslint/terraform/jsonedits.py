"""Exact edits of Terraform's JSON syntax."""

import json

from obslint.model import Edit, Path, Plain
from obslint.source import SourceFile, Span
from obslint.terraform.edits import insert, line_indent, replace_span
from obslint.terraform.render import INDENT, CannotWriteError, json_value


def insert_json(file: SourceFile, span: Span, path: Path, value: Plain) -> tuple[Edit, ...]:
    """Adds a member at the end of the object at a span, on a line of its own when the others have one."""
    nested = json_value(value)
    for name in reversed(path[1:]):
        nested = f"{{{json.dumps(str(name))}: {nested}}}"
    text = f"{json.dumps(str(path[0]), ensure_ascii=False)}: {nested}"
    inner = file.text[span.start + 1 : span.end - 1]
    content_end = span.start + 1 + len(inner.rstrip())
    if not inner.strip():
        return _into_empty(file, span, inner, text)
    if "\n" not in inner:
        return (insert(file, content_end, f",{' ' if ', ' in inner or ': ' in inner else ''}{text}"),)
    first = span.start + 1 + len(inner) - len(inner.lstrip())
    return (insert(file, content_end, f",\n{line_indent(file, first)}{text}"),)


def _into_empty(file: SourceFile, span: Span, inner: str, text: str) -> tuple[Edit, ...]:
    if "\n" not in inner:
        return (replace_span(file, Span(span.start + 1, span.end - 1), text),)
    return (insert(file, span.start + 1, f"\n{line_indent(file, span.end - 1)}{INDENT}{text}"),)


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


def append_json(file: SourceFile, span: Span, suffix: str) -> tuple[Edit, ...]:
    """Appends text to a JSON string."""
    if not file.text.startswith('"', span.start):
        raise CannotWriteError("only text can be extended")
    return (insert(file, span.end - 1, json_value(suffix)[1:-1]),)
