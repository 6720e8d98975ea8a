"""Rule packs that a run names: folders of Python rules and policies, and files of policies. Nothing here is imported by other runs."""

import os
import sys
from collections.abc import Iterator
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType

from obslint.lint import blame
from obslint.lint.registry import FOLDERS, rule_modules, rules_of_module
from obslint.lint.request import Pack, Request, UsageError
from obslint.policy import Rule
from obslint.source.discovery import repository_of

TESTS, POLICIES = "tests", "policies"
"""The folders of a pack that hold fixtures and policies."""

YAML = (".yaml", ".yml")


def admitted(request: Request) -> tuple[Path, ...]:
    """The absolute paths of the request's packs. Raises `UsageError` for one that is not there, or whose code must not run."""
    return tuple(_admitted(pack, request) for pack in request.packs)


def _admitted(pack: Pack, request: Request) -> Path:
    path = Path(os.path.abspath(request.base / pack.path))
    if not path.is_dir() and not (path.is_file() and path.suffix in YAML):
        raise UsageError(f"{pack.origin}: {pack.path} is neither a folder of rules nor a YAML file of policies")
    if not request.allow_local_code and _has_code(path) and (why := _local(pack, path, request)):
        raise UsageError(
            f"{pack.origin}: {pack.path} holds rules in Python, and {why}; whoever can change that could run code here. "
            "Name a folder from elsewhere, or allow it with --allow-local-code. Policies in YAML are always allowed"
        )
    return path


def _has_code(path: Path) -> bool:
    return path.is_dir() and bool(_modules(path))


def _local(pack: Pack, path: Path, request: Request) -> str:
    """Why the pack is in the hands of those who write what is scanned; nothing when it is not."""
    if any(_lies_in(path, tree) for tree in _scanned(request)):
        return "lies in what is scanned"
    if pack.settings and any(_lies_in(pack.settings, tree) for tree in _scanned(request)):
        return "is named by settings in what is scanned"
    return ""


def _scanned(request: Request) -> Iterator[Path]:
    """What is scanned, as whole repositories where it lies in some."""
    for path in request.paths or (Path(),):
        whole = Path(os.path.abspath(request.base / path))
        yield repository_of(whole) or (whole if whole.is_dir() else whole.parent)


def _lies_in(path: Path, tree: Path) -> bool:
    """Whether a path lies in a tree as it is written, or with its links resolved."""
    return path.is_relative_to(tree) or path.resolve().is_relative_to(tree.resolve())


def rules_in(pack: Path, errors: list[str]) -> Iterator[Rule]:
    """The rules of a folder or of a file of policies; what is broken is left out, with file and line among the errors."""
    if pack.is_dir():
        yield from _python_rules(pack, errors)
    yield from policies_of(pack, errors)


def _python_rules(folder: Path, errors: list[str]) -> Iterator[Rule]:
    modules = _modules(folder)
    package = package_of(folder) if modules else ""
    for relative in modules:
        name = f"{package}.{relative.removesuffix('.py').replace('/', '.')}"
        try:
            import_module(name)
            yield from rules_of_module(name)
        except Exception as error:  # the code of others may fail in any way
            shown = blame.shown(folder / relative)
            errors.append(f"rules of {shown} are left out, it cannot be imported: {blame.told(error, folder)}")


def policies_of(pack: Path, errors: list[str]) -> Iterator[Rule]:
    """The rules of the policies of a folder, or of a file of policies."""
    files = policy_files(pack)
    if files:
        from obslint.lint.policies import policies_in

        for file in files:
            yield from policies_in(file, family_of(pack), errors)


def policy_files(pack: Path) -> list[Path]:
    """The files of policies of a pack, sorted."""
    if not pack.is_dir():
        return [pack]
    return sorted(file for file in (pack / POLICIES).glob("*") if file.suffix in YAML and not file.name.startswith((".", "_")))


def _modules(folder: Path) -> list[str]:
    """The files of rules in a folder: all Python whose name is not private, but for the tests."""
    return [name for name in rule_modules(folder) if not name.startswith((f"{TESTS}/", f"{POLICIES}/"))]


def package_of(folder: Path) -> str:
    """A package that stands for the folder, so that its files can be imported, also from each other with `from . import`.

    Two folders of one name are told apart. The last part of its name becomes the family of rules that lie in no folder inside. A file of
    policies stands for the folder it lies in.
    """
    outer = f"{FOLDERS}{sha256(os.fsencode(folder)).hexdigest()[:12]}"
    inner = f"{outer}.{family_of(folder)}"
    for name, path in ((outer, []), (inner, [str(folder if folder.is_dir() else folder.parent)])):
        if name not in sys.modules:
            module = ModuleType(name)
            module.__path__ = path
            sys.modules[name] = module
    return inner


def family_of(pack: Path) -> str:
    """The family of rules that lie in no folder of their own."""
    return pack.stem.replace(".", "_") or "local"


def folder_of(rule: Rule) -> Path | None:
    """The folder that a rule comes from; None for one of an installed pack."""
    first, _, rest = rule.check.__module__.partition(".")
    if not first.startswith(FOLDERS):
        return None
    package = sys.modules.get(f"{first}.{rest.partition('.')[0]}")
    return Path(package.__path__[0]) if package is not None else None
