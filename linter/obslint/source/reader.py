"""Reading files once, with changes laid over them that are not on disk yet."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from obslint.source.text import SourceFile, UnreadableError, read_source

T = TypeVar("T")


class Sources:
    """The files of a run: each is read once and shown by its path relative to `base`.

    `overlay` holds changed files by absolute path, so that a fix can be tried before it is written. What front-ends
    derive from a file (a syntax tree) is kept with `derived`, and kept across overlays for the files that did not change.
    """

    def __init__(self, base: Path, overlay: Mapping[Path, SourceFile] | None = None, parent: "Sources | None" = None) -> None:
        self.base = base
        self.overlay = dict(overlay or {})
        self._files: dict[Path, SourceFile | UnreadableError] = parent._files if parent else {}
        self._derived: dict[tuple[int, str], tuple[SourceFile, object]] = parent._derived if parent else {}

    def over(self, overlay: Mapping[Path, SourceFile]) -> "Sources":
        """The same files with others laid over them."""
        return Sources(self.base, {**self.overlay, **overlay}, self)

    def read(self, path: Path) -> SourceFile:
        """The file at an absolute path. Raises `UnreadableError`, the same one each time."""
        if path in self.overlay:
            return self.overlay[path]
        if path not in self._files:
            try:
                self._files[path] = read_source(path, self.shown(path))
            except UnreadableError as error:
                self._files[path] = error
        found = self._files[path]
        if isinstance(found, UnreadableError):
            raise found
        return found

    @property
    def seen(self) -> frozenset[Path]:
        """The absolute paths of everything that was read or looked for, and of what is laid over."""
        return frozenset((*self._files, *self.overlay))

    def shown(self, path: Path) -> str:
        """How a path is written in reports: relative to the base where it lies below it, with forward slashes."""
        try:
            return path.relative_to(self.base).as_posix()
        except ValueError:
            return Path(os.path.relpath(path, self.base)).as_posix() if path.anchor == self.base.anchor else path.as_posix()

    def absolute(self, file: SourceFile) -> Path:
        """The absolute path of a file that was read here."""
        return Path(os.path.normpath(self.base / file.path))

    def derived(self, file: SourceFile, kind: str, derive: Callable[[SourceFile], T]) -> T:
        """What `derive` makes of the file, made once."""
        key = (id(file), kind)
        if key not in self._derived:
            self._derived[key] = (file, derive(file))
        return self._derived[key][1]  # type: ignore[return-value]  # one kind, one type
