"""Paths from the root of the repository, for what reads reports there: annotations, code scanning, code quality."""

import posixpath
from dataclasses import replace

from obslint.lint.request import Outcome
from obslint.lint.result import FixOffer, Location, NotAnalysed, ReportedFinding, Subject, Suppressed

FORMATS = ("github", "sarif", "gitlab")
"""The formats whose readers know the repository, and not the directory in which obslint ran."""


def rooted(outcome: Outcome, prefix: str) -> Outcome:
    """The outcome with its paths under a directory, which is named from the root of the repository."""
    if prefix in ("", "."):
        return outcome
    under = _Under(prefix)
    report = replace(
        outcome.report,
        findings=tuple(map(under.finding, outcome.report.findings)),
        suppressed=tuple(map(under.suppressed, outcome.report.suppressed)),
        not_analysed=tuple(NotAnalysed(under.path(one.path), one.reason) for one in outcome.report.not_analysed),
    )
    changed = None if outcome.changed is None else {under.path(path): lines for path, lines in outcome.changed.items()}
    return replace(outcome, report=report, files={under.path(path): file for path, file in outcome.files.items()}, changed=changed)


class _Under:
    def __init__(self, prefix: str) -> None:
        self._prefix = prefix

    def path(self, path: str) -> str:
        return path if posixpath.isabs(path) else posixpath.normpath(posixpath.join(self._prefix, path))

    def location(self, location: Location) -> Location:
        return replace(location, path=self.path(location.path))

    def subject(self, subject: Subject | None) -> Subject | None:
        return subject and replace(subject, unit=self.path(subject.unit))

    def suppressed(self, one: Suppressed) -> Suppressed:
        return replace(one, resource=self.subject(one.resource), location=self.location(one.location))

    def finding(self, found: ReportedFinding) -> ReportedFinding:
        related = tuple(replace(one, location=self.location(one.location)) for one in found.related)
        fix = found.fix and self.fix(found.fix)
        return replace(found, resource=self.subject(found.resource), location=self.location(found.location), related=related, fix=fix)

    def fix(self, fix: FixOffer) -> FixOffer:
        return replace(fix, edits=tuple(replace(edit, location=self.location(edit.location)) for edit in fix.edits))
