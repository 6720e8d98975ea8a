"""What is wrong with the rules of others, said with file and line."""

import os
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from types import FunctionType
from typing import Any

from obslint import aws
from obslint.policy import Options, Rule


def told(error: BaseException, folder: Path | None) -> str:
    """An exception in one line, with the last place in the folder through which it came."""
    at = _raised_at(error, folder)
    message = error.msg if isinstance(error, SyntaxError) else str(error)
    return f"{type(error).__name__}: {message}{f' ({at})' if at else ''}"


def _raised_at(error: BaseException, folder: Path | None) -> str:
    from traceback import extract_tb

    if isinstance(error, SyntaxError) and error.filename:
        return f"{shown(error.filename)}:{error.lineno}"
    if folder is None:
        return ""
    frames = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(folder)]
    return f"{shown(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""


def shown(path: str | Path) -> str:
    """A path as short as it can be said: from the working directory when it lies there."""
    relative = os.path.relpath(path)
    return str(path) if relative.startswith(os.pardir) else relative


def place_of(rule: Rule) -> str:
    """File and line of a rule that is a function; of others, the module."""
    if given := getattr(rule.check, "place", ""):
        path, _, line = given.rpartition(":")
        return f"{shown(path)}:{line}"
    code = getattr(rule.check, "__code__", None)
    return f"{shown(code.co_filename)}:{code.co_firstlineno}" if code is not None else rule.check.__module__


def raised_in(error: BaseException, rule: Rule) -> str:
    """The line of a rule's own file at which an exception passed, as a note behind its description."""
    from traceback import extract_tb

    if not isinstance(rule.check, FunctionType):
        return ""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename == rule.check.__code__.co_filename]
    return f", {shown(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""


def defect(rule: Rule) -> str:
    """What keeps obslint from asking the rule, with its place; nothing when it is sound."""
    try:
        found = next(_defects(rule), "")
    except Exception as error:  # annotations of somebody else's may fail in any way when they are evaluated
        found = f"its signature cannot be read: {type(error).__name__}: {error}"
    return found and f"rule {rule.id} cannot be used: {found} ({place_of(rule)})"


def _defects(rule: Rule) -> Iterator[str]:
    for subject in rule.subjects:
        if not _is(subject, aws.View):
            yield f"its first parameter should be annotated with a view of obslint.aws, not with {_name(subject)}"
        elif not subject.types():
            yield f"the view {subject.__name__} stands for no type of resource"
    for kind in rule.surroundings:
        if kind not in (aws.Unit, aws.Estate) and not (_is(kind, Options) and is_dataclass(kind)):
            yield f"a further parameter should be a Unit, an Estate or a dataclass of Options, not {_name(kind)}"
    if not rule.summary:
        yield "its docstring is missing; the first line says what is wrong"


def _is(kind: Any, parent: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, parent)


def _name(kind: Any) -> str:
    import inspect

    return "nothing" if kind is inspect.Parameter.empty else getattr(kind, "__name__", repr(kind))
