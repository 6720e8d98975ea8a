"""Writing an exception for a finding: a comment above it that only lacks its reason, which is for people to write."""

from collections.abc import Iterator

from obslint.lint.examine import Hit
from obslint.lint.ignores import Ignore, file_ignores
from obslint.lint.session import Snapshot
from obslint.model import Edit
from obslint.source import Place, SourceFile, Span

_TRIED = "tried"


def exception_for(snapshot: Snapshot, hit: Hit) -> Edit | None:
    """The comment that would accept a finding once it gives a reason; it does not count before.

    None where no comment helps: in JSON, in the middle of a text, and for rules that may not be silenced.
    """
    if any(hit.rule.id in entry.judged.profile.unignorable for entry in snapshot.entries if entry.unit is hit.unit):
        return None
    written = ((place, _comment(place, hit.rule.id)) for place in _places(hit))
    return next((edit for place, edit in written if _covers(edit, place, hit)), None)


def _places(hit: Hit) -> Iterator[Place]:
    """What a comment may stand above, the narrowest first: the defect, then the resource or the call that brought it."""
    resource = hit.finding.resource
    for place in (hit.finding.at, resource.call, resource.header):
        if place is not None and not place.file.path.endswith(".json") and not place.file.text.lstrip().startswith("{"):
            yield place


def _comment(place: Place, rule: str) -> Edit:
    file = place.file
    line = file.line(place.line)
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    start = file.line_starts[place.line - 1]
    return Edit(file, Span(start, start), f'{indent}# obslint: ignore[{rule}] reason=""{file.newline}')


def _covers(edit: Edit, place: Place, hit: Hit) -> bool:
    """Whether the comment is read as one, and speaks of the finding or of all of its resource."""
    file, start = edit.file, edit.span.start
    text = file.text[:start] + edit.text.replace('reason=""', f'reason="{_TRIED}"') + file.text[start:]
    found = (i for i in file_ignores(SourceFile(file.path, text), hit.unit.dialect) if i.place.span.start >= start)
    ignore = next((i for i in found if i.directive.reason == _TRIED and i.directive.rules == (hit.rule.id,)), None)
    if ignore is None or ignore.lines is None:
        return False
    moved = Ignore(ignore.directive, place, lines=(ignore.lines[0] - 1, ignore.lines[1] - 1))
    return moved.covers(hit.finding.resource, hit.finding.at)
