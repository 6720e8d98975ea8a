"""The settings file that `obslint init` writes, from what was found."""

import json
from collections.abc import Iterator, Sequence
from os.path import commonpath

from obslint import __version__
from obslint.lint.settings.survey import Survey
from obslint.policy import Persona

_NAMED = {"terraform": ("Terraform root", "Terraform roots"), "cloudformation": ("CloudFormation template", "CloudFormation templates")}
_MOST = 8


def proposal(found: Survey) -> str:
    """A commented settings file; what is only a suggestion is commented out."""
    parts = (_head(found), _version(), _persona(found), _environments(found), _others(found), _exceptions())
    return "\n".join("".join(f"{line}\n" for line in part) for part in parts if part)


def _head(found: Survey) -> list[str]:
    lines = ["# Settings of obslint: https://github.com/obslint/obslint. `obslint config schema` lists all there are.", "#"]
    for dialect, paths in found.roots.items():
        lines.append(f"# {len(paths)} {_NAMED[dialect][len(paths) != 1]}: {_listed(paths)}")
    if not found.roots:
        lines.append("# Neither Terraform nor CloudFormation was found here.")
    return [*lines, f"# {found.resources} resources in all."] if found.roots else lines


def _listed(names: Sequence[str]) -> str:
    """Names in one comment line, the first ones when there are many."""
    more = f" and {len(names) - _MOST} more" if len(names) > _MOST else ""
    return json.dumps(names[:_MOST], ensure_ascii=False)[1:-1].replace('"', "") + more


def _version() -> list[str]:
    return ["# Which versions of obslint may read this file.", f'required-version = ">={__version__}"']


def _persona(found: Survey) -> list[str]:
    """Regular: what a team would mend anyway. What the others would add is said, so that the choice is an informed one."""
    counts = {persona: found.findings.get(persona, 0) for persona in Persona}
    return [
        f"# Who reads the report. Findings now: {counts[Persona.REGULAR]}; pedantic adds",
        f"# {counts[Persona.PEDANTIC]} of taste and cost, auditor those and {counts[Persona.AUDITOR]} of compliance.",
        'persona = "regular"',
        "",
        "# The lowest severity that makes the exit code 1: error, warning, info or never.",
        'fail-on = "warning"',
    ]


def _environments(found: Survey) -> list[str]:
    """Files that set values differ by environment, so none is switched on unasked."""
    lines: list[str] = []
    for key, names in (("var-files", found.variables), ("parameters", found.parameters)):
        if names:
            what = "Terraform variables" if key == "var-files" else "CloudFormation parameters"
            lines += [f"# Files that set {what}. One run for all: obslint scan --environments '{_pattern(names)}'", *_suggested(key, names)]
    return lines


def _suggested(key: str, names: Sequence[str]) -> Iterator[str]:
    yield f"# {key} = [{json.dumps(names[0], ensure_ascii=False)}]"
    if len(names) > 1:
        yield f"# also: {_listed(names[1:])}"


def _pattern(names: Sequence[str]) -> str:
    """A glob that names all of the files, from what they have in common."""
    if len(names) == 1:
        return names[0]
    directory = commonpath([name.rpartition("/")[0] for name in names])
    same = all(name.rpartition("/")[0] == directory for name in names)
    endings = {name.rpartition(".")[2] for name in names}
    suffix = f".{endings.pop()}" if len(endings) == 1 else ""
    return f"{directory}/{'' if same else '**/'}*{suffix}".lstrip("/")


def _others(found: Survey) -> list[str]:
    if not found.others:
        return []
    listed = ", ".join(f"{name} ({tool})" for name, tool in found.others.items())
    return [f"# Other linters are set up here: {listed}. They and obslint go together."]


def _exceptions() -> list[str]:
    return [
        '# Exceptions for whole paths; single resources take a comment: # obslint: ignore[rule] reason="..." until=YYYY-MM-DD',
        '# [per-path."sandbox/**"]',
        '# ignore = ["alarms"]',
        '# reason = "nobody is on call for the sandbox"',
    ]
