"""Functions that read files of the configuration."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from obslint.terraform.functions.data import Data, TfSet, UndecidedError
from obslint.terraform.functions.encoding import to_base64
from obslint.terraform.functions.hashing import digest
from obslint.terraform.functions.scope import FileScope, required
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()

MAX_VISITED = 20_000
"""Files and folders that one `fileset` looks at."""


@FUNCTIONS.define("path: string", scoped=True)
def file(scope: FileScope | None, path: str) -> Data:
    """The text of a file."""
    return required(scope).text(path)


@FUNCTIONS.define("path: string", scoped=True)
def fileexists(scope: FileScope | None, path: str) -> Data:
    """Whether a file exists."""
    return required(scope).is_file(path)


@FUNCTIONS.define("path: string", scoped=True)
def filebase64(scope: FileScope | None, path: str) -> Data:
    """The bytes of a file in base64."""
    return to_base64(required(scope).content(path))


def _hash(name: str) -> Callable[[FileScope | None, str], Data]:
    def run(scope: FileScope | None, path: str) -> Data:
        return digest(name, required(scope).content(path))

    return run


for _name in ("md5", "sha1", "sha256", "sha512", "base64sha256", "base64sha512"):
    FUNCTIONS.define("path: string", f"file{_name}", scoped=True)(_hash(_name))


@FUNCTIONS.define("path: string, pattern: string", scoped=True)
def fileset(scope: FileScope | None, path: str, pattern: str) -> Data:
    """The paths, below a folder, of the files that match a pattern."""
    from obslint.terraform.functions.glob import matcher

    matches = matcher(pattern)
    return TfSet(name for name in _files(required(scope).locate(path), required(scope)) if matches(name))


def _files(folder: Path, scope: FileScope) -> Iterator[str]:
    """The files below a folder, relative to it, with forward slashes."""
    visited = 0
    for current, folders, names in os.walk(folder):
        visited += len(folders) + len(names)
        if visited > MAX_VISITED:
            raise UndecidedError(f"there are more than {MAX_VISITED:,} files below {folder.name}")
        for name in names:
            found = Path(current, name)
            if found.is_file() and scope.holds(found):
                yield found.relative_to(folder).as_posix()
