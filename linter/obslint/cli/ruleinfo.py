"""What `rules` and `explain` say about a rule: all of it derived from the rule and from the view it checks."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from inspect import getattr_static
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import click

from obslint.aws import View, attribute, blocks
from obslint.cli.packing import packs_of
from obslint.cli.settingstext import toml
from obslint.cli.terminal import say
from obslint.lint.engine_rules import EngineRule
from obslint.lint.registry import Registry, load
from obslint.lint.request import Request, UsageError
from obslint.lint.settings.model import kebab
from obslint.policy import Rule

DIALECTS = ("terraform", "cloudformation")


@dataclass(frozen=True, slots=True)
class Named:
    """An attribute as rules call it and as each dialect writes it; None where a dialect cannot."""

    name: str
    terraform: str | None
    cloudformation: str | None


def registry(packs: tuple[str, ...] = (), allow_local_code: bool = False) -> Registry:
    """The installed rules, those of the packs, and those of the packs that the settings here name; what could not be loaded is said.

    Raises `click.UsageError` when the packs do not fit together.
    """
    try:
        found = load(folders=[*(Path(os.path.abspath(path)) for path in packs), *_packs_here(allow_local_code)])
    except UsageError as error:
        raise click.UsageError(str(error)) from error
    for problem in found.errors:
        say(problem)
    return found


def _packs_here(allow_local_code: bool) -> Iterator[Path]:
    """The packs of the settings that hold in the working directory; what must not run is said and left out."""
    from obslint.lint.settings.read import settings_for

    for pack in packs_of((), settings_for(Path.cwd())):
        from obslint.lint.folders import admitted

        try:
            yield from admitted(Request((Path(),), Path.cwd(), packs=(pack,), allow_local_code=allow_local_code))
        except UsageError as error:
            say(f"left out: {error}")


def fix_safety(rule: Rule | EngineRule) -> str:
    """`safe`, `unsafe`, `manual` or `none`, as the docstring's paragraph "Fix safety" begins."""
    found = re.search(r"^Fix safety:\s*(safe|unsafe|manual)\b", rule.doc, re.MULTILINE | re.IGNORECASE)
    return found[1].lower() if found else "none"


def types(rule: Rule | EngineRule, dialect: str) -> tuple[str, ...]:
    """The resource types that the rule checks in a dialect."""
    views = rule.subjects if isinstance(rule, Rule) and _view(rule) else ()
    return tuple(dict.fromkeys(name for view in views for name in getattr(view, dialect)))


def dialects(rule: Rule | EngineRule) -> str:
    """The dialects in which the rule can find something; rules of the engine work on both."""
    if _view(rule) is None:
        return "both"
    found = [dialect for dialect in DIALECTS if types(rule, dialect)]
    return found[0] if len(found) == 1 else "both"


def attributes(rule: Rule | EngineRule) -> list[Named]:
    """The attributes of the checked resource that the rule reads, in the order of the view."""
    view = _view(rule)
    if view is None or not isinstance(rule, Rule):
        return []
    read = getattr(rule.check, "reads", None) or _read_by(rule.check.__code__, view)
    return [found for found in _declared(view) if read.issuperset(found.name.split("."))]


def as_data(rule: Rule | EngineRule) -> dict[str, Any]:
    """The rule as `rules --format json` has it."""
    return {
        "id": rule.id,
        "family": rule.family,
        "severity": rule.severity.value,
        "persona": rule.persona.value,
        "confidence": rule.confidence,
        "fix": fix_safety(rule),
        "summary": rule.summary,
        "consequence": rule.consequence,
        "types": {dialect: list(types(rule, dialect)) for dialect in DIALECTS},
        "topics": list(rule.topics) if isinstance(rule, Rule) else [],
        "peers": {tool: list(ids) for tool, ids in rule.peers.items()} if isinstance(rule, Rule) else {},
        "controls": {framework: list(items) for framework, items in rule.controls.items()} if isinstance(rule, Rule) else {},
    }


def _view(rule: Rule | EngineRule) -> type[View] | None:
    subject = rule.subject if isinstance(rule, Rule) else None
    return subject if isinstance(subject, type) and issubclass(subject, View) else None


def _declared(view: type[View], prefix: str = "") -> Iterator[Named]:
    """The attributes that a view declares, those of its blocks included."""
    for base in reversed(view.__mro__):
        for name, declared in vars(base).items():
            if isinstance(declared, attribute | blocks) and (declared.terraform or declared.cloudformation):
                yield Named(prefix + name, declared.terraform, declared.cloudformation)
            if isinstance(declared, blocks):
                yield from _inside(declared, f"{prefix}{name}.")


def _inside(outer: "blocks[Any]", prefix: str) -> Iterator[Named]:
    """The attributes of blocks, with the path of the blocks before theirs."""
    for inner in _declared(outer.view, prefix):
        yield Named(inner.name, _joined(outer.terraform, inner.terraform), _joined(outer.cloudformation, inner.cloudformation))


def _joined(outer: str | None, inner: str | None) -> str | None:
    return f"{outer}.{inner}" if outer and inner else None


def _read_by(code: CodeType, view: type[View]) -> set[str]:
    """The names that a rule looks up, by itself or through the methods and properties of the view."""
    read: set[str] = set()
    waiting = [code]
    while waiting:
        for name in set(_names(waiting.pop())) - read:
            read.add(name)
            method = getattr_static(view, name, None)
            method = method.fget if isinstance(method, property) else method
            if isinstance(method, FunctionType):
                waiting.append(method.__code__)
    return read


def _names(code: CodeType) -> Iterator[str]:
    """Every name that a function and the functions inside it look up."""
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def settings(rule: Rule | EngineRule) -> list[str]:
    """The options of a rule at their defaults, as a settings file has them; nothing when it has none."""
    if isinstance(rule, EngineRule) or rule.options is None:
        return []
    given = [f"{kebab(one.name)} = {toml(getattr(rule.options(), one.name))}" for one in fields(rule.options)]  # type: ignore[arg-type]  # a dataclass
    return [f"[rules.{rule.id}]", *given]


def meaning(rule: Rule | EngineRule) -> str:
    """What the options of a rule say of themselves."""
    return "" if isinstance(rule, EngineRule) or rule.options is None else " ".join((rule.options.__doc__ or "").split())
