"""Finding installed rule packs: packages named by entry points of the group `obslint.rules`."""

import os
import sys
from collections.abc import Iterator

GROUP = "obslint.rules"


def installed_packs() -> tuple[str, ...]:
    """The packages of all installed rule packs, sorted.

    Reads the metadata folders on the import path itself, because `importlib.metadata` takes as long to import as a small
    file takes to lint. Import paths that are no directories (zip files) are left to it.
    """
    found: set[str] = set()
    others = False
    for directory in dict.fromkeys(sys.path):
        if os.path.isdir(directory or "."):
            for text in _entry_points(directory or "."):
                found.update(_packages(text))
        else:
            others = others or os.path.exists(directory)
    return tuple(sorted(found | _by_metadata() if others else found))


def _entry_points(directory: str) -> Iterator[str]:
    """The texts of all `entry_points.txt` in a directory of packages."""
    try:
        names = os.listdir(directory)
    except OSError:
        return
    for name in names:
        if name.endswith((".dist-info", ".egg-info")):
            try:
                with open(os.path.join(directory, name, "entry_points.txt"), encoding="utf-8") as file:
                    yield file.read()
            except (OSError, UnicodeDecodeError):
                continue


def _packages(text: str) -> Iterator[str]:
    """The packages that an `entry_points.txt` names for our group."""
    if f"[{GROUP}]" not in text:
        return
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[] ")
        elif section == GROUP and "=" in line and not line.startswith(("#", ";")):
            yield line.partition("=")[2].partition(":")[0].partition("[")[0].strip()


def _by_metadata() -> set[str]:
    from importlib.metadata import entry_points

    return {point.module for point in entry_points(group=GROUP)}
