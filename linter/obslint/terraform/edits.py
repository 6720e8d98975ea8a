"""Exact edits of HCL text: attributes and blocks put in, taken out, and replaced, the rest untouched."""

from obslint.model import Edit, Path, Plain
from obslint.source import SourceFile, Span
from obslint.terraform.ast import Attribute, Block, Body
from obslint.terraform.render import INDENT, CannotWriteError, block_lines, hcl_value


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


def insert_attribute(block: Block, body: Body, path: Path, value: Plain) -> tuple[Edit, ...]:
    """Adds an attribute, or a nested block with it, to a block that lacks it."""
    file = block.file
    if len(path) > 1:
        return _insert_block(block, body, path, value)
    indent = _inner_indent(block, body)
    text = hcl_value(value, indent)
    if file.position(body.span.start)[0] == file.position(body.span.end - 1)[0]:
        return _open_up(block, body, f"{path[0]} = {text}")
    return _insert_line(block, body, str(path[0]), text, indent)


def _inner_indent(block: Block, body: Body) -> str:
    starts = [*(attribute.span.start for attribute in body.attributes.values()), *(inner.span.start for inner in body.blocks)]
    own = next((line_indent(block.file, start) for start in starts if _starts_line(block.file, start)), None)
    return line_indent(block.file, block.span.start) + INDENT if own is None else own


def _starts_line(file: SourceFile, offset: int) -> bool:
    line, _ = file.position(offset)
    return not file.text[file.line_span(line).start : offset].strip()


def _open_up(block: Block, body: Body, text: str) -> tuple[Edit, ...]:
    """A block on one line becomes one with a line for each attribute."""
    file, indent = block.file, line_indent(block.file, block.span.start)
    inner = indent + INDENT
    inside = Span(body.span.start + 1, body.span.end - 1)
    kept = file.text[inside.start : inside.end].strip()
    lines = [kept, text] if kept else [text]
    return (replace_span(file, inside, "\n" + "".join(f"{inner}{line}\n" for line in lines) + indent),)


def _insert_line(block: Block, body: Body, name: str, text: str, indent: str) -> tuple[Edit, ...]:
    """A new line after the last attribute that precedes the nested blocks, in the column of its neighbours."""
    file = block.file
    last = _last_attribute(file, body)
    if last is None:
        first = file.line_span(file.position(body.span.start)[0]).end
        return (insert(file, first, f"\n{indent}{name} = {text}"),)
    end = file.line_span(file.position(last.span.end)[0]).end
    group = _group(file, body, last)
    column = max(len(a.name) for a in group) if group else 0
    if not group or "\n" in text or not _aligned(file, group, column):
        return (insert(file, end, f"\n{indent}{name} = {text}"),)
    width = max(column, len(name))
    edits = [insert(file, end, f"\n{indent}{name.ljust(width)} = {text}")]
    if width > column:
        edits += [_padded(file, attribute, width) for attribute in group]
    return tuple(edits)


def _last_attribute(file: SourceFile, body: Body) -> Attribute | None:
    """The attribute to add behind: the last one before the first nested block, not counting Terraform's own arguments."""
    limit = min((inner.span.start for inner in body.blocks), default=body.span.end)
    own = sorted((a for a in body.attributes.values() if a.file is file and a.span.start < limit), key=lambda a: a.span.start)
    plain = [a for a in own if a.name not in {"depends_on", "provider"}] or own
    return plain[-1] if plain else None


def _group(file: SourceFile, body: Body, last: Attribute) -> list[Attribute]:
    """The one-line attributes on the lines right above, which `terraform fmt` keeps in one column."""
    by_line = {file.position(a.span.start)[0]: a for a in body.attributes.values() if a.file is file}
    group, line = [], file.position(last.span.start)[0]
    while line in by_line and file.position(by_line[line].span.end)[0] == line:
        group.append(by_line[line])
        line -= 1
    return group


def _aligned(file: SourceFile, group: list[Attribute], width: int) -> bool:
    return all(file.text[a.name_span.end : a.name_span.end + width - len(a.name) + 2].endswith(" =") for a in group)


def _padded(file: SourceFile, attribute: Attribute, width: int) -> Edit:
    equals = file.text.index("=", attribute.name_span.end)
    return replace_span(file, Span(attribute.name_span.end, equals), " " * (width - len(attribute.name) + 1))


def _insert_block(block: Block, body: Body, path: Path, value: Plain) -> tuple[Edit, ...]:
    """A nested block at the end of the block, after a blank line."""
    file = block.file
    indent = _inner_indent(block, body)
    lines = block_lines({path: value}, indent)
    if file.position(body.span.start)[0] == file.position(body.span.end - 1)[0]:
        return _open_up(block, body, "\n".join(lines).strip())
    last = file.position(body.span.end - 1)[0] - 1
    blank = "" if not file.line(last).strip() or last == file.position(body.span.start)[0] else "\n"
    return (insert(file, file.line_span(last).end, blank + "\n" + "\n".join(lines)),)


def remove_member(file: SourceFile, span: Span, name: str) -> tuple[Edit, ...]:
    """Deletes an attribute or block with its lines, and one of two blank lines that would then meet."""
    first, last = file.position(span.start)[0], file.position(span.end)[0]
    lead = file.text[file.line_span(first).start : span.start]
    trail = file.text[span.end : file.line_span(last).end].strip()
    if lead.strip() or (trail and not trail.startswith(("#", "//"))):
        if lead.strip().endswith("{") and trail == "}":
            return (replace_span(file, Span(span.start - (len(lead) - len(lead.rstrip())), file.text.index("}", span.end)), ""),)
        raise CannotWriteError(f"{name} shares its line with something else")
    start = file.line_starts[first - 1]
    after = last + 1
    if first > 1 and not file.line(first - 1).strip() and after <= len(file.line_starts) and _closes_or_blank(file, after):
        start = file.line_starts[first - 2]
    end = file.line_starts[last] if last < len(file.line_starts) else len(file.text)
    return (Edit(file, Span(start, end), ""),)


def _closes_or_blank(file: SourceFile, line: int) -> bool:
    return file.line(line).strip() in {"", "}"}
