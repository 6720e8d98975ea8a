"""mismatched-execution-log-group"""

from collections.abc import Iterator

from obslint.aws import LogGroup, Unit, execution_group_name_fix, meant_stage
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def mismatched_execution_log_group(group: LogGroup, unit: Unit) -> Iterator[Finding]:
    """The log group that is declared for execution logs is not the one that API Gateway writes to.

    The group is called after the API's id and the stage. Under any other name the real group stays without retention and filters.

    Fix safety: unsafe, the log group is replaced.
    When to ignore: the log group belongs to a stage that is declared elsewhere.
    References: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
    """
    stage = meant_stage(group, unit)
    if stage is not None:
        fix = execution_group_name_fix(group, stage, unit)
        yield group.name.finding(
            "no stage writes its execution logs to a group of this name",
            fix=fix,
            related=(stage.label("the group of this stage is called after the id of its API and its name"),),
        )
