"""missing-required-tags"""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws import Taggable
from obslint.policy import Finding, Options, Persona, Severity, rule


@dataclass(frozen=True, slots=True)
class TagOptions(Options):
    """`keys` are the tags that every resource must have."""

    keys: tuple[str, ...] = ()


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, kics="e38a8e0a 8df8e857 a71ecabe 08e39832",
    prowler="organizations_tags_policies_enabled_and_attached",
)  # fmt: skip
def missing_required_tags(resource: Taggable, options: TagOptions) -> Iterator[Finding]:
    """The resource lacks a tag that every resource must have.

    An alarm about it, and its cost, cannot be assigned to a team.

    Off until the option `keys` names the tags. Tags that the provider adds (`default_tags`) count; those of a CloudFormation stack
    cannot be seen in its template.

    Fix safety: manual, what the tags say has to be decided.
    When to ignore: the resource is shared by all teams.
    References: https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html
    """
    missing = resource.lacking(options.keys)
    if missing:
        fix = resource.tags_fix(missing, "what the tags say has to be decided")
        noun = "tag" if len(missing) == 1 else "tags"
        yield resource.tags.finding(f"resource lacks the {noun} {', '.join(missing)}", fix=fix)
