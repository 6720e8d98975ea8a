"""Variable files that Terraform does not load by itself: what `--var-file` is given for one environment or another.

Nobody says for which environment a run is. A variable with a default then has several possible values.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from obslint.model import Candidate, Reference, Unknown, Value
from obslint.source import UnreadableError
from obslint.terraform.config import VARIABLE_ENDINGS, Config, parse, variable_files
from obslint.terraform.evaluate import evaluate
from obslint.terraform.module import Module
from obslint.terraform.scope import Scope
from obslint.terraform.texts import same_data

if TYPE_CHECKING:
    from obslint.terraform.tree import Tree

_SHELVES = ("config", "env", "environments", "envs", "tfvars", "variables", "vars")
"""Folders in which the variable files of several roots are kept, each called after its root: `variables/production/shop.tfvars`."""
_DEPTH = 2
_CODE = (".tf", ".tofu", ".tf.json", ".tofu.json")


def stray_files(root: Path, base: Path) -> Iterator[Path]:
    """The files, those of the root itself first: beside its code, in its folders without code, and on shelves above it."""
    loaded = set(variable_files(root))
    yield from (path for path in _below(root, 0) if path not in loaded)
    for parent in (above for above in root.parents if above.is_relative_to(base)):
        for shelf in _SHELVES:
            yield from (path for path in _below(parent / shelf, 1) if path.name.partition(".")[0] == root.name)


def _below(folder: Path, depth: int, *, entered: bool = False) -> Iterator[Path]:
    """The variable files of a folder and of those in it; one with code is a root of its own."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    if entered and any(entry.name.endswith(_CODE) for entry in entries):
        return
    for entry in entries:
        if entry.name.endswith(VARIABLE_ENDINGS):
            yield Path(entry.path)
        elif depth < _DEPTH and not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False):
            yield from _below(Path(entry.path), depth + 1, entered=True)


class Strays:
    """What the stray files of a root set, read when a default is asked for."""

    def __init__(self, tree: "Tree", files: tuple[Path, ...]) -> None:
        self._tree, self._files = tree, files
        self._set: dict[str, list[tuple[Value, str]]] | None = None

    def over(self, name: str, default: Value) -> Value:
        """The default of a variable, or all the values it can have where a file sets another."""
        if self._set is None:
            self._set = self._read()
        others = [(value, path) for value, path in self._set.get(name, ()) if same_data(value, default) is not True]
        if not others:
            return default
        why = f'variable "{name}" is set otherwise by {others[0][1]}; pass --var-file or --environments'
        found = (default, *(value for value, _ in others))
        symbol = Reference(f"var.{name}", "", None, why)
        return Unknown(why, symbol, tuple(map(Candidate, found)), place=default.place, trail=default.trail)

    def _read(self) -> dict[str, list[tuple[Value, str]]]:
        found: dict[str, list[tuple[Value, str]]] = {}
        for path in self._files:
            try:
                file = self._tree.sources.read(path)
            except UnreadableError:
                continue
            scope = Scope(Module(self._tree, Config(self._tree.root)), file)
            for name, attribute in parse(self._tree.sources, file)[0].attributes.items():
                found.setdefault(name, []).append((evaluate(attribute.expr, scope), file.path))
        return found
