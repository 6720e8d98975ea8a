"""websocket-stage-without-route-logs"""

from collections.abc import Iterator

from obslint.aws import ACCOUNT_ROLE, HttpStage, Unit
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.INFO, persona=Persona.PEDANTIC, topics=("apigatewayv2-route-logging-level",), kics="1b6799eb 80d45af4")
def websocket_stage_without_route_logs(stage: HttpStage, unit: Unit) -> Iterator[Finding]:
    """The stage of a WebSocket API writes no execution logs of its routes.

    Integrations that fail leave no trace: a client gets no status code that would tell.

    Fix safety: unsafe, the account needs a CloudWatch role for API Gateway, and logs are billed by volume.
    When to ignore: what stands behind the routes logs its errors.
    References: https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html
    """
    if stage.is_websocket(unit) & ~stage.logs_routes:
        fix = set_to("ERROR", title="log errors of all routes", unsafe=ACCOUNT_ROLE)
        yield stage.route_level.finding("routes of the WebSocket API write no logs", fix=fix)
