"""Checkov's findings for the checks that obslint has too, merged into a report: what both see is one finding."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from obslint.lint.profile import Profile, Profiles, home
from obslint.lint.registry import Registry, load_for
from obslint.lint.request import FixMode, Outcome, Request, UsageError
from obslint.lint.result import Location, ReportedFinding, Subject, Suppressed, Undecided
from obslint.lint.runner import run
from obslint.source import SourceFile

INTERPRETER = "OBSLINT_CHECKOV"
PREFIX = "checkov:"

_KEY = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Record:
    """A check of Checkov that failed: at which lines of which file (as obslint shows it), about which resource."""

    check: str
    name: str
    path: str
    start: int
    end: int
    resource: str

    @property
    def address(self) -> str:
        """The resource in the words of obslint: without its type in CloudFormation, without instance keys."""
        return _KEY.sub("", self.resource.rpartition(".")[2] if "::" in self.resource else self.resource)

    @property
    def type(self) -> str:
        """The type of the resource."""
        return self.resource.rpartition(".")[0] if "::" in self.resource else self.address.split(".")[-2]

    def is_at(self, location: Location, resource: Subject | None) -> bool:
        """Whether a result of obslint is about the same place: inside the lines, or about the resource in the same folder."""
        if location.path == self.path and self.start <= location.line <= self.end:
            return True
        near = os.path.dirname(location.path) == os.path.dirname(self.path)
        return resource is not None and near and _KEY.sub("", resource.address) == self.address


def with_checkov(request: Request, outcome: Outcome, ask: Callable[[str], list[Record]] | None = None) -> Outcome:
    """The outcome with what Checkov finds. Raises `UsageError` where Checkov is not installed or fails."""
    rules = load_for(request)
    profile = Profiles(request, rules).of(home(request.base, request.paths))
    mapped = _mapped(rules, profile)
    records = (ask or _asker(request))(",".join(sorted(mapped))) if mapped else []
    merged = _merged(list(dict.fromkeys(records)), mapped, outcome, _Quiet.of(request, outcome), rules, profile)
    report = outcome.report
    findings = tuple(sorted(merged, key=lambda f: (f.location.path, f.location.line, f.location.column, f.rule, f.message)))
    summary = replace(report.summary, findings=dict(Counter(finding.severity for finding in findings)))
    return replace(outcome, report=replace(report, findings=findings, summary=summary))


def _mapped(rules: Registry, profile: Profile) -> dict[str, frozenset[str]]:
    """The checks of Checkov that are rules of obslint which are on."""
    found = {name.removeprefix(PREFIX): ids & profile.active for name, ids in rules.aliases.items() if name.startswith(PREFIX)}
    return {check: ids for check, ids in found.items() if ids}


@dataclass(frozen=True, slots=True)
class _Quiet:
    """What obslint leaves out on purpose, and what it cannot decide."""

    suppressed: tuple[Suppressed, ...]
    known: tuple[ReportedFinding, ...]
    undecided: tuple[Undecided, ...]

    @classmethod
    def of(cls, request: Request, outcome: Outcome) -> "_Quiet":
        known: tuple[ReportedFinding, ...] = ()
        if outcome.report.summary.baseline:
            known = run(replace(request, baseline=None, no_baseline=True, fix=FixMode.NONE, write=False)).report.findings
        return cls(outcome.report.suppressed, known, outcome.report.undecided)

    def covers(self, record: Record, rules: frozenset[str]) -> bool:
        """Whether a rule found the same, and an exception or a baseline takes it out."""
        quiet: list[Suppressed | ReportedFinding] = [*self.suppressed, *self.known]
        return any(one.rule in rules and record.is_at(one.location, one.resource) for one in quiet)

    def doubts(self, record: Record, rules: frozenset[str]) -> str:
        """Why obslint cannot tell, if that is so."""
        found = (one.reason for one in self.undecided if one.rule in rules and record.is_at(one.location, one.resource))
        return next(found, "")


def _merged(
    records: Iterable[Record], mapped: Mapping[str, frozenset[str]], outcome: Outcome, quiet: _Quiet, rules: Registry, profile: Profile
) -> list[ReportedFinding]:
    """Obslint's findings, marked where Checkov sees the same, and those of Checkov alone."""
    findings = list(outcome.report.findings)
    for record in records:
        ids = mapped.get(record.check, frozenset())
        same = [at for at, one in enumerate(findings) if one.rule in ids and record.is_at(one.location, one.resource)]
        told = f"checkov {record.check}"
        for at in same:
            findings[at] = replace(findings[at], also=tuple(dict.fromkeys((*findings[at].also, told))))
        if ids and not same and not quiet.covers(record, ids):
            findings.append(_alone(record, min(ids), told, quiet.doubts(record, ids), outcome.files.get(record.path), rules, profile))
    return findings


