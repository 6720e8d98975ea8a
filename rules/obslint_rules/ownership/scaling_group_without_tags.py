"""scaling-group-without-tags"""

from collections.abc import Iterator

from obslint.aws import TaggedScalingGroup, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, checkov="CKV_AWS_153", kics="ba48df05")
def scaling_group_without_tags(group: TaggedScalingGroup, unit: Unit) -> Iterator[Finding]:
    """The Auto Scaling group does not tag its instances.

    What an instance costs, and whom to ask about it, cannot be told.

    The `default_tags` of the provider do not reach the instances of a group.

    Fix safety: manual, what the tags say has to be decided.
    When to ignore: the account belongs to one team alone.
    References: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-tagging.html
    """
    if ~group.tags_instances(unit):
        fix = group.tag_fix("what the tags say has to be decided")
        yield group.tag_key.finding("instances of the group get no tags", fix=fix)
