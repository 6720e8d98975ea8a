"""A run, from request to outcome."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from obslint.lint import registry
from obslint.lint.compose import Composer, files_of
from obslint.lint.estate import LoadedEstate, load_estate
from obslint.lint.fixing import Fixer, Mended
from obslint.lint.profile import Profiles, home
from obslint.lint.request import FixMode, Outcome, Request
from obslint.lint.result import Compliance, CoverageChange
from obslint.lint.scope import Scope, scope_of
from obslint.lint.session import Progress, Session, Snapshot
from obslint.lint.suppress import Calendar
from obslint.lint.writing import changed, encoded, unified_diff, write_atomically, write_files
from obslint.model import Edit
from obslint.source import SourceFile, Sources

if TYPE_CHECKING:
    from obslint.lint.since import Past


def run(request: Request, progress: Progress | None = None, rules: registry.Registry | None = None) -> Outcome:
    """Lints, and fixes if asked to, by the given rules or those of the request.

    `progress` is called with the number of units that are done and that there are.

    With `write` false, the report is about the files as they are, and the diff says what fixing would change. Raises
    `UsageError` for a request that makes no sense or rule packs that do not fit together; whatever else goes wrong is in the
    outcome.
    """
    started = time.perf_counter()
    rules = rules or registry.load_for(request)
    if request.compliance:
        request = _for_framework(request, rules)
    before = _past(request, rules, progress)
    first = examined(request, rules, progress)
    session, scope, estate, start = first.session, first.scope, first.estate, first.snapshot
    if before:
        start = session.leaving_out(start, frozenset(before.pairs(start).values()))
        estate.missed += before.missed
        estate.errors += before.errors
    composer = Composer(session, scope, not request.select, before)
    fixer = Fixer(session, composer.wanted, lambda edit: request.stdin is not None or scope.may_write(_absolute(estate, edit)))
    mended = _mend(request, fixer, start, estate)
    final = mended.snapshot if request.write else start
    report = composer.report(final, fixer.offers(final), estate.missed, mended.fixed if request.write else 0)
    if before and request.coverage and report.change:
        report = replace(report, change=replace(report.change, coverage=_coverage(before, request)))
    if request.compliance:
        report = replace(report, compliance=_compliance(request.compliance, rules, final))
    report = replace(report, summary=replace(report.summary, seconds=round(time.perf_counter() - started, 3)))
    diff = "" if request.write else unified_diff(estate.sources, mended.files)
    outcome = Outcome(report, files_of(final), diff, _errors(session, estate, final, mended), rules.folders)
    return replace(outcome, changed=_touched(outcome, before, final.sources)) if before else outcome


def _past(request: Request, rules: registry.Registry, progress: Progress | None) -> "Past | None":
    """What was there before the change, when only what it brings is asked for."""
    if not request.since:
        return None
    from obslint.lint.since import past

    return past(request, rules, progress)


def _coverage(before: "Past", request: Request) -> CoverageChange:
    from obslint.lint.since import coverage_change

    return coverage_change(before, request)


def _touched(outcome: Outcome, before: "Past", sources: Sources) -> Mapping[str, frozenset[int]]:
    """The lines that the change touched, in the files that findings stand in or are decided in."""
    from obslint.lint.since import touched

    findings = outcome.report.findings
    places = (at for one in findings for at in (one.location, *(other.location for other in one.related)))
    paths = sorted({at.path for at in places} & set(outcome.files))
    return touched(before, {sources.absolute(outcome.files[path]): outcome.files[path] for path in paths})


@dataclass(frozen=True, slots=True, eq=False)
class Examined:
    """What every run starts with: the files that were loaded, and what the rules say about them."""

    session: Session
    scope: Scope
    estate: LoadedEstate
    snapshot: Snapshot


def examined(
    request: Request, rules: registry.Registry | None = None, progress: Progress | None = None, profiles: Profiles | None = None
) -> Examined:
    """Loads and asks the rules that are on by `profiles`, else by the request. Raises `UsageError` as `run` does."""
    scope = scope_of(request)
    rules = rules or registry.load_for(request)
    calendar = Calendar(frozenset(rules.cards), date.today(), lambda: rules.aliases, lambda: rules.families)
    profiles = profiles or Profiles(request, rules)
    profiles.of(home(request.base, request.paths))
    session = Session(rules, profiles, calendar, request.complete, not request.no_ignores)
    estate = load_estate(request, scope)
    return Examined(session, scope, estate, session.begin(estate, progress))


def _for_framework(request: Request, rules: registry.Registry) -> Request:
    """The request for the rules of its framework, unless others are selected."""
    from obslint.lint.controls import framework

    return replace(request, select=request.select or (framework(request.compliance, rules).id,))


def _compliance(name: str, rules: registry.Registry, snapshot: Snapshot) -> Compliance:
    from obslint.lint.controls import compliance

    return compliance(name, rules, (entry.judged for entry in snapshot.entries))


def _absolute(estate: LoadedEstate, edit: Edit) -> Path:
    return estate.sources.absolute(edit.file)


def _mend(request: Request, fixer: Fixer, start: Snapshot, estate: LoadedEstate) -> Mended:
    """Fixes in memory, and on the disk when that is asked for."""
    if request.fix is FixMode.NONE:
        return Mended(start)
    mended = fixer.mend(start, request.fix)
    mended.files = changed(estate.sources, mended.files.items())
    if not request.write or request.stdin is not None:
        return mended
    failed = write_files(estate.sources, mended.files)
    if not failed:
        return mended
    written = {path: file for path, file in mended.files.items() if path not in failed}
    mended.errors += [f"{estate.sources.shown(path)} was not fixed: {why}" for path, why in failed.items()]
    kept = fixer.without(start, mended, {estate.sources.shown(path) for path in failed})
    kept.errors += _restore(estate, {path: file for path, file in written.items() if path not in kept.files})
    return kept


def _restore(estate: LoadedEstate, files: Mapping[Path, SourceFile]) -> list[str]:
    """Writes back files whose fixes belong together with one that could not be written."""
    errors = []
    for path in files:
        try:
            write_atomically(path, encoded(estate.sources.read(path)))
        except OSError as error:
            errors.append(f"{estate.sources.shown(path)} could not be put back: {error.strerror or error}")
    return errors


def _errors(session: Session, estate: LoadedEstate, final: Snapshot, mended: Mended) -> tuple[str, ...]:
    """Everything that broke inside obslint or could not be written, each once."""
    raised = (error for entry in final.entries for error in entry.judged.examination.errors)
    return tuple(dict.fromkeys((*session.registry.errors, *session.broken.values(), *estate.errors, *raised, *mended.errors)))
