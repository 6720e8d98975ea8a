"""Exact edits of HCL text: attributes and blocks put in, taken out, and replaced, the rest untouched."""

from collections.abc import Mapping, Sequence

from obslint.model import Edit, Path, Plain
from obslint.source import SourceFile, Span
from obslint.terraform.ast import Attribute, Block, Body, Object, ObjectItem
from obslint.terraform.columns import Row, column_below, joining, leaving, without
from obslint.terraform.render import INDENT, CannotWriteError, block_lines, hcl_key, hcl_value


def replace_span(file: SourceFile, span: Span, text: str) -> Edit:
    """Puts text in the place of a span, with the line ends of the file."""
    return Edit(file, span, text.replace("\n", file.newline) if "\n" in text else text)


def insert(file: SourceFile, offset: int, text: str) -> Edit:
    """Puts text before an offset."""
    return replace_span(file, Span(offset, offset), text)


def line_indent(file: SourceFile, offset: int) -> str:
    """The white space that starts the line of an offset."""
    line = file.line(file.position(offset)[0])
    return line[: len(line) - len(line.lstrip(" \t"))]


def on_one_line(file: SourceFile, span: Span) -> bool:
    """Whether a span starts and ends on the same line."""
    return file.position(span.start)[0] == file.position(max(span.start, span.end - 1))[0]


def insert_attribute(block: Block, body: Body, path: Path, value: Plain) -> tuple[Edit, ...]:
    """Adds an attribute, or a nested block with it, to a block that lacks it."""
    file = block.file
    if len(path) > 1:
        return insert_block(block, body, {path: value})
    indent = _inner_indent(block, body)
    if on_one_line(file, body.span):
        return _open_up(block, body, str(path[0]), hcl_value(value, indent))
    text = hcl_value(value, indent)
    last = _last_attribute(file, body, by_itself="\n" in text)
    if last is None:
        first = file.line_span(file.position(body.span.start)[0]).end
        return (insert(file, first, f"\n{indent}{path[0]} = {text}"),)
    return _insert_row(file, _rows(file, body), Row(last.name_span, last.span), f"{indent}{path[0]}", text)


def insert_attributes(block: Block, body: Body, values: Mapping[str, Plain]) -> tuple[Edit, ...]:
    """Adds attributes, each of one line, to a block of several lines that lacks them."""
    file, indent = block.file, _inner_indent(block, body)
    last = _last_attribute(file, body, by_itself=False)
    width, end = max(map(len, values)), file.line_span(file.position(body.span.start)[0]).end
    padded: list[Edit] = []
    if last is not None:
        rows = _rows(file, body)
        row = next(row for row in rows if row.whole == last.span)
        width, padded = column_below(file, rows, row, width)
        end = file.line_span(file.position(last.span.end)[0]).end
    lines = (f"\n{indent}{name.ljust(width)} = {hcl_value(value, indent)}" for name, value in values.items())
    return (insert(file, end, "".join(lines)), *padded)


def _inner_indent(block: Block, body: Body) -> str:
    file = block.file
    own = [attribute.span.start for attribute in body.attributes.values() if attribute.file is file]
    starts = [*own, *(inner.span.start for inner in body.blocks if inner.file is file)]
    found = next((line_indent(file, start) for start in starts if _starts_line(file, start)), None)
    return line_indent(file, block.span.start) + INDENT if found is None else found


def _starts_line(file: SourceFile, offset: int) -> bool:
    return not file.text[file.line_span(file.position(offset)[0]).start : offset].strip()


def _open_up(block: Block, body: Body, name: str, text: str) -> tuple[Edit, ...]:
    """A block on one line becomes one with a line for each attribute."""
    file, indent = block.file, line_indent(block.file, block.span.start)
    inner = indent + INDENT
    inside = Span(body.span.start + 1, body.span.end - 1)
    kept = file.text[inside.start : inside.end].strip()
    only = next(iter(body.attributes.values()), None)
    width = len(name)
    if only is not None and not body.blocks and kept.startswith(only.name) and "\n" not in text:
        width = max(len(name), len(only.name))
        kept = f"{only.name.ljust(width)} = {file.text[only.expr.span.start : inside.end].strip()}"
    lines = [kept, f"{name.ljust(width)} = {text}"] if kept else [f"{name} = {text}"]
    return (replace_span(file, inside, "\n" + "".join(f"{inner}{line}\n" for line in lines) + indent),)


