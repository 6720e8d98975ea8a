"""What SARIF 2.1.0 prescribes for the parts of it that obslint writes, strictly: what is not named here may not occur.

Written from the standard (https://docs.oasis-open.org/sarif/sarif/v2.1.0/) and from what GitHub documents about its limits.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

Text = Annotated[str, Field(min_length=1)]
Positive = Annotated[int, Field(ge=1)]
Level = Literal["none", "note", "warning", "error"]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, alias_generator=to_camel)


class Message(Shape):
    text: Text
    markdown: Text | None = None


class Short(Shape):
    text: Annotated[str, Field(min_length=1, max_length=1024)]


class Artifact(Shape):
    uri: Annotated[str, Field(pattern=r"^[A-Za-z0-9._~%+-][A-Za-z0-9._~%/+-]*$")]


class Region(Shape):
    start_line: Positive
    start_column: Positive
    end_line: Positive
    end_column: Positive


class Physical(Shape):
    artifact_location: Artifact
    region: Region


class Logical(Shape):
    fully_qualified_name: Text
    kind: Text


class Location(Shape):
    physical_location: Physical
    logical_locations: list[Logical] | None = None


class Related(Shape):
    id: Annotated[int, Field(ge=0)]
    physical_location: Physical
    message: Message


class Prints(Shape):
    primary_location_line_hash: Annotated[str, Field(pattern=r"^[0-9a-f]{1,16}:\d+$")] | None = None
    own: Annotated[str | None, Field(alias="obslint/v1")] = None


class Content(Shape):
    text: str


class Replacement(Shape):
    deleted_region: Region
    inserted_content: Content


class Changes(Shape):
    artifact_location: Artifact
    replacements: Annotated[list[Replacement], Field(min_length=1)]


class Fix(Shape):
    description: Message
    artifact_changes: Annotated[list[Changes], Field(min_length=1)]


class Suppression(Shape):
    kind: Literal["inSource", "external"]
    status: Literal["accepted", "underReview", "rejected"]
    justification: str


class Result(Shape):
    rule_id: Text
    rule_index: Annotated[int, Field(ge=0)]
    level: Level
    message: Message
    locations: Annotated[list[Location], Field(min_length=1, max_length=1)]
    partial_fingerprints: Prints
    related_locations: Annotated[list[Related], Field(max_length=999)] | None = None
    fixes: Annotated[list[Fix], Field(min_length=1)] | None = None
    suppressions: list[Suppression] | None = None


class Properties(Shape):
    precision: Literal["very-high", "high", "medium", "low"]
    severity: Annotated[Literal["error", "warning", "recommendation"], Field(alias="problem.severity")]
    tags: Annotated[list[Text], Field(max_length=20)]


class Configuration(Shape):
    level: Level


class Rule(Shape):
    id: Annotated[str, Field(min_length=1, max_length=255)]
    name: Annotated[str, Field(min_length=1, max_length=255)]
    short_description: Short
    full_description: Short
    help: Message
    help_uri: Annotated[str, Field(pattern=r"^https://\S+$")] | None = None
    default_configuration: Configuration
    properties: Properties


class Driver(Shape):
    name: Text
    information_uri: Annotated[str, Field(pattern=r"^https://\S+$")]
    semantic_version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+(?:[-+].+)?$")]
    rules: Annotated[list[Rule], Field(max_length=25_000)]


class Tool(Shape):
    driver: Driver


class Details(Shape):
    id: Annotated[str, Field(pattern=r"/$")]


class Notification(Shape):
    level: Level
    message: Message


class Invocation(Shape):
    execution_successful: bool
    tool_execution_notifications: list[Notification]


class Run(Shape):
    tool: Tool
    column_kind: Literal["unicodeCodePoints", "utf16CodeUnits"]
    automation_details: Details
    invocations: list[Invocation]
    results: Annotated[list[Result], Field(max_length=25_000)]


class Log(Shape):
    schema_: Annotated[str, Field(alias="$schema", pattern=r"^https://.*sarif.*2\.1\.0.*$")]
    version: Literal["2.1.0"]
    runs: Annotated[list[Run], Field(min_length=1, max_length=20)]


def problems(log: Log) -> list[str]:
    """What the shape alone does not say: indexes and ids that lead nowhere, results that say nothing new, regions that run backwards."""
    found = []
    for run in log.runs:
        rules = run.tool.driver.rules
        for at, one in enumerate(run.results):
            if one.rule_index >= len(rules) or rules[one.rule_index].id != one.rule_id:
                found.append(f"result {at}: ruleIndex leads to another rule")
            ids = [other.id for other in one.related_locations or ()]
            if len(set(ids)) != len(ids) or any(f"]({number})" not in one.message.text for number in ids):
                found.append(f"result {at}: related places that the message does not link to")
            places = [one.locations[0].physical_location.region, *(other.physical_location.region for other in one.related_locations or ())]
            if any((it.end_line, it.end_column) < (it.start_line, it.start_column) for it in places):
                found.append(f"result {at}: a region runs backwards")
        own = [one.partial_fingerprints.own for one in run.results if one.partial_fingerprints.own]
        if len(set(own)) != len(own):
            found.append("fingerprints of obslint are not unique")
    return found
