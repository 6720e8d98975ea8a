"""What a settings file can say. Its JSON Schema and its error messages are made from these classes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

PersonaName = Literal["regular", "pedantic", "auditor"]
ForeignTool = Literal["checkov", "trivy", "tfsec", "kics", "cfn_nag", "cdk_nag", "guard"]
SeverityName = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class PathSettings:
    """What differs for the files that a pattern names. Patterns are those of .gitignore, from the directory of the settings file."""

    ignore: tuple[str, ...] = ()
    """Rules, named as for --ignore, whose findings in these files are left out."""
    reason: str = ""
    """Why; an exception without a reason does not count."""
    until: str = ""
    """The last day on which the exception counts, as YYYY-MM-DD."""
    owner: str = ""
    """Who answers for the exception."""


@dataclass(frozen=True, slots=True)
class SettingsFile:
    """One settings file as it is written, keys in kebab case."""

    extend: str = ""
    """Another settings file, from the directory of this one; what is set here wins."""
    required_version: str = ""
    """The versions of obslint that may read this file, as in `>=1.2,<2`."""
    select: tuple[str, ...] = ()
    """Only these rules: ids, families, checkov:CKV_AWS_36, cis_aws_3_0."""
    ignore: tuple[str, ...] = ()
    """Not these rules."""
    persona: PersonaName = "regular"
    """Who reads the report: pedantic adds taste and cost, auditor adds compliance."""
    min_severity: SeverityName = "info"
    """Findings below this severity are left out."""
    fail_on: Literal["error", "warning", "info", "never"] = "warning"
    """The lowest severity that makes the exit code 1."""
    exclude: tuple[str, ...] = ()
    """Files and directories that are not searched, as in .gitignore."""
    complete: bool = False
    """Whether the scan holds everything of the account, so that what is not declared does not exist."""
    region: str = ""
    """Where CloudFormation stacks are deployed."""
    var_files: tuple[str, ...] = ()
    """Terraform variable files, from the directory of this file."""
    parameters: tuple[str, ...] = ()
    """CloudFormation parameter files, from the directory of this file."""
    rule_packs: tuple[str, ...] = ()
    """Folders of rules and files of policies beside the installed rules, from the directory of this file. Python that lies in what is
    scanned runs only with --allow-local-code."""
    unignorable: tuple[str, ...] = ()
    """Rules that no exception may silence."""
    baseline: str = ""
    """A file of known findings that are left out, from the directory of this file; `obslint baseline` writes it."""
    foreign_ignores: tuple[ForeignTool, ...] = get_args(ForeignTool)
    """Other tools whose exceptions count for the rules that obslint shares with them; [] for none."""
    per_path: Mapping[str, PathSettings] = field(default_factory=dict)
    """What differs for some files, by pattern."""
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """What is set for single rules: `severity`, and the options that `obslint explain RULE` lists."""


def kebab(name: str) -> str:
    """A field as the file has it."""
    return name.replace("_", "-")
