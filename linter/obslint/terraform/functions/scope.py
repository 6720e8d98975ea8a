"""What file functions may read."""

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from obslint.terraform.functions.data import FunctionError, UndecidedError

MAX_BYTES = 1024 * 1024
"""Files above this size are not read by functions."""


@dataclass(frozen=True, slots=True)
class FileScope:
    """The files that functions may read: those inside `root` and inside `module`, both absolute folders, and those of `shared`
    that are not hidden: the folder that holds both, where that is part of what is scanned.

    `root` is the folder of the root module. Relative paths start there, since Terraform starts them at its working folder.
    `module` is the folder of the module that the expression stands in. `read` gives the text of a file by its absolute path.
    """

    root: Path
    module: Path
    read: Callable[[Path], str]
    shared: Path | None = None

    def locate(self, name: str) -> Path:
        """The absolute path of a file or folder, links followed. Raises `UndecidedError` for one that may not be read."""
        if name.startswith("~"):
            raise UndecidedError(f"{name} depends on the home folder of whoever runs Terraform")
        if "\0" in name:
            raise FunctionError("invalid path")
        found = Path(os.path.realpath(self.root / name))
        if not self.holds(found):
            raise UndecidedError(f"{name} is outside the module and was not read")
        return found

    def holds(self, path: Path) -> bool:
        """Whether a file may be read; links to elsewhere may not."""
        found = Path(os.path.realpath(path))
        if any(found.is_relative_to(os.path.realpath(folder)) for folder in (self.root, self.module)):
            return True
        shared = self.shared and Path(os.path.realpath(self.shared))
        if shared is None or not found.is_relative_to(shared):
            return False
        return not any(part.startswith(".") for part in found.relative_to(shared).parts)

    def is_file(self, name: str) -> bool:
        """Whether a regular file stands there. Raises `FunctionError` when something else does."""
        try:
            mode = self.locate(name).stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            raise UndecidedError(f"{name} cannot be read: {error.strerror}") from error
        if not stat.S_ISREG(mode):
            raise FunctionError(f"{name} is {'a directory' if stat.S_ISDIR(mode) else 'not a regular file'}, not a file")
        return True

    def content(self, name: str) -> bytes:
        """The bytes of a file. Raises `UndecidedError` when it is missing or too large: it may exist where Terraform runs."""
        path = self._readable(name)
        try:
            return path.read_bytes()
        except OSError as error:
            raise UndecidedError(f"{name} cannot be read: {error.strerror}") from error

    def text(self, name: str) -> str:
        """The text of a file, as `file` and `templatefile` read it. Raises like `content`, and `FunctionError` when it is not UTF-8."""
        from obslint.source import UnreadableError

        path = self._readable(name)
        try:
            return self.read(path)
        except (UnreadableError, UnicodeError) as error:
            raise FunctionError(f"the contents of {name} are not valid UTF-8; use filebase64 for files that are not text") from error
        except OSError as error:
            raise UndecidedError(f"{name} cannot be read: {error.strerror}") from error

    def _readable(self, name: str) -> Path:
        if not self.is_file(name):
            raise UndecidedError(f"no file exists at {name}")
        path = self.locate(name)
        if (size := path.stat().st_size) > MAX_BYTES:
            raise UndecidedError(f"{name} has {size:,} bytes, more than the limit of {MAX_BYTES:,}")
        return path


def required(scope: FileScope | None) -> FileScope:
    """The scope, for a function that needs one."""
    if scope is None:
        raise UndecidedError("no files can be read here")
    return scope
