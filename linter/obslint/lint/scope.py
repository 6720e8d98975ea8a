"""What a request is about: directories to search, files to report on, and where fixes may write."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from obslint.lint.request import Request, UsageError
from obslint.source.discovery import repository_of


@dataclass(frozen=True, slots=True)
class Scope:
    """The absolute paths of a request. `home` is the directory whose Terraform roots may own the files, if any is searched.

    With `source`, what is found in a plan stands in the configuration of that directory, or in modules it calls.
    """

    directories: tuple[Path, ...]
    files: tuple[Path, ...]
    home: Path | None
    writable: tuple[str, ...]
    source: Path | None = None
    exclude: tuple[tuple[Path, str], ...] = ()

    def reports_on(self, path: Path, unit: Path | None) -> bool:
        """Whether a result in a file is wanted: all of them, unless only files were named."""
        if path in self.files or not self.files or (self.source is not None and unit in self.files):
            return True
        return unit is not None and any(unit.is_relative_to(directory) for directory in self.directories)

    def named(self, path: Path) -> bool:
        """Whether a file was named or lies in a directory that was; all do on standard input."""
        paths = (*self.directories, *self.files)
        return not paths or any(path.is_relative_to(one) for one in paths)

    def may_write(self, path: Path) -> bool:
        """Whether a fix may touch a file: it lies, links resolved, in what was named or in its repository."""
        real = os.path.realpath(path)
        return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in self.writable)


def scope_of(request: Request) -> Scope:
    """The scope of a request. Raises `UsageError` for a path that does not exist."""
    paths = list(dict.fromkeys(Path(os.path.abspath(request.base / path)) for path in request.paths))
    if missing := [path for path in paths if path not in request.overlay and not os.path.lexists(path)]:
        raise UsageError(f"no such file or directory: {', '.join(map(str, missing))}")
    if not paths and request.stdin is None:
        raise UsageError("no path was given; name a file or directory")
    directories = tuple(path for path in paths if path.is_dir())
    files = tuple(path for path in paths if not path.is_dir())
    source = _source(request)
    home = _home(files, request.base) if files else request.base
    roots = {*paths, *(root for path in paths if (root := repository_of(path))), *([home] if files and home else [])}
    if source is not None:
        roots |= {source, repository_of(source) or source}
    return Scope(directories, files, home, tuple(sorted({os.path.realpath(root) for root in roots})), source, request.exclude)


def _source(request: Request) -> Path | None:
    """The absolute directory of the configuration of the plans. Raises `UsageError` when it is none."""
    if request.source is None:
        return None
    source = Path(os.path.abspath(request.base / request.source))
    if not source.is_dir():
        raise UsageError(f"{request.source} is not a directory; name the root directory that the plan was made from")
    return source


def _home(files: Iterable[Path], base: Path) -> Path | None:
    """The repository of the files. Without one, the working directory above them, or else the directory common to them.

    None for a user's home and for the root of a disk: they are no project, and are not searched because a file was named.
    """
    parents = [file.parent for file in files]
    roots = {repository_of(parent) for parent in parents}
    if len(roots) == 1 and (root := roots.pop()):
        return root
    common = Path(os.path.commonpath(parents))
    never = {Path.home(), Path(common.anchor)}
    found = base if common.is_relative_to(base) and base not in never else common
    return None if found in never else found
