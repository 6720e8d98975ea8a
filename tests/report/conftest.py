"""Reports built by hand: places are found by the text that stands there, so that no test counts columns."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from obslint.lint.request import Outcome
from obslint.lint.result import (
    FixOffer,
    Location,
    RelatedPlace,
    Report,
    ReportedFinding,
    Subject,
    Summary,
    TextEdit,
    Tool,
    Undecided,
)
from obslint.source import SourceFile

TRAIL = """\
# the account's recorder
resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = aws_s3_bucket.logs.id

  enable_log_file_validation = var.validate
}
"""
VARIABLES = """\
variable "validate" {
  type    = bool
  default = false
}
"""


@dataclass
class Desk:
    """Files, and the means to build findings about them."""

    files: dict[str, SourceFile] = field(default_factory=dict)

    def add(self, path: str, text: str) -> SourceFile:
        self.files[path] = SourceFile(path, text)
        return self.files[path]

    def at(self, path: str, text: str, *, empty_after: bool = False) -> Location:
        """The first place of a text; with `empty_after`, the empty range that follows it."""
        file = self.files[path]
        start = file.text.index(text)
        end = start + len(text)
        if empty_after:
            start = end
        return Location(path, *file.position(start), *file.position(end), start, end)

    def finding(self, location: Location, **more: Any) -> ReportedFinding:
        given: dict[str, Any] = {
            "rule": "trail-without-log-validation",
            "severity": "error",
            "persona": "regular",
            "confidence": "high",
            "message": "log files are not validated",
            "resource": Subject("aws_cloudtrail.main", "aws_cloudtrail", "."),
            "fingerprint": "f00d",
        }
        return ReportedFinding(location=location, **{**given, **more})

    def outcome(self, *findings: ReportedFinding, summary: Summary | None = None, **more: Any) -> Outcome:
        report = Report(Tool("obslint", "0.1.0"), findings, summary=summary or Summary(2, 1, 12, seconds=0.34), **more)
        return Outcome(report, self.files)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def trail(desk: Desk) -> Outcome:
    """A finding with everything: instances, a second label elsewhere and one nearby, a consequence and a safe fix."""
    desk.add("modules/audit/trail.tf", TRAIL)
    desk.add("modules/audit/variables.tf", VARIABLES)
    value = desk.at("modules/audit/variables.tf", "false")
    finding = desk.finding(
        desk.at("modules/audit/trail.tf", "enable_log_file_validation"),
        resource=Subject(
            'module.audit["eu"].aws_cloudtrail.main',
            "aws_cloudtrail",
            "envs/prod",
            ('module.audit["eu"].aws_cloudtrail.main', 'module.audit["us"].aws_cloudtrail.main'),
        ),
        related=(
            RelatedPlace("the bucket keeps the files", desk.at("modules/audit/trail.tf", "aws_s3_bucket.logs.id")),
            RelatedPlace('variable "validate" defaults to this', value),
        ),
        consequence="Without signed digest files nobody can prove that a delivered log file is complete and unaltered.",
        fix=FixOffer("set enable_log_file_validation to true", "safe", "in-place", (TextEdit(value, "true"),)),
        attribute="enable_log_file_validation",
    )
    place = desk.at("modules/audit/trail.tf", 'resource "aws_cloudtrail" "main"')
    return desk.outcome(
        finding,
        undecided=(Undecided("single-region-trail", finding.resource, place, 'variable "multi" has no value; pass --var-file'),),
    )


@pytest.fixture
def violations() -> Callable[[object, dict[str, Any]], list[str]]:
    """What a document does against a JSON Schema: the keywords that pydantic writes, and keys that the schema does not name."""
    return lambda data, schema: list(_violations(data, schema, schema, ""))


TYPES: dict[str, Any] = {"string": str, "integer": int, "number": (int, float), "array": list, "object": dict, "null": type(None)}


def _violations(data: Any, schema: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].removeprefix("#/$defs/")]
    where = path or "report"
    if "anyOf" in schema:
        if all(list(_violations(data, one, root, path)) for one in schema["anyOf"]):
            yield f"{where}: matches none of the alternatives"
        return
    if "enum" in schema and data not in schema["enum"]:
        yield f"{where}: not one of {schema['enum']}"
    if "const" in schema and data != schema["const"]:
        yield f"{where}: not {schema['const']}"
    if not isinstance(data, TYPES[schema["type"]]) or (isinstance(data, bool) and schema["type"] != "boolean"):
        yield f"{where}: not of type {schema['type']}"
    elif isinstance(data, list):
        for index, item in enumerate(data):
            yield from _violations(item, schema["items"], root, f"{path}/{index}".lstrip("/"))
    elif isinstance(data, dict):
        yield from _object_violations(data, schema, root, path)


def _object_violations(data: dict[str, Any], schema: dict[str, Any], root: dict[str, Any], path: str) -> Iterator[str]:
    known, others = schema.get("properties", {}), schema.get("additionalProperties")
    yield from (f"{path or 'report'}: {key} is missing" for key in schema.get("required", ()) if key not in data)
    for key, value in data.items():
        if key in known or others:
            yield from _violations(value, known.get(key, others), root, f"{path}/{key}".lstrip("/"))
        else:
            yield f"{path or 'report'}: unknown key {key}"
