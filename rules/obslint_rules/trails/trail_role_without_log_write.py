"""trail-role-without-log-write"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, log_role_of, log_role_writes, log_writing_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def trail_role_without_log_write(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The role of the trail may not write to the trail's log group.

    The trail's status is the only place that tells; the filters on the log group count nothing and their alarms stay silent.

    Fix safety: unsafe, it gives the role a permission.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
    """
    role = log_role_of(trail, unit)
    if role is not None and ~log_role_writes(trail, role, unit):
        message = "no policy of the role allows writing to the log group"
        where = (role.label("this role lacks logs:CreateLogStream or logs:PutLogEvents there"),)
        yield trail.log_role.finding(message, fix=log_writing_fix(trail, role, unit), related=where)
