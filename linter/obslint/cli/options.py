"""The options of `obslint scan`, which of them go together, and the request they amount to."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from obslint.cli.packing import packs_of
from obslint.lint.profile import home
from obslint.lint.request import FixMode, Pack, Request, UsageError
from obslint.model import Inputs
from obslint.policy import Persona, Severity
from obslint.report import FORMATS, Format

if TYPE_CHECKING:
    from obslint.lint.known import Baseline
    from obslint.lint.settings.read import Settings

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Options:
    """The options as given."""

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    persona: Literal["regular", "pedantic", "auditor"] = "regular"
    min_severity: Literal["error", "warning", "info"] = "info"
    fail_on: Literal["error", "warning", "info", "never"] = "warning"
    form: Format = "text"
    output_file: str | None = None
    outputs: tuple[str, ...] = ()
    exit_zero: bool = False
    show_undecided: bool = False
    statistics: bool = False
    colour: Literal["auto", "always", "never"] = "auto"
    diff: bool = False
    fix: bool = False
    unsafe_fixes: bool = False
    stdin_filename: str | None = None
    pre_commit: bool = False
    source: str | None = None
    var_files: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    tf_var_env: bool = False
    parameters: tuple[str, ...] = ()
    region: str = ""
    complete: bool = False
    compliance: str = ""
    environments: str | None = None
    isolated: bool = False
    config: str | None = None
    exclude: tuple[tuple[Path, str], ...] = ()
    no_ignores: bool = False
    baseline: str | None = None
    no_baseline: bool = False
    packs: tuple[str, ...] = ()
    allow_local_code: bool = False
    set_packs: tuple[Pack, ...] = ()
    """The packs of the settings."""
    since: str = ""
    changed_lines: bool = False
    coverage: bool = False
    watch: bool = False
    with_checkov: bool = False
    sarif_suppressed: bool = False
    allow_empty: bool = False
    exit_non_zero_on_fix: bool = False
    given: frozenset[str] = frozenset()
    """What stands on the command line, and so wins over settings."""

    @property
    def from_stdin(self) -> bool:
        """Whether standard input is linted instead of files."""
        return STDIN in self.paths

    @property
    def places(self) -> tuple[str, ...]:
        """The paths, or the current directory."""
        return self.paths or (".",)


def check(options: Options) -> None:
    """Raises `click.UsageError` for options that contradict each other or would have no effect."""
    if options.from_stdin and len(options.paths) > 1:
        raise click.UsageError("- (standard input) cannot be combined with other paths.")
    if options.stdin_filename and not options.from_stdin:
        raise click.UsageError("--stdin-filename needs the path - (standard input).")
    if options.fix and options.from_stdin:
        raise click.UsageError("--fix cannot write to standard input; --diff shows what it would change.")
    if options.fix and options.diff:
        raise click.UsageError("--fix writes and --diff only shows; give one of them.")
    _check_outputs(options)
    if options.watch and (other := _not_watched(options)):
        raise click.UsageError(f"--watch prints findings as they come and go; it does not go with {other}.")
    if options.baseline and options.no_baseline:
        raise click.UsageError("--baseline and --no-baseline contradict each other.")
    _check_since(options)
    if options.with_checkov and (other := _not_with_checkov(options)):
        raise click.UsageError(f"--with-checkov reports on files as they are; it does not go with {other}.")
    if options.exit_non_zero_on_fix and not options.fix:
        raise click.UsageError("--exit-non-zero-on-fix needs --fix.")
    if options.unsafe_fixes and not (options.fix or options.diff):
        raise click.UsageError("--unsafe-fixes needs --fix or --diff.")


def _not_with_checkov(options: Options) -> str:
    """What was given that --with-checkov cannot serve."""
    given = {
        "-": options.from_stdin, "--diff": options.diff, "--environments": options.environments, "--new-since": options.since,
        "--watch": options.watch,
    }  # fmt: skip
    return next((name for name, value in given.items() if value), "")


def _check_outputs(options: Options) -> None:
    if options.outputs and (options.output_file or "form" in options.given or options.diff):
        raise click.UsageError("--output takes the place of --format and --output-file, and does not go with --diff.")
    if sum("=" not in output for output in options.outputs) > 1:
        raise click.UsageError("only one report can go to standard output; name files for the others: --output sarif=obslint.sarif.")
    for output in options.outputs:
        if (name := output.partition("=")[0]) not in FORMATS:
            raise click.UsageError(f"--output {output}: there is no format {name}; there are {', '.join(FORMATS)}.")
    if options.sarif_suppressed and "sarif" not in {options.form, *(output.partition("=")[0] for output in options.outputs)}:
        raise click.UsageError("--sarif-suppressed needs SARIF: --format sarif, or --output sarif=FILE.")


def _check_since(options: Options) -> None:
    if options.coverage and not options.since:
        raise click.UsageError("--coverage needs --new-since; obslint coverage shows all that is covered.")
    if options.changed_lines and not options.since:
        raise click.UsageError("--changed-lines needs --new-since, which says what the lines are compared with.")
    if options.since and options.compliance:
        raise click.UsageError("--compliance tells of everything, and --new-since of what is new; give one of them.")
    if options.since and options.from_stdin:
        raise click.UsageError("--new-since compares files, and standard input has no past.")


def _not_watched(options: Options) -> str | None:
    """What an option asks for that makes no sense while files are watched."""
    others = {
        "standard input": options.from_stdin, "--fix": options.fix, "--diff": options.diff, "--output": options.outputs,
        "--output-file": options.output_file, f"--format {options.form}": options.form not in ("text", "concise"),
        "--environments": options.environments, "--compliance": options.compliance, "--pre-commit": options.pre_commit,
        "--new-since": options.since, "--changed-lines": options.changed_lines,
        "--statistics": options.statistics, "--show-undecided": options.show_undecided,
    }  # fmt: skip
    return next((name for name, asked in others.items() if asked), None)


def settled(options: Options) -> Options:
    """The options with what the settings say about the run as a whole where the command line says nothing.

    Raises `UsageError` for settings that are wrong.
    """
    if options.isolated:
        return options
    from obslint.lint.settings.read import read, settings_for

    paths = () if options.from_stdin else tuple(map(Path, options.places))
    settings = read(Path(os.path.abspath(options.config))) if options.config else settings_for(home(Path.cwd(), paths))
    values, given = settings.values, options.given
    return replace(
        options,
        exclude=settings.exclude,
        set_packs=packs_of((), settings),
        fail_on=options.fail_on if "fail_on" in given else values.fail_on,
        complete=options.complete or values.complete,
        region=options.region or values.region,
        var_files=options.var_files or _near(settings, "var-files", values.var_files),
        parameters=options.parameters or _near(settings, "parameters", values.parameters),
    )


def _near(settings: "Settings", name: str, files: Iterable[str]) -> tuple[str, ...]:
    """The files that a setting names, from the directory of the file that sets it."""
    found = tuple(str(settings.near(name) / file) for file in files)
    if missing := next((path for path in found if not os.path.isfile(path)), None):
        raise UsageError(f"{settings.origins[name]}: {name} names {missing}, which is no file")
    return found


def to_request(options: Options) -> Request:
    """The request; standard input is read here."""
    mode = FixMode.UNSAFE if options.unsafe_fixes else FixMode.SAFE
    return Request(
        paths=() if options.from_stdin else tuple(map(Path, options.places)),
        base=Path.cwd(),
        select=_listed(options.select),
        ignore=_listed(options.ignore),
        persona=Persona(options.persona),
        min_severity=Severity(options.min_severity),
        stdin=sys.stdin.buffer.read() if options.from_stdin else None,
        stdin_name=options.stdin_filename or "<stdin>",
        fix=mode if options.fix or options.diff else FixMode.NONE,
        write=options.fix,
        source=Path(options.source) if options.source else None,
        inputs=_inputs(options),
        complete=options.complete,
        settings=not options.isolated,
        settings_file=Path(os.path.abspath(options.config)) if options.config else None,
        given=options.given,
        exclude=options.exclude,
        compliance=options.compliance,
        no_ignores=options.no_ignores,
        baseline=_baseline(options),
        no_baseline=options.no_baseline,
        packs=(*packs_of(options.packs), *options.set_packs),
        allow_local_code=options.allow_local_code,
        since=options.since,
        coverage=options.coverage,
    )


def _baseline(options: Options) -> "Baseline | None":
    if options.baseline is None:
        return None
    from obslint.lint.baseline import read_baseline

    return read_baseline(Path(os.path.abspath(options.baseline)))


def _inputs(options: Options) -> Inputs:
    """What sets variables and parameters."""
    here = Path.cwd()
    prefix = "TF_VAR_"
    return Inputs(
        var_files=tuple(here / name for name in options.var_files),
        variables=tuple(_assigned(text) for text in options.variables),
        environment={k.removeprefix(prefix): v for k, v in os.environ.items() if k.startswith(prefix)} if options.tf_var_env else {},
        parameters=tuple(here / name for name in options.parameters),
        region=options.region,
    )


def _assigned(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise click.UsageError(f"--var {text}: expected NAME=VALUE.")
    return name.strip(), value


def _listed(given: Iterable[str]) -> tuple[str, ...]:
    """The names in options that are repeated or hold several names."""
    return tuple(name.strip() for names in given for name in names.split(",") if name.strip())


def editing(own: Options) -> Callable[[Path, tuple[Path, ...]], Request]:
    """What makes the requests of an editor, each by the settings as they are then.

    Only the units of open files are read, so nothing that is missing there can be said to be missing from the account.
    """

    def request(base: Path, files: tuple[Path, ...]) -> Request:
        options = settled(replace(own, paths=tuple(map(str, files))))
        return replace(to_request(options), base=base, complete=False)

    return request
