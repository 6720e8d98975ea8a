"""What git has stored: commits and their files, read from its objects alone.

Nothing in the work tree or the index changes, no hook, filter or diff driver of the repository runs, and nothing is fetched.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import IO

from obslint.lint.request import UsageError
from obslint.source.discovery import CONFIGURATION, DOCUMENTS, TERRAFORM

LARGE = 4 * 1024 * 1024
"""Files above this size that are neither configuration nor templates are data, which is not copied."""

_BOUND = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR")
"""What git tells its hooks, which would bind our calls to another place than the one they name."""
_OFFLINE = ("-c", "protocol.allow=never", "-c", "core.fsmonitor=false")
_LINK, _SUBMODULE = "120000", "160000"
_VALUES = tuple(f"*{ending}" for ending in TERRAFORM if "vars" in ending)


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, by the top of its work tree."""

    root: Path

    def commit(self, ref: str) -> str:
        """The commit that a name stands for. Raises `UsageError` for none that is here."""
        try:
            return self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        except UsageError as error:
            said = f": {error}" if str(error) else ""
            raise UsageError(
                f"{ref} is no commit of {self.root}{said}; a shallow clone lacks it: git fetch origin, or fetch-depth: 0"
            ) from error

    def fork(self, commit: str) -> str | None:
        """The commit from which the work tree's branch went its own way; None when that is not known, as in a shallow clone."""
        try:
            return self._ask("merge-base", commit, "HEAD")
        except UsageError:
            return None

    def copy(self, commit: str, target: Path) -> list[tuple[str, str]]:
        """Writes the files of a commit, links last so that nothing is written through one. What is not at hand, and what it is."""
        entries = list(self._entries(commit))
        links = [entry for entry in entries if entry.mode == _LINK]
        files = [entry for entry in entries if entry.mode not in (_LINK, _SUBMODULE) and entry.wanted]
        if absent := [one.path for one in (*links, *files) if one.absent]:
            raise UsageError(_lacking(absent))
        for entry, data in zip(files, self._blobs([one.name for one in files]), strict=True):
            _write(target / entry.path, _had(data, entry))
        for entry, data in zip(links, self._blobs([one.name for one in links]), strict=True):
            _link(target / entry.path, os.fsdecode(_had(data, entry)))
        submodules = [missing for one in entries if one.mode == _SUBMODULE for missing in self._submodule(one, target)]
        lost = [one.path for one in entries if one.absent and not one.wanted]
        more = f" ({len(lost) - 1} more like it)" if lost[1:] else ""
        return [*submodules, *((path, f"data that this clone does not have{more}") for path in lost[:1])]

    def texts(self, commit: str, paths: Sequence[str]) -> list[bytes | None]:
        """Files of a commit, by their paths in the repository; None for one that is not there."""
        return list(self._blobs([f"{commit}:{path}" if "\n" not in path else "" for path in paths]))

    def local_values(self) -> list[str]:
        """Files of variables that git ignores, so that no commit has them: they count for every commit."""
        found = self._run("ls-files", "--others", "--ignored", "--exclude-standard", "-z", "--", *_VALUES)
        return [os.fsdecode(name) for name in found.split(b"\0") if name]

    def _submodule(self, entry: "_Entry", target: Path) -> Iterator[tuple[str, str]]:
        inner = Repository(self.root / entry.path)
        try:
            if not (inner.root / ".git").exists():
                raise UsageError("not checked out")
            (target / entry.path).mkdir(parents=True, exist_ok=True)
            yield from ((f"{entry.path}/{path}", what) for path, what in inner.copy(entry.name, target / entry.path))
        except UsageError:
            yield entry.path, "a submodule whose commit is not at hand"

    def _entries(self, commit: str) -> "Iterator[_Entry]":
        """The files; nothing that would lie inside a file or link, which no sound commit has."""
        inside: set[str] = set()
        for mode, name, size, path in self._listed(commit):
            entry = _Entry(mode, name, size, path)
            if entry.safe and not inside.intersection(_parents(entry.path)):
                inside.add(entry.path)
                yield entry

    def _listed(self, commit: str) -> Iterator[tuple[str, str, int | None, str]]:
        """Mode, object, size and path of each file. In a partial clone git names no sizes, as it may not fetch what is not here."""
        try:
            rows, absent = self._run("ls-tree", "-r", "-l", "-z", commit), frozenset[str]()
        except UsageError:
            rows, absent = self._run("ls-tree", "-r", "-z", commit), self._absent(commit)
            if not absent:
                raise
        for row in rows.split(b"\0"):
            told, _, path = row.partition(b"\t")
            if path:
                mode, _, name, size = (*told.decode().split(), "-")[:4]
                here = size != "BAD" and name not in absent
                yield mode, name, int(size if size.isdigit() else 0) if here else None, os.fsdecode(path)

    def _absent(self, commit: str) -> frozenset[str]:
        """The objects of a commit that this clone does not have."""
        rows = self._ask("rev-list", "--objects", "--no-walk", "--missing=print", commit).splitlines()
        return frozenset(row[1:] for row in rows if row.startswith("?"))

    def _blobs(self, names: Sequence[str]) -> Iterator[bytes | None]:
        """The contents of objects, in order; None for one that is not here."""
        if not names:
            return
        with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as told:
            asked.write("".join(f"{name}\n" for name in names).encode("utf-8", "surrogateescape"))
            asked.seek(0)
            self._run("cat-file", "--batch", stdin=asked, stdout=told)
            told.seek(0)
            for _ in names:
                header = told.readline().split()
                if len(header) == 3 and header[-1].isdigit():
                    data = told.read(int(header[-1]) + 1)[:-1]
                    yield data if header[1] == b"blob" else None
                else:
                    yield None

    def _ask(self, *arguments: str) -> str:
        return self._run(*arguments).decode().strip()

    def _run(self, *arguments: str, stdin: IO[bytes] | None = None, stdout: IO[bytes] | None = None) -> bytes:
        """What git answers. Raises `UsageError` when it refuses or is not there."""
        environment = {name: value for name, value in os.environ.items() if name not in _BOUND}
        environment |= {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
        try:
            done = subprocess.run(  # noqa: S603  # fixed commands that read; the name of a commit comes after --end-of-options
                ["git", "-C", str(self.root), *_OFFLINE, *arguments],  # noqa: S607  # the user's git, as in a shell
                stdin=stdin or subprocess.DEVNULL, stdout=stdout or subprocess.PIPE, stderr=subprocess.PIPE, env=environment, check=False,
            )  # fmt: skip
        except OSError as error:
            raise UsageError(f"git cannot be run: {error.strerror or error}") from error
        if done.returncode:
            raise UsageError(done.stderr.decode(errors="replace").strip().partition("\n")[0])
        return done.stdout or b""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a commit."""

    mode: str
    name: str
    size: int | None
    """None for one that is not here."""
    path: str

    @property
    def absent(self) -> bool:
        """Whether this clone does not have it; it holds no file of a submodule."""
        return self.size is None and self.mode != _SUBMODULE

    @property
    def safe(self) -> bool:
        """Whether the path stays below where it is written; git refuses others, but an object may hold anything."""
        return not any(part.lower() in ("", ".", "..", ".git") for part in self.path.split("/"))

    @property
    def wanted(self) -> bool:
        return self.path.endswith((*TERRAFORM, *DOCUMENTS)) or (self.size is not None and self.size <= LARGE)


def _parents(path: str) -> Iterator[str]:
    while path := path.rpartition("/")[0]:
        yield path


def _had(data: bytes | None, entry: _Entry) -> bytes:
    if data is None:
        raise UsageError(_lacking([entry.path]))
    return data


def _lacking(paths: Sequence[str]) -> str:
    others = f" and {len(paths) - 1} other files" if paths[1:] else ""
    told = f"{paths[0]}{others} of the earlier commit cannot be read: this clone does not have all objects"
    return f"{told}; after a partial clone (--filter), git fetch --refetch --no-filter brings them"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _link(path: Path, to: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.symlink_to(to)
    except OSError:  # a system without links
        path.write_text(to, encoding="utf-8")


def furnish(repository: Repository, target: Path) -> None:
    """Puts beside the files of a commit what no commit holds, as it is now.

    That is the modules that were installed, variables that git ignores, and what else git is told to ignore.
    """
    (target / ".git" / "info").mkdir(parents=True, exist_ok=True)  # a repository for those who look for its root
    if (excluded := repository.root / ".git" / "info" / "exclude").is_file():
        copyfile(excluded, target / ".git" / "info" / "exclude")
    for name in repository.local_values():
        if not os.path.lexists(target / name) and (target / name).parent.is_dir():
            _link(target / name, str(repository.root / name))
    for directory in _configured(target):
        installed = repository.root / directory.relative_to(target) / ".terraform"
        if installed.is_dir() and not os.path.lexists(directory / ".terraform"):
            _link(directory / ".terraform", str(installed))


def _configured(target: Path) -> Iterable[Path]:
    """The directories that hold configuration."""
    return [Path(parent) for parent, _, files in os.walk(target) if any(name.endswith(CONFIGURATION) for name in files)]
