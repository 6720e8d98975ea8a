"""A directory with a plan and its source, for tests that lay one over the other."""

from pathlib import Path
from typing import Any

from plan_json import change, const, declared, module, plan

from obslint.model import Declined, Edit, Resource, Unit
from obslint.source import SourceFile, Sources
from obslint.terraform.plan import load_plan

Json = dict[str, Any]


class Desk:
    """A directory with a plan and the source it was made from."""

    def __init__(self, place: Path) -> None:
        self.place = place
        (place / "code").mkdir()

    def write(self, **files: str) -> None:
        """Files of the source; `__` in a name stands for a directory."""
        for name, text in files.items():
            path = self.place / "code" / f"{name.replace('__', '/')}.tf"
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def plan(self, text: str) -> None:
        (self.place / "plan.json").write_text(text, encoding="utf-8")

    def load(self, overlay: dict[str, str] | None = None) -> Unit:
        sources = Sources(self.place)
        changed = {self.place / "code" / name: SourceFile(f"code/{name}", text) for name, text in (overlay or {}).items()}
        return load_plan(sources.over(changed) if changed else sources, self.place / "plan.json", self.place / "code")

    def applied(self, edits: tuple[Edit, ...] | Declined) -> str:
        """The text of the one edited file."""
        assert not isinstance(edits, Declined), edits.reason
        text = edits[0].file.text
        for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        return text


def find(unit: Unit, address: str) -> Resource:
    return next(resource for resource in unit.resources if resource.address == address)


GROUP = 'resource "aws_cloudwatch_log_group" "g" {\n  name              = "/orders"\n  retention_in_days = 0\n}\n'


def group(desk: Desk, source: str = GROUP, after: Json | None = None, **expressions: Any) -> Unit:
    """A log group, planned and written."""
    desk.write(main=source)
    values = {"name": "/orders", "retention_in_days": 0, "kms_key_id": None} if after is None else after
    written = expressions or {"name": const("/orders"), "retention_in_days": const(0)}
    address = "aws_cloudwatch_log_group.g"
    desk.plan(plan(change(address, values, unknown={"arn": True, "id": True}), config=module(declared(address, **written))))
    return desk.load()


BLOCKS = """resource "aws_lb" "a" {
  name = "a"
  access_logs {
    bucket  = aws_s3_bucket.b.id
    enabled = true
  }
  dynamic "subnet_mapping" {
    for_each = toset(["s"])
    content {
      subnet_id = subnet_mapping.value
    }
  }
}

resource "aws_s3_bucket" "b" {
}
"""
