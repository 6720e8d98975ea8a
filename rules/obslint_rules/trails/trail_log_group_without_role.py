"""trail-log-group-without-role"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, group_fix, role_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, topics=("cloudtrail-cloudwatch-logs",), kics="17b30f8f 65d07da5")
def trail_log_group_without_role(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The trail has a log group but no role to write to it, or the reverse.

    Both are needed: with one alone the trail is refused, or nothing reaches the log group and every filter on it stays at zero.

    Fix safety: unsafe where the unit has exactly one role or group that fits; else manual, it needs the missing part.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
    """
    group, role = trail.log_group, trail.log_role
    if group.surely_set() & role.surely_absent():
        fix = role_fix(trail, unit)
        yield role.finding("no role lets the trail write to its log group", fix=fix, related=(group.label("the log group"),))
    if role.surely_set() & group.surely_absent():
        fix = group_fix(trail, unit)
        yield group.finding("the trail has a role for a log group but no log group", fix=fix, related=(role.label("the role"),))
