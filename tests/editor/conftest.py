"""A directory of Terraform that an editor has open, and the session with the server."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from lsp_client import Client

TRAIL = """resource "aws_cloudtrail" "audit" {
  name           = "audit" /* \U0001f50d\U0001f50d */
  s3_bucket_name = "logs-\U0001f512" # é
  /* \U0001f512 */ is_multi_region_trail = false

  enable_logging             = true
  enable_log_file_validation = var.validate
}
"""
VARIABLES = """variable "validate" {
  default = false # \U0001f512
}
"""
FOREIGN = """resource "aws_cloudwatch_log_group" "other" {
  name = "other"
}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A root of two files, and a root that has nothing to do with it."""
    for name, text in {"app/main.tf": TRAIL, "app/variables.tf": VARIABLES, "other/main.tf": FOREIGN}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / "obslint.toml").write_text('select = ["trails"]\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def session(project: Path) -> Iterator[Callable[..., Client]]:
    """Starts the server in the project."""
    with ExitStack() as stack:

        def start(*options: str, **more: Any) -> Client:
            return stack.enter_context(Client(project, *options, **more))

        yield start
