"""express-workflow-without-logs"""

from collections.abc import Iterator

from obslint.aws import StateMachine, Unit
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.ERROR, topics=("stepfunctions-execution-logging",),
)  # fmt: skip
def express_workflow_without_logs(machine: StateMachine, unit: Unit) -> Iterator[Finding]:
    """The express workflow writes no logs, so it has no history at all.

    Step Functions keeps no history of express executions: without logs nobody can tell that one failed, or why.

    Fix safety: unsafe where the unit declares a single log group, since the role must be allowed to deliver logs; manual otherwise.
    When to ignore: what calls the workflow synchronously logs its result.
    References: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html
    """
    if machine.log_level.surely("OFF") & machine.is_express & ~machine.has_log_target:
        yield machine.log_level.finding("express workflow writes no logs and has no other history", fix=machine.logging_fix(unit))
