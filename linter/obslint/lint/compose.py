"""The report of a snapshot: what is reported, in plain data and in order."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from obslint import __version__
from obslint.lint.engine import EngineFinding, engine_findings
from obslint.lint.engine_rules import UNUSED_IGNORE
from obslint.lint.known import Known
from obslint.lint.present import Fingerprints, Group, grouped, location, position, subject, undecided
from obslint.lint.proposing import Proposal
from obslint.lint.result import (
    FixOffer,
    NotAnalysed,
    RelatedPlace,
    Report,
    ReportedFinding,
    Subject,
    Summary,
    Suppressed,
    TextEdit,
    Tool,
    Undecided,
)
from obslint.lint.scope import Scope
from obslint.lint.session import Session, Snapshot
from obslint.model import Gap, Unit
from obslint.policy import Finding, Severity
from obslint.source import Place, SourceFile

if TYPE_CHECKING:
    from obslint.lint.since import Past


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes reports of snapshots of one run. `everything` is on when no rules were selected by name.

    With `whole`, all that was loaded is reported on, not only the named files; `only` chooses findings by their place.
    """

    session: Session
    scope: Scope
    everything: bool
    past: "Past | None" = None
    """What was there before the change that is looked at."""
    whole: bool = False
    only: Callable[[Place], bool] | None = None

    def wanted(self, snapshot: Snapshot) -> tuple[list[Group], list[EngineFinding]]:
        """The findings that are reported."""
        hits = (h for e in snapshot.entries for h in e.judged.kept if self._reports(snapshot, e.unit.path, *_places(h.finding)))
        engine = engine_findings(self.session, snapshot, self.everything)
        told = [found for found in engine if self._reports(snapshot, found.unit, found.place) and self._knows(snapshot, found)]
        return grouped(hits), self.past.without(told) if self.past else told

    def _knows(self, snapshot: Snapshot, found: EngineFinding) -> bool:
        """Whether all that matters was read: roots elsewhere may need an exception in a module that is not below what was named."""
        return found.rule is not UNUSED_IGNORE or self.scope.named(snapshot.sources.absolute(found.place.file))

    def _reports(self, snapshot: Snapshot, unit: str, *places: Place) -> bool:
        if self.only is not None and not self.only(places[0]):
            return False
        if self.whole or not self.scope.files:
            return True
        root = snapshot.sources.base / unit
        return any(self.scope.reports_on(snapshot.sources.absolute(place.file), root) for place in places)

    def report(self, snapshot: Snapshot, offers: Iterable[Proposal], missed: Iterable[NotAnalysed], fixed: int) -> Report:
        """The report of a snapshot; `offers` are the remedies for its wanted findings, `missed` what was never loaded."""
        findings = self._findings(snapshot, offers)
        suppressed = self._suppressed(snapshot)
        open_questions = self._undecided(snapshot)
        gaps = (_not_analysed(gap) for entry in snapshot.entries for gap in entry.unit.gaps)
        not_analysed = tuple(sorted({*missed, *gaps}, key=lambda one: (one.path, one.reason)))
        summary = Summary(
            files=len({file.path for entry in snapshot.entries for file in entry.unit.files}),
            units=len(snapshot.entries),
            resources=sum(len(entry.unit.resources) for entry in snapshot.entries),
            findings=dict(Counter(finding.severity for finding in findings)),
            fixable=dict(Counter(finding.fix.applicability for finding in findings if finding.fix)),
            undecided=len(open_questions),
            suppressed=len(suppressed),
            not_analysed=len(not_analysed),
            fixed=fixed,
            baseline=len(self._known(snapshot)),
            baseline_gone=len(stale(snapshot, self.scope)),
        )
        change = self.past.change(snapshot, len(findings)) if self.past else None
        return Report(Tool("obslint", __version__), findings, open_questions, suppressed, not_analysed, summary, change=change)

    def _findings(self, snapshot: Snapshot, offers: Iterable[Proposal]) -> tuple[ReportedFinding, ...]:
        groups, engine = self.wanted(snapshot)
        by_source = {_source_key(proposal.source): _offer(proposal) for proposal in offers}
        prints = Fingerprints()
        own = {entry.unit.path: entry.judged.profile.severities for entry in snapshot.entries}
        found = [_group_finding(group, own, by_source.get(_source_key(group)), prints) for group in groups]
        found += [
            _engine_finding(one, own, by_source.get(_source_key(one)), prints) for one in sorted(engine, key=lambda e: position(e.place))
        ]
        return tuple(sorted(found, key=lambda f: (f.location.path, f.location.line, f.location.column, f.rule, f.message)))

    def _suppressed(self, snapshot: Snapshot) -> tuple[Suppressed, ...]:
        found: list[tuple[tuple[object, ...], Suppressed]] = []
        for entry in snapshot.entries:
            by_ignore = {id(ignore): ignore for _, ignore in entry.judged.accepted}
            for key, ignore in by_ignore.items():
                hits = [hit for hit, accepting in entry.judged.accepted if id(accepting) == key]
                for group in grouped(hit for hit in hits if self._reports(snapshot, entry.unit.path, *_places(hit.finding))):
                    hit, directive = group.first, ignore.directive
                    one = Suppressed(
                        hit.rule.id, _subject(group), location(hit.finding.at), hit.finding.message,
                        directive.reason, directive.until, directive.owner, ignore.tool,
                    )  # fmt: skip
                    found.append(((*position(hit.finding.at), hit.rule.id, hit.finding.message), one))
        return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))

    def _known(self, snapshot: Snapshot) -> list[Group]:
        hits = (h for e in snapshot.entries for h in e.judged.known if self._reports(snapshot, e.unit.path, *_places(h.finding)))
        return grouped(hits)

    def _undecided(self, snapshot: Snapshot) -> tuple[Undecided, ...]:
        asked = (
            question
            for entry in snapshot.entries
            for question in entry.judged.examination.open
            if self._reports(snapshot, entry.unit.path, question.place, question.resource.header)
        )
        return tuple(undecided(asked))


