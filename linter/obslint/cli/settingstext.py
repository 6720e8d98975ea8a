"""The text and JSON of `obslint config show`."""

import json
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from obslint.lint.settings.model import kebab
from obslint.lint.settings.read import Origin
from obslint.lint.settings.shown import Shown
from obslint.report.printable import one_line

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDEST = 64


def as_text(path: str, values: Sequence[Shown]) -> str:
    """A line for each value as TOML would have it, and its origin as a comment."""
    lines = [f"{_key(one.key)} = {toml(one.value)}" for one in values]
    width = min(_WIDEST, max(map(len, lines), default=0))
    rows = (f"{one_line(line):<{width}}  # {_origin(value.origin)}\n" for line, value in zip(lines, values, strict=True))
    return f"# settings for {one_line(path)}\n" + "".join(rows)


def as_json(path: str, values: Iterable[Shown]) -> str:
    """The values with their keys as paths."""
    listed = [{"key": list(one.key), "value": _plain(one.value), "origin": _place(one.origin)} for one in values]
    return json.dumps({"path": path, "settings": listed}, indent=2) + "\n"


def _place(origin: Origin | None) -> dict[str, object] | None:
    return {"path": _shown(origin.path), "line": origin.line} if origin else None


def _origin(origin: Origin | None) -> str:
    return one_line(f"{_shown(origin.path)}:{origin.line}") if origin else "default"


def _shown(path: Path) -> str:
    """A path from the working directory, unless it lies above that."""
    relative = os.path.relpath(path)
    return path.as_posix() if relative.startswith(os.pardir) else Path(relative).as_posix()


def _key(path: Iterable[str]) -> str:
    return ".".join(part if _BARE.fullmatch(part) else toml(part) for part in path)


def toml(value: Any) -> str:
    """A value as TOML writes it; JSON's texts, numbers and booleans are TOML's as well."""
    plain = _plain(value)
    if isinstance(plain, list):
        return f"[{', '.join(map(toml, plain))}]"
    if isinstance(plain, Mapping):
        return "{" + ", ".join(f"{_key((key,))} = {toml(item)}" for key, item in plain.items()) + "}"
    return json.dumps(plain, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {kebab(one.name): _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, list | tuple) else value
