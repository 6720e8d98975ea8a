"""telemetry-role-with-wrong-trust"""

from collections.abc import Iterator

from obslint.aws import RoleUser, Unit, is_trusted, trusting
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def telemetry_role_with_wrong_trust(user: RoleUser, unit: Unit) -> Iterator[Finding]:
    """A service cannot take the role with which it is meant to deliver telemetry.

    Each service takes roles under a name of its own: monitoring.rds for enhanced monitoring, streams.metrics.cloudwatch for metric
    streams. Where the role does not trust that name, nothing is delivered.

    Fix safety: unsafe, it opens the role to a service.
    References: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html
    """
    role = user.role_in(unit)
    if role is not None and ~is_trusted(role, user.use.service):
        message = f"the role does not trust {user.use.service}.amazonaws.com"
        where = (role.trust.label("who may take the role"),)
        yield user.role.finding(message, fix=trusting(role, user.use.service), related=where)
