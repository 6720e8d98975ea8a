"""Changes of files as an editor applies them."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from obslint.source import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Change:
    """Replaces a span of a file."""

    path: Path
    file: SourceFile
    span: Span
    text: str


def line_changes(path: Path, file: SourceFile, text: str) -> tuple[Change, ...]:
    """What makes a file read as a text: whole lines, so that cursors in the others stay where they are."""
    old, new = file.text.splitlines(keepends=True), text.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(Change(path, file, Span(starts[a], starts[b]), "".join(new[c:d])) for tag, a, b, c, d in blocks if tag != "equal")
