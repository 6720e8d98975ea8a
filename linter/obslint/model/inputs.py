"""What is given beside the files: values of variables and parameters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Inputs:
    """Values for a run. Files are absolute paths; later ones win, and `variables` win over files.

    `environment` holds what `TF_VAR_name` variables set, by name, where the user asked for them. `parameters` are parameter
    files of CloudFormation. `region` is where its stacks are deployed, when that is said.
    """

    var_files: tuple[Path, ...] = ()
    variables: tuple[tuple[str, str], ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    parameters: tuple[Path, ...] = ()
    region: str = ""
