"""Fixed files: onto the disk, or into a diff."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from obslint.source import SourceFile, Sources, UnreadableError

_BOM = b"\xef\xbb\xbf"


def write_files(original: Sources, files: Mapping[Path, SourceFile]) -> dict[Path, str]:
    """Writes changed files, each as a whole or not at all, and gives those that could not be written with the reason.

    The mode, byte order mark and line ends stay; of a link, the file behind it is written. A file that is no longer what
    was read is left alone.
    """
    failed: dict[Path, str] = {}
    for path, file in files.items():
        try:
            if path.read_bytes() != encoded(original.read(path)):
                failed[path] = "it was changed by somebody else in the meantime; run obslint again"
            else:
                write_atomically(path, encoded(file))
        except UnreadableError as error:
            failed[path] = str(error)
        except OSError as error:
            failed[path] = error.strerror or str(error)
    return failed


def encoded(file: SourceFile) -> bytes:
    """The bytes of a file."""
    return (_BOM if file.bom else b"") + file.text.encode()


def write_atomically(path: Path, data: bytes) -> None:
    """Replaces a file through a temporary one beside it. Raises `OSError`; the file is then as it was."""
    from tempfile import mkstemp

    target = os.path.realpath(path)
    mode = os.stat(target).st_mode
    if not os.access(target, os.W_OK):
        raise PermissionError(0, "it may not be written")
    handle, temporary = mkstemp(dir=os.path.dirname(target), prefix=".obslint-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, mode & 0o7777)
        os.replace(temporary, target)
    except BaseException:
        os.unlink(temporary)
        raise


def unified_diff(original: Sources, files: Mapping[Path, SourceFile]) -> str:
    """What changes, in the form that `git apply` and `patch -p1` read."""
    return "".join(line for path in sorted(files) for line in _diff(original.read(path), files[path]))


def _diff(old: SourceFile, new: SourceFile) -> Iterator[str]:
    from difflib import unified_diff as compare

    lines = compare(_lines(old.text), _lines(new.text), f"a/{old.path}", f"b/{new.path}")
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines with their ends, split at line feeds only, as git does."""
    parts = text.split("\n")
    return [*(f"{part}\n" for part in parts[:-1]), *([parts[-1]] if parts[-1] else [])]


def changed(original: Sources, files: Iterable[tuple[Path, SourceFile]]) -> dict[Path, SourceFile]:
    """The files whose text is not what it was."""
    return {path: file for path, file in files if original.read(path).text != file.text}
