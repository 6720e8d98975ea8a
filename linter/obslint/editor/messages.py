"""Findings, actions and hovers in the words of the protocol."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from lsprotocol import types

from obslint.editor.changes import Change
from obslint.editor.desk import Action
from obslint.editor.positions import offset, point
from obslint.lint.engine_rules import UNUSED_IGNORE
from obslint.lint.result import Location, ReportedFinding
from obslint.report.rulecards import page_of
from obslint.source import SourceFile, Span

SOURCE = "obslint"
FIX_ALL = "source.fixAll.obslint"

SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}

Files = Mapping[str, SourceFile]
Uris = Callable[[Path], str]


class Speech:
    """How one client is spoken to: its encoding of positions, and the addresses it uses for files."""

    def __init__(self, encoding: str, uri: Uris) -> None:
        self.encoding, self.uri = encoding, uri

    def range(self, file: SourceFile, span: Span) -> types.Range:
        """A span of a file."""
        return types.Range(self._position(file, span.start), self._position(file, span.end))

    def span(self, file: SourceFile, where: types.Range) -> Span:
        """The span that a client names."""
        return Span(self.offset(file, where.start), self.offset(file, where.end))

    def offset(self, file: SourceFile, where: types.Position) -> int:
        """The offset that a client names."""
        return offset(file, (where.line, where.character), self.encoding)

    def diagnostics(self, findings: Iterable[ReportedFinding], files: Files, path: Callable[[str], Path]) -> list[types.Diagnostic]:
        """The findings of one file; `path` finds files by the path that is shown."""
        return [self.diagnostic(finding, files, path) for finding in findings]

    def diagnostic(self, finding: ReportedFinding, files: Files, path: Callable[[str], Path]) -> types.Diagnostic:
        """A finding."""
        related = [
            types.DiagnosticRelatedInformation(
                types.Location(self.uri(path(one.location.path)), self._located(one.location, files)), one.label
            )
            for one in finding.related
        ]
        return types.Diagnostic(
            range=self._located(finding.location, files),
            message=finding.message,
            severity=SEVERITIES[finding.severity],
            code=finding.rule,
            code_description=types.CodeDescription(page_of(finding.rule)),
            source=SOURCE,
            tags=[types.DiagnosticTag.Unnecessary] if finding.rule == UNUSED_IGNORE.id else None,
            related_information=related or None,
        )

    def _located(self, location: Location, files: Files) -> types.Range:
        return self.range(files[location.path], Span(location.start_offset, location.end_offset))

    def _position(self, file: SourceFile, at: int) -> types.Position:
        return types.Position(*point(file, at, self.encoding))

    def action(self, action: Action, files: Files, path: Callable[[str], Path], versions: Mapping[str, int] | None) -> types.CodeAction:
        """Something to do about a finding."""
        return types.CodeAction(
            title=action.title,
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self.diagnostic(action.finding, files, path)],
            edit=self.edit(action.changes, versions),
            is_preferred=action.preferred or None,
        )

    def edit(self, changes: Iterable[Change], versions: Mapping[str, int] | None) -> types.WorkspaceEdit:
        """Changes; for clients that understand it with the versions of the open files that they are about."""
        by_uri: dict[str, list[types.TextEdit]] = {}
        for change in changes:
            by_uri.setdefault(self.uri(change.path), []).append(types.TextEdit(self.range(change.file, change.span), change.text))
        if versions is None:
            return types.WorkspaceEdit(changes=by_uri)
        documents = [
            types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri, versions.get(uri)), list(edits))
            for uri, edits in by_uri.items()
        ]
        return types.WorkspaceEdit(document_changes=list(documents))
