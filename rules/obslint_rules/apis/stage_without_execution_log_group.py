"""stage-without-execution-log-group"""

from collections.abc import Iterator

from obslint.aws import ManagedLogGroup, RestStage, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("apigateway-execution-log-group-named",), kics="982aa526", terrascan="AC_AWS_0014",
)  # fmt: skip
def stage_without_execution_log_group(stage: RestStage, unit: Unit) -> Iterator[Finding]:
    """The log group of the stage's execution logs is declared nowhere.

    API Gateway creates it when the first request comes: it never expires and has no key of yours.

    Fix safety: manual, a group that exists already has to be imported first.
    When to ignore: something else sets the retention of all log groups.
    References: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
    """
    if stage.writes_execution_logs(unit) & unit.none(ManagedLogGroup, stage.fills):
        yield stage.finding("log group for execution logs of the API stage is declared nowhere", fix=stage.execution_group_fix)
