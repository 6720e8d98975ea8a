"""Where the text of a SAM resource decides an attribute of what SAM makes of it."""

from dataclasses import replace

from obslint.cloudformation.locate import CannotEditError, Spot, locate
from obslint.cloudformation.sam_globals import sets
from obslint.cloudformation.sam_nodes import CLOSED
from obslint.cloudformation.scope import Scope
from obslint.cloudformation.template import Entry
from obslint.model import Path


def locate_written(scope: Scope, entry: Entry, path: Path) -> Spot:
    """As `locate`, on the resource as it is written. Raises `CannotEditError` where that does not decide the attribute alone."""
    origin = entry.origin
    if origin is None:
        return locate(scope, entry, path)
    written = _in_sam(origin.paths, path)
    if written is None:
        raise CannotEditError(f"SAM makes the attribute from {origin.name}")
    if sets(origin.shared, written):
        raise CannotEditError("the Globals section has a part in the value, and other resources take it too")
    return locate(scope, replace(entry, pair=origin.pair, origin=None), written)


def _in_sam(paths: dict[str, tuple[str, ...]], path: Path) -> Path | None:
    """The path in the SAM resource, or None when it is not written there under one name. The path of "" stands for all others."""
    for length in range(1, len(path) + 1):
        head = path[:length]
        if all(isinstance(part, str) for part in head):
            found = paths.get(".".join(map(str, head)))
            if found is not None:
                return None if found == CLOSED else (*found, *path[length:])
    return path if "" in paths else None
