"""Finding the comments of a file, and how far the block on a line reaches, without parsing it.

Only files that mention obslint are looked at, so this may take its time; what matters is that text inside strings, heredocs and
block scalars never counts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from obslint.source import SourceFile, Span

_HCL_CODE = re.compile(r'["{}\[\]()#]|//|/\*|<<-?[ \t]*([^\W\d][\w-]*)[ \t]*\r?\n')
_HCL_STRING = re.compile(r'\\.|\$\$\{|%%\{|[$%]\{|"|\r?\n', re.DOTALL)
_LINE_REST = re.compile(r"[^\r\n]*")
_YAML_SCALAR = re.compile(r"[|>][-+0-9]{0,2}[ \t]*(?=#|\r|\n|$)")
_YAML_QUOTED = {"'": re.compile(r"'(?:[^']|'')*'?"), '"': re.compile(r'"(?:[^"\\]|\\.)*"?', re.DOTALL)}
_YAML_WORD = re.compile(r"[^\s,\[\]{}]+")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with its marks, and its text without them."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Layout:
    """The comments of a file, and the offsets of brackets outside comments and strings (+1 opens, -1 closes)."""

    comments: tuple[Comment, ...]
    brackets: tuple[tuple[int, int], ...] = ()


def hcl_layout(text: str) -> Layout:
    """The comments and brackets of HCL text."""
    comments: list[Comment] = []
    brackets: list[tuple[int, int]] = []
    position = 0
    inside: list[str] = []  # what an open "${" or "{" returns to: "string" or "code"
    while found := _HCL_CODE.search(text, position):
        mark, start, position = found.group(), found.start(), found.end()
        if mark in ("#", "//"):
            position = _line_end(text, start)
            comments.append(Comment(Span(start, position), text[start + len(mark) : position]))
        elif mark == "/*":
            end = text.find("*/", position)
            position = len(text) if end < 0 else end + 2
            comments.append(Comment(Span(start, position), text[start + 2 : position].removesuffix("*/")))
        elif mark.startswith("<<"):
            position = _after_heredoc(text, position, found.group(1))
        elif mark == '"' or (mark == "}" and inside and inside.pop() == "string"):
            position = _in_string(text, position, inside)
        elif mark in "{[(}])":
            brackets.append((start, 1 if mark in "{[(" else -1))
            if mark == "{":
                inside.append("code")
    return Layout(tuple(comments), tuple(brackets))


def _in_string(text: str, position: int, inside: list[str]) -> int:
    """Reads a quoted text on to its end, or to an interpolation, inside which code follows."""
    while found := _HCL_STRING.search(text, position):
        position = found.end()
        if found.group() in ("${", "%{"):
            inside.append("string")
            return position
        if found.group() == '"' or found.group().endswith("\n"):
            return position
    return len(text)


def _after_heredoc(text: str, position: int, word: str) -> int:
    end = re.compile(rf"^[ \t]*{re.escape(word)}[ \t]*(?:\r?$|\Z)", re.MULTILINE).search(text, position)
    return end.end() if end else len(text)


def _line_end(text: str, start: int) -> int:
    found = _LINE_REST.match(text, start)
    return found.end() if found else start


def yaml_layout(file: SourceFile) -> Layout:
    """The comments of YAML text. JSON has none, and none are found in it."""
    return Layout(tuple(_yaml_comments(file)))


def _yaml_comments(file: SourceFile) -> Iterator[Comment]:
    text, position, fresh, depth = file.text, 0, True, 0
    while position < len(text):
        character = text[position]
        if character in " \t\r\n":
            fresh = fresh or character in "\r\n"
            position += 1
        elif character == "#" and (position == 0 or text[position - 1] in " \t\r\n"):
            end = _line_end(text, position)
            yield Comment(Span(position, end), text[position + 1 : end])
            position = end
        elif fresh and character in _YAML_QUOTED and (quoted := _YAML_QUOTED[character].match(text, position)):
            position, fresh = quoted.end(), False
        elif fresh and not depth and (scalar := _YAML_SCALAR.match(text, position)):
            position = scalar.end()
            yield from _comment_after(text, position)
            position = _after_scalar(file, position)
        elif character in "[]{}," and (fresh or depth):
            depth = max(0, depth + (character in "[{") - (character in "]}"))
            position, fresh = position + 1, character in "[{,"
        else:
            position, fresh = _after_word(text, position, fresh)


def _after_word(text: str, position: int, fresh: bool) -> tuple[int, bool]:
    """Past one word; after an indicator (`-`, `?`, a key's colon) or a tag a new value may start."""
    if text[position] == ":" and text[position - 1 : position] in ("'", '"'):
        return position + 1, True
    found = _YAML_WORD.match(text, position)
    word = found.group() if found else text[position]
    opens = word.endswith(":") or (fresh and (word in ("-", "?") or word[0] in "!&"))
    return position + len(word), opens


def _comment_after(text: str, position: int) -> Iterator[Comment]:
    """The comment on the line that starts a block scalar."""
    if text[position : position + 1] == "#":
        end = _line_end(text, position)
        yield Comment(Span(position, end), text[position + 1 : end])


def _after_scalar(file: SourceFile, position: int) -> int:
    """The start of the first line after a block scalar: less indented than its first line, or not more than its key's."""
    line = file.position(position)[0]
    key = _key_column(file.line(line))
    body: int | None = None
    for number in range(line + 1, len(file.line_starts) + 1):
        content = file.line(number)
        indent = len(content) - len(content.lstrip(" "))
        if not content.strip():
            continue
        if body is None:
            body = indent if indent > key else key + 1
        if indent < body:
            return file.line_starts[number - 1]
    return len(file.text)


def _key_column(line: str) -> int:
    """The column at which the key of a line stands, after its list dashes; -1 for a document that is one scalar."""
    indent = len(line) - len(line.lstrip(" "))
    rest = line[indent:]
    while rest.startswith("- ") and ":" in rest:
        stripped = rest[1:].lstrip(" ")
        if stripped[:1] in "|>":
            break
        indent, rest = indent + len(rest) - len(stripped), stripped
    return indent if rest[:1] not in "|>" else -1


def block_end(file: SourceFile, layout: Layout, line: int, yaml: bool) -> int:
    """The last line of the attribute or block that starts on a line."""
    return _yaml_block_end(file, line) if yaml else _hcl_block_end(file, layout, line)


def _hcl_block_end(file: SourceFile, layout: Layout, line: int) -> int:
    """The line on which every bracket that the line opens is closed."""
    start, depth = file.line_starts[line - 1], 0
    end = file.line_span(line).end
    for offset, step in layout.brackets[bisect_left(layout.brackets, (start, -1)) :]:
        if offset >= end and depth <= 0:
            break
        depth += step
        if depth == 0 and offset >= end:
            return file.position(offset)[0]
    return line


def _yaml_block_end(file: SourceFile, line: int) -> int:
    """The last line that is indented more than the line, or than its key when it is an item of a list."""
    first = file.line(line)
    indent = len(first) - len(first.lstrip(" "))
    last = line
    for number in range(line + 1, len(file.line_starts) + 1):
        content = file.line(number)
        if not content.strip():
            continue
        if len(content) - len(content.lstrip(" ")) <= indent:
            break
        last = number
    return last
