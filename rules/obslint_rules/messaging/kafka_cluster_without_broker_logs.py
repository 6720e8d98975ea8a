"""kafka-cluster-without-broker-logs"""

from collections.abc import Iterator

from obslint.aws import KafkaCluster, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("msk-broker-logging",), checkov="CKV_AWS_80", trivy="AWS-0074",
    kics="2f56b7ab fc7c2c15", cdk_nag="MSKBrokerLogging",
)  # fmt: skip
def kafka_cluster_without_broker_logs(cluster: KafkaCluster, unit: Unit) -> Iterator[Finding]:
    """The Kafka cluster ships its brokers' logs nowhere.

    Why a broker failed or a partition lost its leader cannot be explained afterwards.

    Fix safety: unsafe where the unit has one log group, the logs are billed by volume; else manual.
    When to ignore: the cluster is for trying things out.
    References: https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html
    """
    if ~cluster.ships_logs:
        yield cluster.to_log_group.finding("Kafka cluster ships no broker logs", fix=cluster.logging_fix(unit))
