"""What a repository holds that settings can speak of."""

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from obslint.lint.present import grouped
from obslint.lint.request import Request
from obslint.lint.runner import examined
from obslint.policy import Persona
from obslint.source.discovery import DOCUMENTS, LEFT_OUT

_VARIABLES = (".tfvars", ".tofuvars", ".tfvars.json", ".tofuvars.json")
_LOADED_ANYWAY = ("terraform.tfvars", "terraform.tfvars.json")
_OTHERS = {
    ".checkov.yaml": "checkov", ".checkov.yml": "checkov", "trivy.yaml": "trivy", ".trivyignore": "trivy", ".trivyignore.yaml": "trivy",
    ".tfsec": "tfsec", "kics.config": "kics", ".cfnnag_global_suppressions": "cfn_nag", ".cfn_nag_deny_list.yaml": "cfn_nag",
}  # fmt: skip
"""Files by which other linters are set up."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found: units and resources by dialect, files that set variables and parameters, other linters, findings by persona."""

    roots: Mapping[str, tuple[str, ...]]
    resources: int
    variables: tuple[str, ...]
    parameters: tuple[str, ...]
    others: Mapping[str, str]
    findings: Mapping[Persona, int]


def survey(directory: Path) -> Survey:
    """Reads the directory and asks every rule. Raises `UsageError` when rule packs do not fit together."""
    request = Request((directory,), directory, persona=Persona.AUDITOR)
    found = examined(request)
    units = [loaded.unit for loaded in found.estate.units]
    files = sorted(_files(directory))
    return Survey(
        {dialect: tuple(unit.path for unit in units if unit.dialect == dialect) for dialect in sorted({unit.dialect for unit in units})},
        sum(len(unit.resources) for unit in units),
        tuple(name for name in files if _sets_variables(name)),
        tuple(name for name in files if _sets_parameters(directory / name)),
        {name: tool for name, tool in _OTHERS.items() if (directory / name).exists()},
        Counter(group.first.rule.persona for group in grouped(hit for entry in found.snapshot.entries for hit in entry.judged.kept)),
    )


def _files(directory: Path) -> Iterator[str]:
    """The files below, from there."""
    for parent, names, files in os.walk(directory):
        names[:] = sorted(name for name in names if name not in LEFT_OUT)
        yield from (Path(parent, name).relative_to(directory).as_posix() for name in files)


def _sets_variables(path: str) -> bool:
    """Whether a file sets variables only when it is named; Terraform reads the others by itself."""
    name = path.rpartition("/")[2]
    return name.endswith(_VARIABLES) and name not in _LOADED_ANYWAY and ".auto." not in name


def _sets_parameters(path: Path) -> bool:
    """Whether a file holds parameters of a stack, as the AWS CLI or CodePipeline takes them."""
    if not path.name.endswith(DOCUMENTS[2]):
        return False
    try:
        data = path.read_bytes()
        found = json.loads(data) if b'"ParameterKey"' in data or b'"Parameters"' in data else None
    except (OSError, ValueError, RecursionError):
        return False
    if isinstance(found, list):
        return bool(found) and all(isinstance(item, dict) and {"ParameterKey", "ParameterValue"} <= item.keys() for item in found)
    return (
        isinstance(found, dict) and isinstance(found.get("Parameters"), dict) and not found.keys() - {"Parameters", "Tags", "StackPolicy"}
    )
