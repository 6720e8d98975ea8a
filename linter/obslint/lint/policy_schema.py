"""What a file of policies can say. Only runs that name one import this, and with it pydantic."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StrictFloat, StrictInt, StrictStr, model_validator

from obslint.lint.settings.model import PersonaName, SeverityName, kebab

Scalar = StrictBool | StrictInt | StrictFloat | StrictStr
Combined = ("all", "any", "not", "attribute", "some", "every", "exists", "none")
Operators = ("equals", "in", "matches", "starts-with", "ends-with", "includes", "absent", "present", "refers-to", "compares")
COMPARISON = r"^\s*(<=|>=|==|!=|<|>)\s*(\S+)\s*$"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=kebab, populate_by_name=False, use_attribute_docstrings=True, frozen=True)


def _as_related(given: Any) -> Any:
    return {"view": given} if isinstance(given, str) else given


class Condition(_Part):
    """Something that is true, false or undecided of a resource.

    Exactly one of `all`, `any`, `not`, `attribute`, `some`, `every`, `exists` and `none`; an `attribute` takes exactly one question.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": [name]} for name in Combined],
            "dependentSchemas": {"attribute": {"oneOf": [{"required": [name]} for name in Operators]}},
        }
    )

    all: tuple["Condition", ...] | None = Field(None, min_length=1)
    """Every one holds."""
    any: tuple["Condition", ...] | None = Field(None, min_length=1)
    """At least one holds."""
    not_: "Condition | None" = Field(None, alias="not")
    """It does not hold."""
    attribute: str | None = None
    """An attribute of the view, about which a question follows; where it is not written, AWS's default counts."""
    equals: Scalar | None = None
    """It has this value."""
    in_: tuple[Scalar, ...] | None = Field(None, alias="in", min_length=1)
    """It has one of these values."""
    matches: str | None = None
    """It is a text in which this regular expression is found; ^ and $ anchor it."""
    starts_with: str | None = None
    """It is a text that starts so."""
    ends_with: str | None = None
    """It is a text that ends so."""
    includes: Scalar | None = None
    """It is a list that holds this value, or the value itself."""
    absent: Literal[True] | None = None
    """Nothing is written, or only an empty text or list."""
    present: Literal[True] | None = None
    """Something is written that is not empty."""
    refers_to: Annotated["Related | None", BeforeValidator(_as_related)] = None
    """It names a resource of this view, declared beside it: a view, or a view with `where`."""
    compares: str | None = Field(None, pattern=COMPARISON)
    """It is a number for which this holds: `< 30`, or `>= timeout` to compare with another attribute."""
    some: "Inside | None" = None
    """At least one of the view's blocks is so."""
    every: "Inside | None" = None
    """Every one of the view's blocks is so; true when there is none."""
    exists: "Related | None" = None
    """Such a resource is declared beside it."""
    none: "Related | None" = None
    """No such resource exists; undecided where it could stand in code that is not there."""

    @model_validator(mode="after")
    def _one_of_each(self) -> "Condition":
        said = {kebab(name).rstrip("-") for name in self.model_fields_set}
        chosen = [name for name in Combined if name in said]
        if len(chosen) != 1:
            raise ValueError(f"a condition says exactly one of {', '.join(Combined)}; this says {' and '.join(chosen) or 'none'}")
        asked = [name for name in Operators if name in said]
        if chosen == ["attribute"] and len(asked) != 1:
            raise ValueError(f"an attribute is asked exactly one of {', '.join(Operators)}; this asks {' and '.join(asked) or 'none'}")
        if chosen != ["attribute"] and asked:
            raise ValueError(f"{asked[0]} is asked of an attribute; say which with attribute:")
        return self


class Related(_Part):
    """A resource of another view."""

    view: str
    """The view, as `obslint rules views` lists it."""
    refers: str = ""
    """The attribute of that view that names the resource at hand; `block.attribute` for one inside blocks."""
    where: Condition | None = None
    """What else is so about it."""


class Inside(_Part):
    """The repeated blocks of a view."""

    blocks: str
    """Their name in the view."""
    where: Condition
    """What is so about a block."""


class FixPart(_Part):
    """What mends the resource."""

    set: dict[str, Scalar | tuple[Scalar, ...]] = Field(default_factory=dict)
    """Attributes and the values they get, the first at which the finding is mended."""
    safety: Literal["safe", "unsafe", "manual"] = "safe"
    """safe is written by --fix, unsafe only with --unsafe-fixes, manual is only described."""
    reason: str = ""
    """Why it is not safe; needed unless it is."""
    title: str = ""
    """What it does, for people; needed when nothing is set."""
    effect: Literal["none", "in-place", "replacement", "new-resource"] = "in-place"
    """What a plan shows for it."""

    @model_validator(mode="after")
    def _complete(self) -> "FixPart":
        if self.safety != "safe" and not self.reason:
            raise ValueError(f"a fix that is {self.safety} says why in reason:")
        if not self.set and (self.safety != "manual" or not self.title):
            raise ValueError("a fix sets something, or is manual and says what to do in title:")
        return self


class Policy(_Part):
    """A rule: what is asked of each resource of a view, and what is said when it is so."""

    id: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    """Its name in kebab case, after the bad pattern: queue-without-owner."""
    summary: str = Field(min_length=1)
    """What is wrong, as a sentence."""
    why: str = ""
    """What it costs when it happens."""
    view: str
    """What it looks at, as `obslint rules views` lists it."""
    when: Condition
    """When a resource is at fault."""
    message: str = Field(min_length=1)
    """What a finding says: lower case, no full stop. `{attribute}` stands for a value, `{address}` for the resource."""
    at: str = ""
    """The attribute at which a finding is shown; default: the first that `when` asks about."""
    severity: SeverityName = "warning"
    persona: PersonaName = "regular"
    confidence: Literal["high", "medium", "low"] = "high"
    topics: tuple[str, ...] = ()
    fix: FixPart | None = None
    when_to_ignore: str = ""
    """When an exception is right."""
    references: tuple[str, ...] = ()
    """Addresses at which more is said; the first is the page of the rule."""
    equivalents: dict[str, str] = Field(default_factory=dict)
    """The same check elsewhere (`checkov: CKV_AWS_36`), and items of compliance frameworks (`cis_aws_3_0: "3.2"`)."""


class PolicyFile(_Part):
    """A file of policies."""

    family: str = Field("", pattern=r"^([a-z][a-z0-9_]*)?$")
    """The family of its rules; default: the name of the pack."""
    policies: tuple[Policy, ...] = Field(min_length=1)


def policies_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of a file of policies, for editors."""
    schema = PolicyFile.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": "Policies of obslint"}
