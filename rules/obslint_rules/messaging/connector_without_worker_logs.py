"""connector-without-worker-logs"""

from collections.abc import Iterator

from obslint.aws import KafkaConnector, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, security_hub="MSK.5", aws_fsbp="MSK.5",
)  # fmt: skip
def connector_without_worker_logs(connector: KafkaConnector, unit: Unit) -> Iterator[Finding]:
    """The MSK Connect connector delivers its workers' logs nowhere.

    Why a connector failed cannot be seen: its workers run where nobody can look.

    Fix safety: unsafe where the unit has one log group, the connector is replaced; else manual.
    When to ignore: the connector is for trying things out.
    References: https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-logging.html
    """
    if ~connector.ships_logs:
        yield connector.to_log_group.finding("Kafka connector delivers no worker logs", fix=connector.logging_fix(unit))
