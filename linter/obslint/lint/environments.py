"""One run for each environment's variable or parameter file, told as one report."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from obslint.lint.request import FixMode, Outcome, Request, UsageError
from obslint.lint.result import ReportedFinding, Suppressed, Undecided
from obslint.lint.runner import run
from obslint.lint.session import Progress

_VARIABLES = (".tfvars", ".tofuvars", ".tfvars.json", ".tofuvars.json")

Key = tuple[object, ...]
T = TypeVar("T")


def run_environments(request: Request, files: Sequence[Path], progress: Progress | None = None) -> Outcome:
    """Lints once for each file, given last to win over all other values.

    A finding of some environments only says so. Raises `UsageError` when there is no file, and for fixes: what is right for one
    environment may be wrong for another.
    """
    if not files:
        raise UsageError("no file matches --environments")
    if request.compliance:
        raise UsageError("--compliance tells of one environment; name its values with --var-file or --parameters")
    if request.since:
        raise UsageError("--new-since compares one environment; name its values with --var-file or --parameters")
    if request.fix is not FixMode.NONE:
        raise UsageError("--environments only reports; fix for one environment with --var-file or --parameters")
    outcomes = [run(_for(request, file), progress) for file in files]
    names = [file.name for file in files]
    report = outcomes[0].report
    findings = _findings(names, [outcome.report.findings for outcome in outcomes])
    undecided = _once([outcome.report.undecided for outcome in outcomes], _undecided_key)
    suppressed = _once([outcome.report.suppressed for outcome in outcomes], _suppressed_key)
    missed = tuple(sorted({one for outcome in outcomes for one in outcome.report.not_analysed}, key=lambda one: (one.path, one.reason)))
    summary = replace(
        report.summary,
        findings=dict(Counter(finding.severity for finding in findings)),
        fixable=dict(Counter(finding.fix.applicability for finding in findings if finding.fix)),
        undecided=len(undecided),
        suppressed=len(suppressed),
        not_analysed=len(missed),
        seconds=round(sum(outcome.report.summary.seconds for outcome in outcomes), 3),
    )
    merged = replace(report, findings=findings, undecided=undecided, suppressed=suppressed, not_analysed=missed, summary=summary)
    sources = {path: file for outcome in outcomes for path, file in outcome.files.items()}
    return Outcome(
        merged, sources, errors=tuple(dict.fromkeys(error for outcome in outcomes for error in outcome.errors)), packs=outcomes[0].packs
    )


def _for(request: Request, file: Path) -> Request:
    inputs = request.inputs
    if file.name.endswith(_VARIABLES):
        return replace(request, inputs=replace(inputs, var_files=(*inputs.var_files, file)))
    return replace(request, inputs=replace(inputs, parameters=(*inputs.parameters, file)))


def _findings(names: Sequence[str], reports: Sequence[tuple[ReportedFinding, ...]]) -> tuple[ReportedFinding, ...]:
    """Each finding once, with the environments it holds in when they are not all."""
    first: dict[Key, ReportedFinding] = {}
    where: dict[Key, list[str]] = {}
    for name, findings in zip(names, reports, strict=True):
        for finding in findings:
            key = (finding.rule, finding.location, finding.message, finding.resource and finding.resource.instances)
            first.setdefault(key, finding)
            where.setdefault(key, []).append(name)
    told = (_told(finding, where[key], len(names)) for key, finding in first.items())
    return tuple(sorted(told, key=lambda f: (f.location.path, f.location.line, f.location.column, f.rule, f.message)))


def _told(finding: ReportedFinding, environments: Iterable[str], of: int) -> ReportedFinding:
    listed = list(dict.fromkeys(environments))
    return finding if len(listed) == of else replace(finding, message=f"{finding.message}, only in {', '.join(listed)}")


def _once(reports: Sequence[tuple[T, ...]], key: Callable[[T], Key]) -> tuple[T, ...]:
    return tuple({key(one): one for report in reversed(reports) for one in report}.values())


def _undecided_key(one: Undecided) -> Key:
    return one.rule, one.resource.address, one.resource.unit, one.location


def _suppressed_key(one: Suppressed) -> Key:
    return one.rule, one.location, one.message
