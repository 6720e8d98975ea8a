"""Findings that were there before: left out of reports until they are mended, known by what they are about and never by a line."""

import json
import os
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from obslint.lint.examine import Examination
from obslint.lint.known import Baseline, Known
from obslint.lint.request import UsageError

NAME = "obslint-baseline.json"
VERSION = 1
_BEFORE = re.compile(rb"^\|{7}.*?(?=^={7})", re.MULTILINE | re.DOTALL)
_MARK = re.compile(rb"^(?:<{7}|={7}|>{7})(?: .*)?\r?\n", re.MULTILINE)


def read_baseline(path: Path, *, merging: bool = False) -> Baseline:
    """The baseline in a file. Raises `UsageError` for one that cannot be read or is none.

    When `merging`, one in which git has left a conflict holds the entries of both sides.
    """
    try:
        data = path.read_bytes()
        if (both := _MARK.sub(b"", _BEFORE.sub(b"", data))) != data and not merging:
            raise UsageError(f"{path} holds a conflict that git left; obslint baseline prune keeps what both sides know and still occurs")
        found: Any = json.loads(both)
    except FileNotFoundError as error:
        raise UsageError(f"there is no baseline {path}; obslint baseline create writes it") from error
    except (OSError, ValueError, RecursionError) as error:
        raise UsageError(f"the baseline {path} cannot be read: {error}; obslint baseline create --force writes it anew") from error
    if not isinstance(found, dict) or found.get("version") != VERSION or not isinstance(found.get("findings"), list):
        raise UsageError(f"{path} is no baseline of this version of obslint; obslint baseline create --force writes it anew")
    return Baseline(path.parent, frozenset(_entries(found["findings"], path)), path)


def _entries(listed: list[Any], path: Path) -> Iterator[Known]:
    names = Known.__slots__
    for item in listed:
        if item is None:
            continue
        if not isinstance(item, dict) or sorted(item) != sorted(names) or not all(isinstance(text, str) for text in item.values()):
            raise UsageError(f"{path}: {json.dumps(item)} is no entry of a baseline, which has {', '.join(names)}")
        yield Known(**item)


def written(entries: Iterable[Known]) -> str:
    """The text of a baseline: an entry on each line, in order, each with a comma, so that git can merge what two branches changed."""
    rows = [json.dumps({name: getattr(one, name) for name in Known.__slots__}, ensure_ascii=False) for one in sorted(set(entries))]
    return "".join(('{\n "version": 1,\n "findings": [\n', *(f"  {row},\n" for row in rows), "  null\n ]\n}\n"))


def gone(
    baseline: Baseline, read: Iterable[tuple[str, Examination, Collection[str]]], base: Path, within: Iterable[Path]
) -> frozenset[Known]:
    """The entries that no longer occur, among those that the run could have found.

    `read` are the units by path, with what was found in them and the rules that were on. An entry of a unit that is in none of the
    paths `within` is left alone; so is one whose rule failed or could not decide about its resource.
    """
    seen: set[Known] = set()
    units: dict[str, tuple[Examination, Collection[str]]] = {}
    for shown, examination, active in read:
        units[baseline.unit(shown, base)] = examination, active
        seen.update(baseline.of(hit.key, base) for hit in examination.hits)
    reached = [Path(os.path.relpath(path, baseline.directory)) for path in within]
    return frozenset(one for one in baseline.entries - seen if _is_gone(one, units, reached))


def _is_gone(one: Known, units: dict[str, tuple[Examination, Collection[str]]], reached: Iterable[Path]) -> bool:
    if one.unit not in units:
        return any(Path(one.unit).is_relative_to(path) for path in reached)
    examination, active = units[one.unit]
    if one.rule not in active or one.rule in examination.failed or examination.unit.problems:
        return False
    return not any(open_.rule.id == one.rule and open_.resource.address == one.address for open_ in examination.open)
