"""undeliverable-flow-log"""

from collections.abc import Iterator

from obslint.aws import FlowLog, Unit, closed_flow_bucket, flow_log_defects
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def undeliverable_flow_log(flow_log: FlowLog, unit: Unit) -> Iterator[Finding]:
    """The role or the bucket of a flow log does not let it be delivered.

    The flow log is created, and its status becomes an access error. Neither a plan nor an event shows it.

    Fix safety: unsafe, it gives a service or a role a permission.
    References: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
    """
    for at, message, fix in flow_log_defects(flow_log, unit):
        yield at.finding(message, fix=fix)
    closed = closed_flow_bucket(flow_log, unit)
    if closed is not None:
        bucket, verdict, fix = closed
        yield flow_log.destination.finding("the bucket does not admit flow logs", fix=fix, related=verdict.evidence(bucket))
