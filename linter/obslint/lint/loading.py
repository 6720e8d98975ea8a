"""The door to the front-ends: the only module that imports them, each when it is first needed."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from obslint.model import Inputs, Unit
from obslint.source import SourceFile, Sources

if TYPE_CHECKING:
    from obslint.cloudformation.joins import Joins


def terraform_units(sources: Sources, directories: Sequence[Path], inputs: Inputs) -> tuple[Unit, ...]:
    """The units of all Terraform roots among the directories."""
    from obslint import terraform

    return terraform.load(sources, directories, inputs)


def terraform_owners(sources: Sources, directories: Sequence[Path], changed: Collection[Path]) -> tuple[Path, ...]:
    """Of these directories, those needed to analyse the changed ones."""
    from obslint import terraform

    return terraform.owners(sources, directories, changed)


def terraform_text(file: SourceFile, inputs: Inputs) -> Unit:
    """A single Terraform file as a unit of its own."""
    from obslint import terraform

    return terraform.load_text(file, inputs)


def plan_unit(sources: Sources, path: Path, source: Path | None) -> Unit:
    """The unit of a Terraform plan, laid over the configuration in the directory `source` when that is given."""
    from obslint.terraform import plan

    return plan.load_plan(sources, path, source)


def is_plan(text: str) -> bool:
    """Whether a text is a Terraform plan or state in JSON."""
    from obslint.terraform import plan

    return plan.looks_like_plan(text)


def template_joins(sources: Sources, paths: Sequence[Path], inputs: Inputs) -> "Joins":
    """What the CloudFormation templates among the files leave for each other."""
    from obslint import cloudformation

    return cloudformation.join_templates(sources, paths, inputs)


def template_unit(sources: Sources, path: Path, inputs: Inputs, joins: "Joins | None" = None) -> Unit:
    """The unit of a CloudFormation template."""
    from obslint import cloudformation

    return cloudformation.load_template(sources, path, inputs, joins)


def is_template(text: str) -> bool:
    """Whether a text is a CloudFormation template."""
    from obslint import cloudformation

    return cloudformation.looks_like_template(text)


def is_left_over(sources: Sources, path: Path) -> bool:
    """Whether a template lies in a cloud assembly of the CDK that does not deploy it as a stack of its own."""
    from obslint import cloudformation

    return cloudformation.is_left_over(sources, path)
