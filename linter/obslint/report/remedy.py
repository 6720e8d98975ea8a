"""The fix of a finding: who may apply it, what a plan will show, and the lines it changes."""

from collections.abc import Iterator, Mapping

from obslint.lint.result import FixOffer, TextEdit
from obslint.report.gutter import Gutter
from obslint.report.minidiff import DiffLine, minidiff
from obslint.report.printable import one_line, printable, window
from obslint.source import SourceFile

FLAGS = {"safe": "--fix", "unsafe": "--fix --unsafe-fixes", "manual": "by hand"}
"""What writes a fix, by its applicability."""

EFFECTS = {
    "none": "none",
    "in-place": "in-place update",
    "replacement": "replaces the resource",
    "new-resource": "adds a resource",
}
"""What a plan or a change set will show."""

_MOST_LINES = 20
"""Longer diffs and snippets are cut; --diff shows the whole."""


def remedy(fix: FixOffer, files: Mapping[str, SourceFile], gutter: Gutter, path: str) -> Iterator[str]:
    """The lines about a fix; `path` is the file of the finding, so that other files can be named."""
    yield from gutter.note(f"fix ({FLAGS[fix.applicability]}):", fix.title)
    if fix.reason:
        yield from gutter.detail("by hand because:" if fix.applicability == "manual" else "unsafe because:", fix.reason)
    if fix.applicability != "manual" or fix.plan_effect != "none":
        yield from gutter.detail("plan effect:", EFFECTS[fix.plan_effect])
    yield from _change(fix, files, gutter, path)


def edited_lines(fix: FixOffer, files: Mapping[str, SourceFile]) -> list[tuple[str, list[DiffLine]]]:
    """What the fix changes in each file."""
    by_path: dict[str, list[TextEdit]] = {}
    for edit in fix.edits:
        by_path.setdefault(edit.location.path, []).append(edit)
    return [(path, minidiff(files[path], edits)) for path, edits in by_path.items() if path in files]


def _change(fix: FixOffer, files: Mapping[str, SourceFile], gutter: Gutter, path: str) -> Iterator[str]:
    """The diff, or the snippet where no edit can be offered; closed by an empty line of the gutter."""
    if fix.snippet and not fix.edits:
        yield gutter.bar()
        yield from _capped([gutter.bar("    " + printable(line)) for line in fix.snippet.splitlines()], gutter)
    for changed_path, lines in edited_lines(fix, files):
        if changed_path != path:
            yield gutter.arrow(":::", one_line(changed_path))
        yield from _capped([_diff_line(line, gutter) for line in lines], gutter)
    yield gutter.bar()


def _diff_line(line: DiffLine, gutter: Gutter) -> str:
    text = window(line.text, gutter.room - 2).text
    return gutter.line(line.number, gutter.style.paint(f"{line.sign} {text}".rstrip(), "removed" if line.sign == "-" else "added"))


def _capped(lines: list[str], gutter: Gutter) -> Iterator[str]:
    yield from lines[:_MOST_LINES]
    if len(lines) > _MOST_LINES:
        yield gutter.bar(f"... {len(lines) - _MOST_LINES} more lines")
