"""How a template is laid out: indentation, quotes and separators, so that new text looks like its neighbours."""

import re
from collections import Counter
from dataclasses import dataclass

from obslint.cloudformation.tree import Document, Mapping, Node, Scalar, Sequence, children, walk

_LINE_END = re.compile(r"\r\n|\n|\r|\Z")
_INDENT = re.compile(r"[ \t]*")
_BLANK_OR_COMMENT = re.compile(r"[ \t]*(#[^\r\n]*)?(?=\r\n|\n|\r|\Z)")


@dataclass(frozen=True, slots=True)
class Layout:
    """The habits of a file: one step of indentation, how far dashes stand in, the usual quote, whether JSON is on one line."""

    json: bool
    newline: str
    step: str
    dash: str
    quote: str
    minified: bool
    colon: str
    comma: str


def layout_of(document: Document) -> Layout:
    """Reads the habits off a document."""
    root = document.root if isinstance(document.root, Mapping) else Mapping([], "block", 0, 0)
    text = document.file.text
    first = root.pairs[0] if root.pairs else None
    multiline = first is not None and line_of(text, first.key.start) != line_of(text, root.start)
    flow = document.json or root.style == "flow"
    step = indent_at(text, first.key.start) if flow and multiline and first else _block_step(text, root)
    colon = text[first.key.end : first.value.start] if flow and first else ": "
    return Layout(
        json=document.json,
        newline=document.file.newline,
        step=step or "  ",
        dash=_dash(text, root, step or "  "),
        quote='"' if document.json else _quote(root),
        minified=flow and not multiline,
        colon=colon if colon.strip() == ":" and "\n" not in colon else ": ",
        comma="," if flow and not multiline and colon == ":" else ", ",
    )


def _block_step(text: str, root: Mapping) -> str:
    """How far the names in a section stand in."""
    for pair in root.pairs:
        if isinstance(pair.value, Mapping) and pair.value.style == "block":
            width = column(text, pair.value.start) - column(text, pair.key.start)
            if width > 0:
                return " " * width
    return "  "


def _dash(text: str, root: Mapping, step: str) -> str:
    """How far list items stand in below their key; the usual way of the file, or one step."""
    seen: Counter[int] = Counter()
    waiting: list[Node] = [root]
    looked_at = 0
    while waiting and looked_at < 5000:
        node = waiting.pop()
        looked_at += 1
        waiting.extend(children(node))
        for pair in node.pairs if isinstance(node, Mapping) else ():
            if isinstance(pair.value, Sequence) and pair.value.style == "block" and not pair.alias and not pair.merged:
                seen[column(text, pair.value.start) - column(text, pair.key.start)] += 1
    wide = seen.most_common(1)[0][0] if seen else len(step)
    return " " * max(wide, 0)


def _quote(root: Mapping) -> str:
    seen: Counter[str] = Counter()
    waiting: list[Node] = [root]
    while waiting and seen.total() < 500:
        node = waiting.pop()
        waiting.extend(children(node))
        if isinstance(node, Scalar) and node.style in ("'", '"'):
            seen[node.style] += 1
    return seen.most_common(1)[0][0] if seen else '"'


def line_of(text: str, offset: int) -> int:
    """Where the line of an offset starts."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def column(text: str, offset: int) -> int:
    """How many characters stand before an offset on its line."""
    return offset - line_of(text, offset)


def indent_at(text: str, offset: int) -> str:
    """The white space at the start of an offset's line."""
    found = _INDENT.match(text, line_of(text, offset))
    return found.group() if found else ""


def alone_before(text: str, offset: int) -> bool:
    """Whether only white space stands before an offset on its line."""
    return not text[line_of(text, offset) : offset].strip()


def rest_of_line(text: str, offset: int) -> tuple[int, str]:
    """Where the line of an offset ends (before its line end), and the comment that stands there."""
    end = _LINE_END.search(text, offset)
    stop = end.start() if end else len(text)
    found = _BLANK_OR_COMMENT.match(text, offset)
    return stop, (found.group(1) or "") if found else ""


def after_line_end(text: str, offset: int) -> int:
    """The offset behind the line end at an offset."""
    found = _LINE_END.match(text, offset)
    return found.end() if found else offset


def has_comment(text: str, node: Node) -> bool:
    """Whether a comment stands inside a node, that is, a `#` that belongs to no scalar."""
    scalars = [(found.start, found.end) for found in walk(node) if isinstance(found, Scalar)]
    scalars += [(pair.key.start, pair.key.end) for found in walk(node) if isinstance(found, Mapping) for pair in found.pairs]
    position = node.start
    for start, end in sorted(span for span in scalars if node.start <= span[0] and span[1] <= node.end):
        if "#" in text[position:start]:
            return True
        position = max(position, end)
    return "#" in text[position : node.end]
