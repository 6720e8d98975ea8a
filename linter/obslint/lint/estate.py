"""From a request to loaded units, each with the way to load it again."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from obslint.lint import loading, nesting
from obslint.lint.request import Request, UsageError
from obslint.lint.result import NotAnalysed
from obslint.lint.scope import Scope
from obslint.model import Inputs, Unit
from obslint.source import SourceFile, Sources, UnreadableError, decode
from obslint.source.discovery import DOCUMENTS, discover, is_terraform
from obslint.source.text import MAX_BYTES

Reload = Callable[[Sources], Unit | None]


@dataclass(frozen=True, slots=True, eq=False)
class LoadedUnit:
    """A unit, and how to load it again from changed sources (None when it is no longer there)."""

    unit: Unit
    reload: Reload


@dataclass(slots=True)
class LoadedEstate:
    """Everything that was loaded, what was not, and what broke in obslint itself."""

    sources: Sources
    inputs: Inputs = field(default_factory=Inputs)
    units: list[LoadedUnit] = field(default_factory=list)
    missed: list[NotAnalysed] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    plans: set[Path] = field(default_factory=set)


def load_estate(request: Request, scope: Scope) -> LoadedEstate:
    """Finds and loads what the request is about."""
    estate = LoadedEstate(_sources(request), request.inputs)
    if request.stdin is not None:
        _load_stdin(request, scope, estate)
        _check_source(scope, estate)
        return estate
    found = discover(scope.directories, scope.exclude)
    estate.missed += [NotAnalysed(estate.sources.shown(path), why) for path, why in found.unlisted]
    directories = {*found.directories, *_owning_directories(scope, estate)}
    if directories:
        _load_terraform(sorted(directories), estate)
    owners = nesting.owning_templates(scope, estate.sources)
    documents = {*found.documents, *(file for file in scope.files if not is_terraform(file.name))}
    templates: list[Path] = []
    left_over: list[Path] = []
    for path in sorted(documents | owners):
        kind = _kind_of(path, path in scope.files, estate)
        if kind == "plan":
            _load_plan(path, scope, estate)
        elif kind == "template":
            spare = path not in scope.files and path not in owners and loading.is_left_over(estate.sources, path)
            (left_over if spare else templates).append(path)
    _load_templates(templates, estate)
    _mention(left_over, estate)
    _keep_outermost(scope, owners - documents, estate)
    _check_source(scope, estate)
    return estate


def _sources(request: Request) -> Sources:
    """The files of a request, its texts laid over them."""
    sources = Sources(Path(os.path.abspath(request.base)))
    return sources.over({path: SourceFile(sources.shown(path), text) for path, text in request.overlay.items()})


def _mention(left_over: list[Path], estate: LoadedEstate) -> None:
    """Names the templates of the CDK that belong to no stack: those of an earlier synthesis."""
    read = {file.path for loaded in estate.units for file in loaded.unit.files}
    why = "the CDK's manifest.json beside it does not name it; remove what an earlier synthesis left, or name the file"
    estate.missed += [NotAnalysed(shown, why) for path in left_over if (shown := estate.sources.shown(path)) not in read]


def _keep_outermost(scope: Scope, owners: frozenset[Path], estate: LoadedEstate) -> None:
    """Leaves out templates that are read as part of another, and others that were loaded in vain to find such."""
    units = [loaded.unit for loaded in estate.units]
    kept = nesting.outermost(units) & nesting.concerned(units, scope.files, owners, estate.sources)
    estate.units = [loaded for loaded in estate.units if id(loaded.unit) in kept]


def _check_source(scope: Scope, estate: LoadedEstate) -> None:
    """Raises `UsageError` when a configuration was named for a plan, and there is none."""
    if scope.source is not None and not estate.plans:
        raise UsageError("--source goes with a plan, and none was named; write one with terraform show -json PLANFILE > plan.json")


def _owning_directories(scope: Scope, estate: LoadedEstate) -> tuple[Path, ...]:
    """The directories needed to analyse the Terraform files that were named."""
    changed = {file.parent for file in scope.files if is_terraform(file.name)}
    if not changed:
        return ()
    candidates = {*(discover([scope.home], scope.exclude).directories if scope.home else ()), *changed}
    try:
        return loading.terraform_owners(estate.sources, sorted(candidates), changed)
    except Exception as error:  # a defect of ours must not end the run
        estate.errors.append(f"finding the roots of {', '.join(sorted(map(estate.sources.shown, changed)))}: {describe(error)}")
        return tuple(sorted(changed))


def _load_terraform(directories: list[Path], estate: LoadedEstate) -> None:
    try:
        units = loading.terraform_units(estate.sources, directories, estate.inputs)
    except Exception as error:  # one root that breaks us must not take the others along
        if len(directories) > 1:
            for directory in directories:
                _load_terraform([directory], estate)
        else:
            _failed(directories[0], error, estate)
        return
    estate.units += [LoadedUnit(unit, _terraform_again(unit, directories, estate.inputs)) for unit in units]


def _terraform_again(unit: Unit, everything: list[Path], inputs: Inputs) -> Reload:
    """One root that takes values from others is loaded with all of them."""

    def reload(sources: Sources) -> Unit | None:
        directories = everything if unit.reads() else sorted({sources.absolute(file).parent for file in unit.files})
        return next((found for found in loading.terraform_units(sources, directories, inputs) if found.path == unit.path), None)

    return reload


def _load_plan(path: Path, scope: Scope, estate: LoadedEstate) -> None:
    estate.plans.add(path)
    try:
        unit = loading.plan_unit(estate.sources, path, scope.source)
    except Exception as error:  # one plan that breaks us must not take the others along
        _failed(path, error, estate)
        return
    estate.units.append(LoadedUnit(unit, lambda sources: loading.plan_unit(sources, path, scope.source)))


def _load_templates(paths: list[Path], estate: LoadedEstate) -> None:
    joins = loading.template_joins(estate.sources, paths, estate.inputs) if len(paths) > 1 else None
    for path in paths:
        try:
            unit = loading.template_unit(estate.sources, path, estate.inputs, joins)
        except Exception as error:  # one template that breaks us must not take the others along
            _failed(path, error, estate)
            continue
        estate.units.append(LoadedUnit(unit, _template_again(path, paths, estate.inputs)))


def _template_again(path: Path, paths: list[Path], inputs: Inputs) -> Reload:
    def reload(sources: Sources) -> Unit:
        return loading.template_unit(sources, path, inputs, loading.template_joins(sources, paths, inputs))

    return reload


def _failed(path: Path, error: Exception, estate: LoadedEstate) -> None:
    shown = estate.sources.shown(path)
    estate.errors.append(f"loading {shown}: {describe(error)}")
    estate.missed.append(NotAnalysed(shown, "obslint failed to load it"))


def _kind_of(path: Path, named: bool, estate: LoadedEstate) -> str | None:
    """Whether a document is a "template" or a "plan". Other YAML and JSON is left alone; a named file of another kind is mentioned.

    A plan says what its configuration says, or said when it was made, so it is analysed only when it is named.
    """
    shown = estate.sources.shown(path)
    try:
        if path in estate.sources.overlay or _is_suspect(path):
            text = estate.sources.read(path).text
            if loading.is_plan(text):
                return _named_plan(shown, named, estate)
            if loading.is_template(text):
                return "template"
    except UnreadableError as error:
        estate.missed.append(NotAnalysed(shown, str(error)))
    except OSError as error:
        estate.missed.append(NotAnalysed(shown, error.strerror or str(error)))
    else:
        if named and not path.name.endswith(DOCUMENTS):
            estate.missed.append(NotAnalysed(shown, "neither Terraform nor a CloudFormation template"))
    return None


def _named_plan(shown: str, named: bool, estate: LoadedEstate) -> str | None:
    if named:
        return "plan"
    estate.missed.append(NotAnalysed(shown, "a Terraform plan or state; name the file to have it analysed"))
    return None


def _is_suspect(path: Path) -> bool:
    """Whether a word occurs that every template or plan holds, so that most documents are never decoded.

    A template has at most 1 MB (quota "template body size" of the CloudFormation User Guide); far larger files are data.
    """
    if path.stat().st_size > MAX_BYTES:
        return False
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", "ignore")
        return "Resources" in text or '"format_version"' in text
    return b"Resources" in data or b'"format_version"' in data


def _load_stdin(request: Request, scope: Scope, estate: LoadedEstate) -> None:
    """Loads the text given instead of a file, as the dialect that its name or else its content says."""
    name, path = request.stdin_name, request.base / request.stdin_name
    try:
        file = decode(request.stdin or b"", name)
    except UnreadableError as error:
        estate.missed.append(NotAnalysed(name, str(error)))
        return
    estate.sources = estate.sources.over({estate.sources.absolute(file): file})
    if name.endswith((".tfvars", ".tofuvars", ".tfvars.json", ".tofuvars.json")):
        raise UsageError(f"{name} sets variables of a root; name the file instead of piping it")
    if not is_terraform(name) and loading.is_plan(file.text):
        _load_plan(estate.sources.absolute(file), scope, estate)
        return
    if not is_terraform(name) and (name.endswith(DOCUMENTS) or loading.is_template(file.text)):
        if loading.is_template(file.text):
            _load_templates([estate.sources.absolute(file)], estate)
        return
    try:
        unit = loading.terraform_text(file, estate.inputs)
    except Exception as error:  # a defect of ours must not end the run
        _failed(path, error, estate)
        return
    again = estate.sources.absolute(file)
    estate.units.append(LoadedUnit(unit, lambda sources: loading.terraform_text(sources.read(again), estate.inputs)))


def describe(error: BaseException) -> str:
    """An exception in one line: its kind, message, and where it arose."""
    from traceback import extract_tb

    frames = extract_tb(error.__traceback__)
    at = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno} in {frames[-1].name})" if frames else ""
    return f"{type(error).__name__}: {error}{at}"
