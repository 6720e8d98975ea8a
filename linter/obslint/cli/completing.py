"""What a shell is told that could come next. Reads the index of the rules only: a key must not wait for the engine."""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

INDEX = "index.json"
ENGINE = ("malformed-ignore", "syntax-error", "unused-ignore")
"""The rules of the engine, which no pack lists; a test holds that these are all."""

Rows = dict[str, dict[str, Any]]


def rules(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids of rules."""
    return list(_items(_ids(_rows()), incomplete))


def names(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids and families of rules, after those that stand before the last comma."""
    before, comma, last = incomplete.rpartition(",")
    taken = before.split(",")
    rows = _rows()
    families = sorted({str(row["family"]) for row in rows.values()})
    known = {**_ids(rows), **dict.fromkeys(families, "all rules of the family")}
    return list(_items({name: known[name] for name in known if name not in taken}, last, before + comma))


def frameworks(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The compliance frameworks that rules serve."""
    return list(_items({name: "" for row in _rows().values() for name in row["controls"]}, incomplete))


def outputs(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The formats of reports, as `--output` takes them, or files once the format stands there."""
    form, equals, file = incomplete.partition("=")
    if equals:
        return [CompletionItem(file, type="file")]
    choices = (one.type.choices for one in context.command.params if one.name == "form" and isinstance(one.type, click.Choice))
    return list(_items({str(name): "" for found in choices for name in found}, form))


def _rows() -> Rows:
    """What the indexes of the installed packs say, as far as they can be read."""
    from obslint.lint.packs import installed_packs

    found: Rows = {}
    for package in installed_packs():
        try:
            spec = find_spec(package)
            for location in (spec.submodule_search_locations or ()) if spec else ():
                found |= json.loads((Path(location) / INDEX).read_bytes())["rules"]
        except (OSError, ValueError, KeyError, TypeError, ImportError):
            continue
    return found


def _ids(rows: Rows) -> dict[str, str]:
    return {**dict.fromkeys(ENGINE, ""), **{name: str(row.get("summary", "")) for name, row in rows.items()}}


def _items(known: dict[str, str], beginning: str, before: str = "") -> Iterator[CompletionItem]:
    for name in sorted(known):
        if name.startswith(beginning):
            yield CompletionItem(before + name, help=known[name] or None)