def _insert_row(file: SourceFile, rows: list[Row], last: Row, name: str, text: str) -> tuple[Edit, ...]:
    """A new line after a row, in the column of the rows right above it."""
    end = file.line_span(file.position(last.whole.end)[0]).end
    length = len(name.strip())
    row = next(row for row in rows if row.whole == last.whole)
    width, padded = (length, []) if "\n" in text else column_below(file, rows, row, length)
    return (insert(file, end, f"\n{name}{' ' * (width - length)} = {text}"), *padded)


def replace_value(attribute: Attribute, body: Body, text: str) -> tuple[Edit, ...]:
    """Puts a value in the place of the one that an attribute has."""
    file = attribute.file
    rows = _rows(file, body)
    row = next((row for row in rows if row.whole == attribute.span), None)
    moved = [] if row is None else leaving(file, rows, row) if "\n" in text else joining(file, rows, row)
    return (replace_span(file, attribute.expr.span, text), *moved)


def _rows(file: SourceFile, body: Body) -> list[Row]:
    return [Row(a.name_span, a.span) for a in body.attributes.values() if a.file is file]


def _last_attribute(file: SourceFile, body: Body, *, by_itself: bool) -> Attribute | None:
    """The attribute to add behind: the last one before the first nested block, not counting Terraform's own arguments.

    What stands `by_itself`, outside the column, does not go into the middle of one.
    """
    limit = min((inner.span.start for inner in body.blocks if inner.file is file), default=body.span.end)
    own = sorted((a for a in body.attributes.values() if a.file is file and a.span.start < limit), key=lambda a: a.span.start)
    plain = [a for a in own if a.name not in {"depends_on", "provider"}] or own
    follows = bool(plain) and any(file.position(a.span.start)[0] == file.position(plain[-1].span.end)[0] + 1 for a in own)
    return (own if by_itself and follows else plain)[-1] if plain else None


def insert_block(block: Block, body: Body, values: Mapping[Path, Plain]) -> tuple[Edit, ...]:
    """A nested block at the end of the block, after a blank line. The paths of its attributes start with its name."""
    file = block.file
    indent = _inner_indent(block, body)
    lines = block_lines(values, indent)
    if on_one_line(file, body.span):
        return _open_up_for_block(block, body, lines)
    if twins := [inner for inner in body.blocks if inner.type == next(iter(values))[0] and inner.file is file]:
        return (_after_twin(file, twins, lines),)
    last = file.position(body.span.end - 1)[0] - 1
    opening = file.position(body.span.start)[0]
    blank = "" if not file.line(last).strip() or last == opening else "\n"
    return (insert(file, file.line_span(last).end, blank + "\n" + "\n".join(lines)),)


def _after_twin(file: SourceFile, twins: list[Block], lines: list[str]) -> Edit:
    """A block behind the last one of its kind, as far from it as that one is from the one before."""
    starts = [file.position(twin.span.start)[0] for twin in twins]
    ends = [file.position(max(twin.span.start, twin.span.end - 1))[0] for twin in twins]
    tight = len(twins) > 1 and starts[-1] == ends[-2] + 1
    return insert(file, file.line_span(ends[-1]).end, ("\n" if tight else "\n\n") + "\n".join(lines))


def _open_up_for_block(block: Block, body: Body, lines: list[str]) -> tuple[Edit, ...]:
    file, indent = block.file, line_indent(block.file, block.span.start)
    inside = Span(body.span.start + 1, body.span.end - 1)
    kept = file.text[inside.start : inside.end].strip()
    before = f"{indent}{INDENT}{kept}\n\n" if kept else ""
    return (replace_span(file, inside, "\n" + before + "\n".join(lines) + "\n" + indent),)


