"""Templates that others deploy as nested stacks: whose part they are."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from obslint.lint import loading
from obslint.lint.scope import Scope
from obslint.model import Unit
from obslint.source import Sources, UnreadableError
from obslint.source.discovery import discover, is_terraform
from obslint.source.text import MAX_BYTES

_NESTING = (b"TemplateURL", b"AWS::Serverless::Application")
"""One of these words stands in every template that nests another."""


def outermost(units: Sequence[Unit]) -> frozenset[int]:
    """The ids of the units that are no part of another. Of templates that nest each other in a circle, the first by path stays."""
    inner = {id(unit): {file.path for file in unit.files[1:]} for unit in units if unit.dialect == "cloudformation"}
    owners: dict[str, list[Unit]] = {}
    for unit in units:
        for path in inner.get(id(unit), ()):
            owners.setdefault(path, []).append(unit)

    def owned(unit: Unit) -> bool:
        own = inner.get(id(unit))
        return own is not None and any(not (owner.path in own and unit.path < owner.path) for owner in owners.get(unit.path, ()))

    return frozenset(id(unit) for unit in units if not owned(unit))


def owning_templates(scope: Scope, sources: Sources) -> frozenset[Path]:
    """The templates that may nest those that were named, or nest one that does. Whether they do shows when they are loaded."""
    named = {file for file in scope.files if not is_terraform(file.name) and _template(sources, file)}
    if not named or scope.home is None:
        return frozenset()
    candidates = {path: data for path in discover([scope.home]).documents if path not in named and (data := _nesting(path))}
    found: set[Path] = set()
    wanted = {path.name.encode() for path in named}
    while wanted:
        more = {path for path, data in candidates.items() if path not in found and any(name in data for name in wanted)}
        found |= more
        wanted = {path.name.encode() for path in more}
    return frozenset(path for path in found if _template(sources, path))


def concerned(units: Iterable[Unit], named: Iterable[Path], owners: Iterable[Path], sources: Sources) -> frozenset[int]:
    """The ids of the units to keep: all but those that were loaded as owners and have no part that was named."""
    shown, loaded = {sources.shown(path) for path in named}, {sources.shown(path) for path in owners}
    return frozenset(id(unit) for unit in units if unit.path not in loaded or any(file.path in shown for file in unit.files))


def _nesting(path: Path) -> bytes:
    """The text of a document that may nest templates; empty for others and what cannot be read."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MAX_BYTES else b""
    except OSError:
        return b""
    return data if any(word in data for word in _NESTING) else b""


def _template(sources: Sources, path: Path) -> bool:
    try:
        return loading.is_template(sources.read(path).text)
    except (UnreadableError, OSError):
        return False
