"""telemetry-role-without-write"""

from collections.abc import Iterator

from obslint.aws import RoleUser, Unit, granting, lacking
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR, confidence="medium")
def telemetry_role_without_write(user: RoleUser, unit: Unit) -> Iterator[Finding]:
    """The role with which a service delivers telemetry does not let it write.

    Delivery fails, and the resource itself looks well: logs, metrics or monitoring stay empty.

    Fix safety: unsafe, it gives the role a permission.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-trustpolicy.html
    """
    role = user.role_in(unit)
    missing = lacking(role, user.use, unit) if role is not None else ""
    if role is not None and missing:
        where = (role.label("this role"),)
        yield user.role.finding(f"no policy of the role allows {missing}", fix=granting(role, user.use), related=where)