def extend_list(file: SourceFile, whole: Span, last: Span, items: Sequence[Plain]) -> tuple[Edit, ...]:
    """Puts items behind the last one of a list, on lines of their own where that one has one."""
    line, closing = file.position(last.end - 1)[0], file.position(whole.end - 1)[0]
    if line == closing:
        return (insert(file, last.end, "".join(f", {hcl_value(item)}" for item in items)),)
    indent = line_indent(file, last.start)
    comma = () if file.text[last.end : whole.end].lstrip().startswith(",") else (insert(file, last.end, ","),)
    return (*comma, insert(file, file.line_span(line).end, "".join(f"\n{indent}{hcl_value(item, indent)}," for item in items)))


def insert_item(file: SourceFile, found: Object, name: str, value: Plain) -> tuple[Edit, ...]:
    """Adds `name = value` to an object that is written out."""
    inside = file.text[found.span.start + 1 : found.span.end - 1]
    key = hcl_key(name)
    if on_one_line(file, found.span):
        if "\n" in hcl_value(value):
            raise CannotWriteError("the map is written on one line")
        text = f"{', ' if found.items else ' '}{key} = {hcl_value(value)}"
        end = found.span.start + 1 + len(inside.rstrip().rstrip(","))
        return (insert(file, end, text if inside.endswith(" ") else f"{text} "),)
    if not found.items:
        indent = line_indent(file, found.span.start) + INDENT
        return (insert(file, file.line_span(file.position(found.span.start)[0]).end, f"\n{indent}{key} = {hcl_value(value, indent)}"),)
    last = found.items[-1]
    indent = line_indent(file, last.span.start)
    if not _starts_line(file, last.span.start):
        raise CannotWriteError("the map is written partly on one line")
    comma = file.text[last.span.end : last.span.end + 1] == ","
    rows = [Row(_key_span(file, item), item.span) for item in found.items]
    return _insert_row(file, rows, rows[-1], f"{indent}{key}", hcl_value(value, indent) + ("," if comma else ""))


def _key_span(file: SourceFile, item: ObjectItem) -> Span:
    """The key of an item as it is written, parentheses included."""
    written = file.text[item.span.start : item.value.span.start].rstrip().rstrip("=:").rstrip()
    return Span(item.span.start, item.span.start + len(written))


def remove_member(file: SourceFile, span: Span, name: str, body: Body) -> tuple[Edit, ...]:
    """Deletes an attribute or block with its lines, and one of two blank lines that would then meet."""
    first, last = file.position(span.start)[0], file.position(span.end)[0]
    lead = file.text[file.line_span(first).start : span.start]
    trail = file.text[span.end : file.line_span(last).end].strip()
    if lead.strip() or (trail and not trail.startswith(("#", "//"))):
        if lead.strip().endswith("{") and trail == "}":
            return (replace_span(file, Span(span.start - (len(lead) - len(lead.rstrip())), file.text.index("}", span.end)), ""),)
        raise CannotWriteError(f"{name} shares its line with something else")
    start, end = _whole_lines(file, first, last)
    gone = Edit(file, Span(start, end), "")
    rows = _rows(file, body)
    return (gone, *without(file, rows, next((row for row in rows if row.whole == span), None)))


def _whole_lines(file: SourceFile, first: int, last: int) -> tuple[int, int]:
    """The offsets of lines to delete: with the blank line before them, when a blank line or the end of the block follows."""
    start = file.line_starts[first - 1]
    end = file.line_starts[last] if last < len(file.line_starts) else len(file.text)
    if first > 1 and not file.line(first - 1).strip() and _closes_or_blank(file, last + 1):
        return file.line_starts[first - 2], end
    if first > 1 and file.line(first - 1).rstrip().endswith("{") and last < len(file.line_starts) and not file.line(last + 1).strip():
        return start, file.line_starts[last + 1] if last + 1 < len(file.line_starts) else len(file.text)
    return start, end


def _closes_or_blank(file: SourceFile, line: int) -> bool:
    return line > len(file.line_starts) or file.line(line).strip() in {"", "}"}
