"""What a run is asked to do, and what it hands back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from obslint.lint.known import Baseline
from obslint.lint.result import Report
from obslint.model import Inputs
from obslint.policy import Options, Persona, Severity
from obslint.source import SourceFile


class FixMode(Enum):
    """Which fixes are applied: none, the safe ones, or the unsafe ones as well."""

    NONE = "none"
    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Pack:
    """A folder of rules, or a file of policies, that a run is told to use. `origin` is what names it; `settings` the file, if one does."""

    path: Path
    origin: str = "--rules"
    settings: Path | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A run. Directories are searched; of files that are named, the owning roots are analysed and only they are reported on.

    `select` and `ignore` hold rule ids and families. `stdin` is text to lint instead of a file, shown as `stdin_name`.
    With `write` false, fixes are made in memory only and shown as a diff. `source` is the directory of the configuration that
    plans among the paths were made from. `inputs` set variables and parameters. `complete` says that the paths hold
    everything of the account, so that what is not there does not exist. `compliance` names a framework whose items the
    report is to tell of. `options` are what is set for rules, by their ids. With
    `settings`, the settings file nearest to each unit counts too; `given` are the fields that win over it;
    `settings_file` is read instead of the nearest. `exclude` are patterns as in .gitignore of what is not searched, each with the
    directory it counts from. With `no_ignores`, exceptions count as if there were none.
    `baseline` holds findings that are left out, in place of that of the settings; `no_baseline` leaves none out.
    `packs` are rules beside the installed ones; those in Python that lie in what is scanned are refused unless `allow_local_code`.
    With `since`, a commit, what was there when the branch left it is left out as well; `coverage` adds what became of that.
    `overlay` is text by absolute path that counts instead of what is on the disk, as in the buffers of an editor.
    """

    paths: tuple[Path, ...]
    base: Path
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    persona: Persona = Persona.REGULAR
    min_severity: Severity = Severity.INFO
    stdin: bytes | None = None
    stdin_name: str = "<stdin>"
    fix: FixMode = FixMode.NONE
    write: bool = False
    source: Path | None = None
    inputs: Inputs = field(default_factory=Inputs)
    complete: bool = False
    compliance: str = ""
    options: Mapping[str, Options] = field(default_factory=dict)
    settings: bool = False
    settings_file: Path | None = None
    exclude: tuple[tuple[Path, str], ...] = ()
    given: frozenset[str] = frozenset({"persona", "min_severity"})
    no_ignores: bool = False
    baseline: Baseline | None = None
    no_baseline: bool = False
    packs: tuple[Pack, ...] = ()
    allow_local_code: bool = False
    since: str = ""
    coverage: bool = False
    overlay: Mapping[Path, str] = field(default_factory=dict)


class UsageError(Exception):
    """The request makes no sense; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The report, the files it speaks about (by shown path, for excerpts), the fixes as a diff, and what broke inside obslint.

    `packs` are the folders and files of rules that took part beside the installed ones.
    `changed` are the lines that a change touched, by shown path; None when nothing was compared.
    """

    report: Report
    files: Mapping[str, SourceFile]
    diff: str = ""
    errors: tuple[str, ...] = field(default=())
    packs: tuple[Path, ...] = ()
    changed: Mapping[str, frozenset[int]] | None = None
