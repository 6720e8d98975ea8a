"""trail-log-group-without-role"""

from collections.abc import Iterator

from obslint.aws import Trail
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.ERROR, topics=("cloudtrail-cloudwatch-logs",), kics="17b30f8f 65d07da5")
def trail_log_group_without_role(trail: Trail) -> Iterator[Finding]:
    """The trail has a log group but no role to write to it, or the reverse.

    Both are needed: with one alone the trail is refused, or nothing reaches the log group and every filter on it stays at zero.

    Fix safety: manual, it needs the missing part.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
    """
    group, role = trail.log_group, trail.log_role
    if group.surely_set() & role.surely_absent():
        fix = set_to("arn:aws:iam::ACCOUNT:role/NAME", manual="the role must trust cloudtrail.amazonaws.com and may write to the group")
        yield role.finding("no role lets the trail write to its log group", fix=fix, related=(group.label("the log group"),))
    if role.surely_set() & group.surely_absent():
        fix = set_to("arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*", manual="it needs a log group")
        yield group.finding("the trail has a role for a log group but no log group", fix=fix, related=(role.label("the role"),))
