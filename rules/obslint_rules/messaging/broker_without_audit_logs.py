"""broker-without-audit-logs"""

from collections.abc import Iterator

from obslint.aws import MessageBroker, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, topics=("mq-audit-logging", "mq-broker-logging-both",), checkov="CKV_AWS_197",
    trivy="AWS-0070", security_hub="MQ.2", prowler="mq_broker_logging_enabled",
    pci_dss_4_0="10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 5.3.4 A1.2.1",
    aws_fsbp="MQ.2", soc2="cc_a_1_1",
)  # fmt: skip
def broker_without_audit_logs(broker: MessageBroker, unit: Unit) -> Iterator[Finding]:
    """The ActiveMQ broker does not publish its audit log.

    What was done in its console or over JMX is recorded nowhere. RabbitMQ has no such log.

    Fix safety: unsafe where the unit lets Amazon MQ write logs, since the broker restarts; else manual.
    When to ignore: nobody uses the console.
    References: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring-configure-cloudwatch.html
    """
    if broker.audit_logs.surely(False) & broker.has_audit_log:
        yield broker.audit_logs.finding("ActiveMQ broker publishes no audit log", fix=broker.publishing_fix(unit))
