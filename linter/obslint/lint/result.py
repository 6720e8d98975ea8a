"""The result of a run as plain data: what reporters, caches and other processes see. Its JSON form is the JSON report."""

from dataclasses import dataclass, field
from typing import Literal

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A range in a file: lines and columns from 1, the end column after the last character; offsets count characters."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start_offset: int = 0
    end_offset: int = 0


@dataclass(frozen=True, slots=True)
class Subject:
    """The resource a result is about. `instances` are all addresses that show the same defect at the same place.
    Where a transform makes the resource, `address` is what is written in the text, and `instances` what is made of it.

    `construct` is the path of the CDK construct that it was made from, where the template says so.
    """

    address: str
    type: str
    unit: str
    instances: tuple[str, ...] = ()
    construct: str = ""


@dataclass(frozen=True, slots=True)
class RelatedPlace:
    """A second place and what it has to do with the finding."""

    label: str
    location: Location


@dataclass(frozen=True, slots=True)
class TextEdit:
    """Replaces the text at a location; an empty location inserts."""

    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class FixOffer:
    """A remedy. `edits` are exact and proved unless the applicability is `manual`; `snippet` shows what no edit can say."""

    title: str
    applicability: Literal["safe", "unsafe", "manual"]
    plan_effect: Literal["none", "in-place", "replacement", "new-resource"]
    edits: tuple[TextEdit, ...] = ()
    reason: str = ""
    snippet: str = ""


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """A defect. `fingerprint` stays the same when lines move; `consequence` says what it costs.

    `also` are checks of other tools that were asked and report the same, as `checkov CKV_AWS_36`.
    """

    rule: str
    severity: Literal["error", "warning", "info"]
    persona: Literal["regular", "pedantic", "auditor"]
    confidence: Literal["high", "medium", "low"]
    message: str
    resource: Subject | None
    location: Location
    fingerprint: str
    related: tuple[RelatedPlace, ...] = ()
    fix: FixOffer | None = None
    consequence: str = ""
    attribute: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undecided:
    """A rule that could not be decided for a resource, and why."""

    rule: str
    resource: Subject
    location: Location
    reason: str


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that an exception in the source accepts, and the reason given there. `tool` is the other tool it was written for."""

    rule: str
    resource: Subject | None
    location: Location
    message: str
    reason: str
    until: str = ""
    owner: str = ""
    tool: str = ""


@dataclass(frozen=True, slots=True)
class NotAnalysed:
    """Something that was not looked at, and why."""

    path: str
    reason: str


ControlStatus = Literal["passed", "failed", "undecided", "nothing to check", "not covered"]


@dataclass(frozen=True, slots=True)
class Control:
    """An item of a compliance framework. The counts are of resources, each once for every rule that was asked about it.

    `passed` if all are well, `failed` if one is not, `undecided` if that cannot be known of one; `nothing to check` if the scan
    holds no resource that its rules look at; `not covered` if no rule looks at it. `accepted` are findings under an exception.
    """

    id: str
    title: str
    status: ControlStatus
    rules: tuple[str, ...] = ()
    passed: int = 0
    failed: int = 0
    undecided: int = 0
    accepted: int = 0


@dataclass(frozen=True, slots=True)
class Compliance:
    """How the scan stands to a framework. `scope` says which of its items are listed."""

    framework: str
    name: str
    scope: str
    controls: tuple[Control, ...] = ()


@dataclass(frozen=True, slots=True)
class Mended:
    """A finding that was there before a change and is no longer: `location` is where it stood."""

    rule: str
    severity: Literal["error", "warning", "info"]
    message: str
    resource: Subject | None
    location: Location


@dataclass(frozen=True, slots=True)
class CellChange:
    """A workload that had something and has it no more, or has it now; a state is empty where there was no such workload."""

    resource: Subject
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class CoverageChange:
    """What a change did to coverage: the share of what is covered, then and now, and the cells that came to be or ceased to be covered."""

    before: int | None
    after: int | None
    gained: tuple[CellChange, ...] = ()
    lost: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What was compared, when only what a change brings is reported: `ref` as it was named, and the commit that was the base.

    `introduced` counts findings that were not there, which are those of the report, `present` those that were. Of the others
    that were there, `mended` no longer occur, `accepted` are left out by an exception now, and `undecided` cannot be decided any more.
    `elsewhere` counts introduced findings that stand on lines that did not change, when only those on changed lines are shown.
    """

    ref: str
    commit: str
    introduced: int = 0
    present: int = 0
    mended: tuple[Mended, ...] = ()
    accepted: int = 0
    undecided: int = 0
    elsewhere: int = 0
    coverage: CoverageChange | None = None


@dataclass(frozen=True, slots=True)
class Tool:
    """Which obslint wrote the report."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts. `fixable` counts findings by the applicability of their fix; `fixed` those that this run mended.

    `baseline` counts findings that are known and left out, `baseline_gone` entries of baselines that no longer occur.
    """

    files: int = 0
    units: int = 0
    resources: int = 0
    findings: dict[str, int] = field(default_factory=dict)
    fixable: dict[str, int] = field(default_factory=dict)
    undecided: int = 0
    suppressed: int = 0
    not_analysed: int = 0
    fixed: int = 0
    baseline: int = 0
    baseline_gone: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a run has to say."""

    tool: Tool
    findings: tuple[ReportedFinding, ...] = ()
    undecided: tuple[Undecided, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    not_analysed: tuple[NotAnalysed, ...] = ()
    summary: Summary = field(default_factory=Summary)
    compliance: Compliance | None = None
    change: Change | None = None
    schema_version: int = SCHEMA_VERSION