def _alone(record: Record, rule: str, told: str, doubt: str, file: SourceFile | None, rules: Registry, profile: Profile) -> ReportedFinding:
    """A finding that only Checkov has, under the rule that asks the same."""
    card = rules.cards[rule]
    why = f"obslint cannot decide it: {doubt}" if doubt else "obslint does not find it"
    name = record.name[:1].lower() + record.name[1:]
    subject = Subject(record.address, record.type, os.path.dirname(record.path) or ".")
    return ReportedFinding(
        rule, profile.severities.get(rule, card.severity).value, card.persona.value, "low", f"Checkov fails: {name}; {why}", subject,
        _location(record, file), sha256(f"{record.check}\0{record.path}\0{record.address}".encode()).hexdigest()[:16], also=(told,),
    )  # fmt: skip


def _location(record: Record, file: SourceFile | None) -> Location:
    """The first line of the resource."""
    if file is None or record.start > len(file.line_starts):
        return Location(record.path, record.start, 1, record.start, 1)
    span = file.line_span(record.start)
    text = file.text[span.start : span.end]
    start = span.start + len(text) - len(text.lstrip())
    return Location(record.path, record.start, start - span.start + 1, record.start, span.end - span.start + 1, start, span.end)


def _installed() -> str:
    """The Python of the command `checkov`, where there is one: its first line names it."""
    try:
        with open(shutil.which("checkov") or os.devnull, encoding="utf-8", errors="replace") as script:
            first = script.readline(1000).removeprefix("#!").strip()
    except OSError:
        return ""
    return first if os.path.isabs(first) and os.access(first, os.X_OK) and "python" in os.path.basename(first) else ""


def _asker(request: Request) -> Callable[[str], list[Record]]:
    """Runs Checkov on the paths of the request."""
    python = os.environ.get(INTERPRETER) or (sys.executable if find_spec("checkov") else _installed())
    if not python:
        raise UsageError(f"--with-checkov needs Checkov: pip install 'obslint[checkov]', or set {INTERPRETER} to a Python that has it")
    paths = [os.path.abspath(request.base / path) for path in request.paths]

    def ask(checks: str) -> list[Record]:
        asked = json.dumps({"paths": paths, "checks": checks.split(",")})
        command = [python, str(Path(__file__).with_name("checkov_run.py"))]
        try:
            done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)  # noqa: S603 - the Python that the user names, and our own program
            found = json.loads(done.stdout)
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            said = str(getattr(error, "stderr", "") or error).strip().splitlines()
            raise UsageError(f"Checkov failed: {said[-1] if said else 'it says nothing'}") from error
        return [_record(row, request.base, paths) for row in found]

    return ask


def _record(row: Mapping[str, Any], base: Path, paths: Iterable[str]) -> Record:
    """A row with its file as obslint shows it. Of files that are named, Checkov tells the path as it was given."""
    file = str(row["file"])
    path = next(
        (path for path in paths if not os.path.isdir(path) and path.endswith(f"{os.sep}{file.lstrip(os.sep)}")), os.path.abspath(file)
    )
    start, end = row["lines"]
    shown = os.path.relpath(os.path.realpath(path), os.path.realpath(base)).replace(os.sep, "/")
    return Record(str(row["check"]), str(row["name"]), shown, start, end, str(row["resource"]))
