"""Linting again and again while files change: on the disk, or in the buffers of an editor.

As little as possible is done again. When only the text of files changed that units are made of, those units are loaded and
examined again; when anything else changed (a file came or went, settings, a file that is read by `file()`), everything is.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from obslint.lint import loading
from obslint.lint.compose import Composer, files_of
from obslint.lint.fixing import Fixer
from obslint.lint.profile import home
from obslint.lint.request import Request, UsageError
from obslint.lint.result import Report
from obslint.lint.runner import Examined, examined
from obslint.lint.session import ReloadError, Snapshot
from obslint.lint.settings.read import NAMES
from obslint.model import Edit
from obslint.source import Place, SourceFile, Sources, UnreadableError, read_source
from obslint.source.discovery import DOCUMENTS, TERRAFORM, discover, is_terraform, repository_of

MOST_CHANGES = 200
"""Changes after which all is read anew, since the syntax trees of every text are kept that long."""

_CLOCK = 20_000_000
"""Nanoseconds by which the times of files may lag behind the clock."""

Stamp = tuple[int, int]
_OPEN: Stamp = (-1, -1)
Only = Callable[[Place], bool]


class Live:
    """What the rules say about files as they are now: with `whole`, about all of the units that named files belong to.

    Works on one thread.
    """

    def __init__(self, request: Request, *, whole: bool = False) -> None:
        self._request, self._whole = request, whole
        self._stamps: dict[Path, Stamp | None] = {}
        self._examined: Examined | None = None
        self._changes = 0

    @property
    def now(self) -> Examined:
        """The last look, with the snapshot as it is now. Raises `UsageError` when there was none, or it failed."""
        if self._examined is None:
            raise UsageError("nothing was looked at yet")
        return self._examined

    @property
    def request(self) -> Request:
        """What is asked."""
        return self._request

    @property
    def looked(self) -> bool:
        """Whether there was a look that did not fail."""
        return self._examined is not None

    def ask(self, request: Request) -> None:
        """Asks for something else from the next look on, where the request is not the same."""
        if request != self._request:
            self._request, self._stamps = request, {}

    @property
    def files(self) -> Mapping[str, SourceFile]:
        """Every file that a report may speak about, by its shown path."""
        return files_of(self.snapshot)

    @property
    def snapshot(self) -> Snapshot:
        """What is known now."""
        return self.now.snapshot

    @property
    def own(self) -> frozenset[Path]:
        """The files that the units are made of."""
        return frozenset(self.snapshot.sources.absolute(file) for entry in self.snapshot.entries for file in entry.unit.files)

    def look(self, buffers: Mapping[Path, str] | None = None) -> bool:
        """Looks at what changed, texts of buffers laid over the files, and tells whether anything was linted again.

        Raises `UsageError` when settings are wrong or a path is gone; the next look tries again when something has changed.
        """
        buffers = buffers or {}
        if not self._stamps:
            return self._all(buffers)
        stamps = self._on_disk()
        touched = {path for path in stamps.keys() | self._stamps.keys() if stamps.get(path) != self._stamps.get(path)}
        if self._examined is None:
            return bool(touched) and self._all(buffers)
        self._stamps = stamps
        changed = self._texts(touched, buffers)
        if changed is None or (changed and not changed.keys() <= self.own) or self._changes > MOST_CHANGES:
            return self._all(buffers)
        return bool(changed) and (self._some(changed) or self._all(buffers))

    def _texts(self, touched: set[Path], buffers: Mapping[Path, str]) -> dict[Path, str] | None:
        """The texts that are not what was looked at; None when a file came, went, or cannot be read."""
        sources = self.snapshot.sources
        found: dict[Path, str] = dict(buffers)
        for path in (touched | sources.overlay.keys()) - buffers.keys():
            try:
                found[path] = read_source(path).text
            except UnreadableError:
                return None
        try:
            return {path: text for path, text in found.items() if _matters(path, text, sources)}
        except UnreadableError:
            return None

    def _some(self, texts: Mapping[Path, str]) -> bool:
        snapshot = self.snapshot
        overlay = {path: SourceFile(snapshot.sources.shown(path), text) for path, text in texts.items()}
        try:
            changed = self.now.session.changed(snapshot, overlay)
        except ReloadError:
            return False
        self._examined = replace(self.now, snapshot=changed)
        self._changes += 1
        return True

    def _all(self, buffers: Mapping[Path, str]) -> bool:
        started = time.time_ns()
        self._changes, self._examined = 0, None
        try:
            self._examined = examined(replace(self._request, overlay=dict(buffers)))
        finally:
            # a file that was written meanwhile is looked at again: nobody knows which of its texts was read
            self._stamps = {path: _OPEN if stamp and stamp[0] >= started - _CLOCK else stamp for path, stamp in self._on_disk().items()}
        return True

    def _on_disk(self) -> dict[Path, Stamp | None]:
        """Everything that can change the result, by when it was written."""
        return {path: _stamp(path) for path in {*self._listed(), *self._read(), *self._stamps}}

    def _listed(self) -> Iterator[Path]:
        """The files that lie where new ones would count."""
        base = Path(os.path.abspath(self._request.base))
        paths = [Path(os.path.abspath(base / path)) for path in self._request.paths]
        found = discover([path for path in paths if path.is_dir()], self._request.exclude)
        yield from found.documents
        yield from (path for path in paths if not path.is_dir())
        for directory in {*found.directories, *(path.parent for path in paths), *(path.parent for path in self._own())}:
            yield from _terraform(directory)

    def _own(self) -> frozenset[Path]:
        return self.own if self._examined else frozenset()

    def _read(self) -> Iterator[Path]:
        """What was read besides, and where settings stand or could."""
        yield from (*self._request.inputs.var_files, *self._request.inputs.parameters)
        directories = {home(self._request.base, self._request.paths), *(path.parent for path in self._own())}
        if self._examined:
            yield from self._examined.snapshot.sources.seen
            yield from self._examined.session.profiles.files
        if self._request.settings:
            yield from (above / name for directory in directories for above in _upward(directory) for name in NAMES)

    def composer(self, only: Only | None = None) -> Composer:
        """What makes reports of the snapshot, all of it or only what stands at some places."""
        now = self.now
        return Composer(now.session, now.scope, not self._request.select, whole=self._whole, only=only)

    def fixer(self, only: Only | None = None, allowed: Callable[[Path], bool] = lambda _: True) -> Fixer:
        """What tries fixes: of the findings at some places, in the files that are allowed."""
        now = self.now

        def may_write(edit: Edit) -> bool:
            path = now.snapshot.sources.absolute(edit.file)
            return now.scope.may_write(path) and allowed(path)

        return Fixer(now.session, self.composer(only).wanted, may_write)

    def report(self, only: Only | None = None, *, fixes: bool = False, of: Snapshot | None = None) -> Report:
        """What is found, at some places only if those are given; with `fixes`, these are tried, which takes a while."""
        snapshot = of or self.snapshot
        offers = self.fixer(only).offers(snapshot) if fixes else ()
        return self.composer(only).report(snapshot, offers, self.now.estate.missed, 0)

    @property
    def errors(self) -> tuple[str, ...]:
        """What broke inside obslint."""
        now = self.now
        raised = (error for entry in now.snapshot.entries for error in entry.judged.examination.errors)
        return tuple(dict.fromkeys((*now.session.registry.errors, *now.session.broken.values(), *now.estate.errors, *raised)))


def _matters(path: Path, text: str, sources: Sources) -> bool:
    """Whether a text is another than the one that was read, or one that was never looked into should be."""
    if path in sources.seen:
        return sources.read(path).text != text
    return not path.name.endswith(DOCUMENTS) or is_terraform(path.name) or loading.is_template(text)


def _stamp(path: Path) -> Stamp | None:
    """When a file was written, and its size; None when there is none."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_mtime_ns, state.st_size


def _terraform(directory: Path) -> Iterator[Path]:
    try:
        yield from (directory / name for name in os.listdir(directory) if name.endswith(TERRAFORM))
    except OSError:
        return


def _upward(directory: Path) -> Iterator[Path]:
    """A directory and those above it, up to the root of its repository."""
    root = repository_of(directory)
    for parent in (directory, *directory.parents):
        yield parent
        if root is None or parent == root:
            return