def stale(snapshot: Snapshot, scope: Scope) -> frozenset[Known]:
    """The entries of baselines that no longer occur, as far as all of their unit was looked at."""
    from obslint.lint.baseline import gone

    baselines = {id(e.judged.profile.baseline): e.judged.profile.baseline for e in snapshot.entries}
    read = [(e.unit.path, e.judged.examination, e.judged.profile.active) for e in snapshot.entries]
    found = (gone(one, read, snapshot.sources.base, scope.directories) for one in baselines.values() if one is not None and one.path)
    return frozenset().union(*found)


def _places(finding: Finding) -> Iterator[Place]:
    """Where a finding stands and the places that explain it: who changes a tfvars file hears what it decides in a module."""
    yield finding.at
    yield from (label.place for label in finding.related)


def _source_key(source: Group | EngineFinding) -> tuple[object, ...]:
    """What makes a finding the same in two looks at one snapshot."""
    if isinstance(source, EngineFinding):
        return source.rule.id, source.place.file.path, source.place.span, source.message
    return ("hit", id(source.first))


def _subject(group: Group) -> Subject:
    members: list[tuple[Unit, object]] = [(hit.unit, hit.finding.resource) for hit in group.hits]
    return subject(members)  # type: ignore[arg-type]


Severities = Mapping[str, Mapping[str, Severity]]
"""What users set, by unit and rule."""


def _group_finding(group: Group, own: Severities, fix: FixOffer | None, prints: Fingerprints) -> ReportedFinding:
    rule, finding = group.first.rule, group.first.finding
    severity = own[group.first.unit.path].get(rule.id, rule.severity)
    print_ = prints.of(rule.id, finding.at.file.path, finding.resource.address, finding.attribute)
    related = tuple(RelatedPlace(label.text, location(label.place)) for label in finding.related)
    return ReportedFinding(
        rule.id, severity.value, rule.persona.value, rule.confidence, finding.message, _subject(group), location(finding.at),
        print_, related, fix, rule.consequence, finding.attribute,
    )  # fmt: skip


def _engine_finding(found: EngineFinding, own: Severities, fix: FixOffer | None, prints: Fingerprints) -> ReportedFinding:
    rule = found.rule
    severity = own[found.unit].get(rule.id, rule.severity)
    print_ = prints.of(rule.id, found.place.file.path, "", found.message)
    return ReportedFinding(
        rule.id, severity.value, rule.persona.value, rule.confidence, found.message, None, location(found.place),
        print_, fix=fix, consequence=rule.consequence,
    )  # fmt: skip


def _not_analysed(gap: Gap) -> NotAnalysed:
    """A gap by the file that names it, if one does."""
    if gap.place is None:
        return NotAnalysed(gap.subject, gap.reason)
    return NotAnalysed(gap.place.file.path, gap.reason if gap.subject.rpartition(".")[2] in gap.reason else f"{gap.subject}: {gap.reason}")


def _offer(proposal: Proposal) -> FixOffer:
    edits = tuple(TextEdit(location(Place(edit.file, edit.span)), edit.text) for edit in proposal.edits)
    return FixOffer(
        proposal.title, proposal.applicability.value, proposal.effect, edits, proposal.reason, "" if edits else proposal.snippet
    )


def files_of(snapshot: Snapshot) -> Mapping[str, SourceFile]:
    """Every file that a report of the snapshot may speak about, by its shown path."""
    files = {file.path: file for entry in snapshot.entries for file in entry.unit.files}
    for entry in snapshot.entries:
        judged = entry.judged
        findings = [hit.finding for hit in (*judged.kept, *(hit for hit, _ in judged.accepted))]
        places = [
            *(f.at for f in findings),
            *(label.place for f in findings for label in f.related),
            *(q.place for q in judged.examination.open),
        ]
        files |= {place.file.path: place.file for place in places if place.file.path not in files}
    return files
