"""What an editor can ask about the files it has open, without the protocol that it asks with. Works on one thread."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from obslint.editor.changes import Change, line_changes
from obslint.editor.hover import hover
from obslint.lint import loading
from obslint.lint.accepting import exception_for
from obslint.lint.live import Live, Only
from obslint.lint.present import Group
from obslint.lint.request import FixMode, Request
from obslint.lint.result import ReportedFinding
from obslint.lint.session import Snapshot
from obslint.policy import Applicability
from obslint.source import Place, SourceFile, Span
from obslint.source.discovery import is_terraform

Asking = Callable[[Path, tuple[Path, ...]], Request]
"""Makes the request for some files below a directory, by the settings as they are now. Raises `UsageError` when those are wrong."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The findings of a look, by file, and the files they speak of by the path that is shown."""

    findings: Mapping[Path, tuple[ReportedFinding, ...]] = field(default_factory=dict)
    files: Mapping[str, SourceFile] = field(default_factory=dict)
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """Something an editor can do about a finding; `preferred` where nobody needs to think."""

    title: str
    finding: ReportedFinding
    changes: tuple[Change, ...]
    preferred: bool = False


class Desk:
    """The open files below one directory, and what is known about the units that they belong to."""

    def __init__(self, base: Path, asking: Asking) -> None:
        self.base = base
        self._asking = asking
        self._live: Live | None = None
        self._buffers: dict[Path, str] = {}
        self._paths: tuple[Path, ...] = ()
        self._seen = Seen()
        self._actions: dict[tuple[object, ...], list[Action]] = {}

    def look(self, buffers: Mapping[Path, str]) -> Seen:
        """What is found in the units of the open files, given with their texts. Raises `UsageError` when settings are wrong."""
        self._buffers = {path: text for path, text in buffers.items() if is_terraform(path.name) or loading.is_template(text)}
        if not self._buffers:
            self._live, self._paths, self._seen = None, (), Seen()
            return self._seen
        live = self._asked()
        before = self._open()
        if live.look(self._buffers) or self._seen.files == {} or before != self._open():
            self._actions.clear()
        self._seen = self._found(live)
        return self._seen

    def _asked(self) -> Live:
        """The linter, with a request about the open files; those that its units hold already need not be asked for."""
        live = self._live
        own = live.own if live is not None and live.looked else frozenset()
        if not set(self._buffers) <= own | set(self._paths):
            self._paths = tuple(sorted(self._buffers))
        request = self._asking(self.base, self._paths)
        if live is None:
            live = self._live = Live(request, whole=True)
        live.ask(request)
        return live

    def _open(self) -> Snapshot | None:
        """The units that hold an open file."""
        live = self._live
        if live is None or not live.looked:
            return None
        shown = {live.snapshot.sources.shown(path) for path in self._buffers}
        return Snapshot(live.snapshot.sources, tuple(entry for entry in live.snapshot.entries if entry.paths & shown))

    def _found(self, live: Live) -> Seen:
        snapshot = self._open() or live.snapshot
        found: dict[Path, list[ReportedFinding]] = {}
        for finding in live.report(of=snapshot).findings:
            found.setdefault(self.path(finding.location.path), []).append(finding)
        return Seen({path: tuple(findings) for path, findings in found.items()}, live.files, live.errors)

    @property
    def files(self) -> Mapping[str, SourceFile]:
        """The files that the last look speaks of, by the path that is shown."""
        return self._seen.files

    def path(self, shown: str) -> Path:
        """The absolute path of a file by the path that is shown."""
        return self._live.snapshot.sources.absolute(SourceFile(shown, "")) if self._live else self.base / shown

    def file(self, path: Path) -> SourceFile | None:
        """A file as it was looked at."""
        return self._seen.files.get(self._live.snapshot.sources.shown(path)) if self._live and self._live.looked else None

    def actions(self, path: Path, span: Span) -> list[Action]:
        """What can be done about the findings on the lines of a span."""
        live, file = self._live, self.file(path)
        if live is None or file is None:
            return []
        first, last = file.position(span.start)[0], file.position(span.end)[0]
        key = (path, first, last)
        if key not in self._actions:
            self._actions[key] = list(self._offered(live, _on_lines(file.path, first, last)))
        return self._actions[key]

    def _offered(self, live: Live, only: Only) -> Iterator[Action]:
        """The safe fixes, then the others, then the exceptions."""
        findings = live.report(only, fixes=True).findings
        fixes = [action for finding in findings if (action := self._fix(finding))]
        yield from sorted(fixes, key=lambda action: not action.preferred)
        groups = {_key(group): group for group in live.composer(only).wanted(live.snapshot)[0]}
        for finding in findings:
            group = groups.get((finding.rule, finding.location.path, finding.location.start_offset, finding.message))
            edit = exception_for(live.snapshot, group.first) if group else None
            if edit is not None:
                change = Change(self.path(edit.file.path), edit.file, edit.span, edit.text)
                yield Action(f"obslint: ignore {finding.rule} here, with a reason", finding, (change,))

    def _fix(self, finding: ReportedFinding) -> Action | None:
        fix = finding.fix
        if fix is None or not fix.edits:
            return None
        changes = tuple(
            Change(self.path(at.path), self._seen.files[at.path], Span(at.start_offset, at.end_offset), edit.text)
            for edit in fix.edits
            if (at := edit.location)
        )
        safe = fix.applicability == "safe"
        note = "" if safe else f" (unsafe: {fix.reason})" if fix.reason else " (unsafe)"
        return Action(f"obslint: {fix.title}{note}", finding, changes, preferred=safe)

    def can_fix(self, path: Path) -> bool:
        """Whether a finding in a file has a safe fix there, as far as can be told without trying it."""
        live, file = self._live, self.file(path)
        if live is None or file is None:
            return False
        proposals = live.fixer(_in_file(file.path), path.__eq__).proposals(live.snapshot)
        return any(one.edits and one.applicability is Applicability.SAFE for one in proposals)

    def fix_all(self, path: Path) -> tuple[Change, ...]:
        """What the safe fixes of a file's findings change in it."""
        live, file = self._live, self.file(path)
        if live is None or file is None:
            return ()
        mended = live.fixer(_in_file(file.path), path.__eq__).mend(live.snapshot, FixMode.SAFE)
        return line_changes(path, file, mended.files[path].text) if path in mended.files else ()

    def hover(self, path: Path, offset: int) -> tuple[str, Span] | None:
        """What is said about a place, as Markdown, and the text that it is about."""
        live, file = self._live, self.file(path)
        if live is None or file is None:
            return None
        return hover(live, self._seen.findings.get(path, ()), file, offset)


def _in_file(shown: str) -> Only:
    return lambda place: place.file.path == shown


def _on_lines(shown: str, first: int, last: int) -> Only:
    def only(place: Place) -> bool:
        return place.file.path == shown and place.line <= last and place.file.position(place.span.end)[0] >= first

    return only


def _key(group: Group) -> tuple[object, ...]:
    finding = group.first.finding
    return group.first.rule.id, finding.at.file.path, finding.at.span.start, finding.message
