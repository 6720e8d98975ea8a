"""A new rule to start from: it works and passes its fixtures, and is there to be changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from obslint import aws
from obslint.lint.fixtures import DIALECTS
from obslint.lint.request import UsageError
from obslint.lint.selection import did_you_mean

HOUSE = Path("rules/obslint_rules"), Path("tests/rules")
"""Where the built-in rules and their fixtures are in a checkout of obslint."""

_RULE = '''"""{id}"""

from collections.abc import Iterator

from obslint.aws import {view}
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def {function}({subject}: {view}) -> Iterator[Finding]:
    """The {thing} sets no {attribute}.

    Write here what is lost when this happens.

    References: https://example.com/why
    """
    if {subject}.{name}.surely_absent():
        yield {subject}.{name}.finding("{attribute} is not set")
'''
_TERRAFORM = """# case: {case}
resource "{type}" "orders" {{{body}}}
"""
_CLOUDFORMATION = """Resources:
  # case: {case}
  Orders:
    Type: {type}{body}
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the new rule looks at: an attribute of a view, with one name in each dialect that has it."""

    view: type[aws.View]
    name: str
    paths: Mapping[str, str]


def subject_of(text: str) -> Subject:
    """The view and attribute that `LogGroup.retention` names. Raises `UsageError` for one that is not there or cannot be scaffolded."""
    from obslint.lint.views import attributes_of, view_called

    name, _, attribute = text.partition(".")
    view = view_called(name)
    plain = {
        one.name: one.paths for one in attributes_of(view) if one.paths and not any(re.search(r"[.\[]", p) for p in one.paths.values())
    }
    if not plain:
        raise UsageError(f"{name} has no attribute with a plain name; choose another view (`obslint rules views` lists them)")
    attribute = attribute or next(iter(plain))
    if attribute not in plain:
        raise UsageError(f"{name}.{attribute} is no attribute to start from{did_you_mean(attribute, plain)}; there are {', '.join(plain)}")
    return Subject(view, attribute, plain[attribute])


def pack_at(directory: Path) -> tuple[Path, Path] | None:
    """The folders of rules and fixtures of the checkout of obslint that a directory lies in."""
    for parent in (directory, *directory.parents):
        if (parent / HOUSE[0] / "__init__.py").is_file():
            return parent / HOUSE[0], parent / HOUSE[1]
    return None


def files_for(family: str, name: str, subject: Subject, rules: Path, tests: Path) -> dict[Path, str]:
    """The files of a new rule. Raises `UsageError` for names that cannot be those of a family and a rule."""
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", family):
        raise UsageError(f"a family is a folder with a name like log_groups, not {family}")
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        raise UsageError(f"a rule has a name like log-group-without-owner, not {name}")
    files = {rules / family / f"{name.replace('-', '_')}.py": _rule(name, subject)}
    if (rules / "__init__.py").is_file() and not (rules / family / "__init__.py").exists():
        files[rules / family / "__init__.py"] = f'"""Rules about {family.replace("_", " ")}."""\n'
    return files | {tests / family / name / file: text for file, text in _fixtures(subject)}


def _rule(name: str, subject: Subject) -> str:
    view = subject.view.__name__
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", view).lower()
    return _RULE.format(
        id=name, view=view, function=name.replace("-", "_"), subject=words.split()[-1], thing=words, name=subject.name,
        attribute=subject.name.replace("_", " "),
    )  # fmt: skip


def _fixtures(subject: Subject) -> Iterator[tuple[str, str]]:
    """The names and texts of the fixtures: not set, set, and set to what cannot be known."""
    words = subject.name.replace("_", " ")
    for suffix in (".tf", ".cfn.yaml"):
        dialect = DIALECTS[suffix]
        path, types = subject.paths.get(dialect), subject.view.types_in(dialect)
        if not types:
            continue
        write = _terraform if dialect == "terraform" else _cloudformation
        yield f"bad{suffix}", write(types[0], f"{words} is not set", "", "")
        yield f"good{suffix}", write(types[0], f"{words} is set", path or "", "")
        yield f"unknown{suffix}", write(types[0], f"{words} cannot be known", path or "", "value")


def _terraform(kind: str, case: str, path: str, variable: str) -> str:
    written = f"var.{variable}" if variable else '"example"'
    body = f"\n  {path} = {written} # kept\n" if path else "\n  # nothing is set\n"
    head = f'variable "{variable}" {{}}\n\n' if variable else ""
    return head + _TERRAFORM.format(case=case, type=kind, body=body)


def _cloudformation(kind: str, case: str, path: str, variable: str) -> str:
    written = f"!Ref {variable.capitalize()}" if variable else "example"
    body = f"\n    Properties:\n      {path}: {written} # kept" if path else ""
    head = f"Parameters:\n  {variable.capitalize()}:\n    Type: String\n" if variable else ""
    return head + _CLOUDFORMATION.format(case=case, type=kind, body=body)
