"""state-machine-without-log-permission"""

from collections.abc import Iterator

from obslint.aws import StateMachine, Unit, delivering, machine_role, missing_delivery
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def state_machine_without_log_permission(machine: StateMachine, unit: Unit) -> Iterator[Finding]:
    """The role of a state machine that logs may not deliver logs.

    Step Functions needs actions like logs:CreateLogDelivery and logs:PutResourcePolicy on every resource. A role that may just write to
    its log group is not enough.

    Fix safety: unsafe, it gives the role a permission.
    References: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
    """
    role = machine_role(machine, unit) if machine.log_level.surely_in(("ALL", "ERROR", "FATAL")) else None
    missing = missing_delivery(role, unit) if role is not None else ""
    if role is not None and missing:
        where = (role.label("this role"),)
        yield machine.log_level.finding(f"no policy of the role allows {missing} on *", fix=delivering(role), related=where)
