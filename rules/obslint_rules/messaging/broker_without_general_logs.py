"""broker-without-general-logs"""

from collections.abc import Iterator

from obslint.aws import MessageBroker, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("mq-general-logging", "mq-broker-logging-both",), checkov="CKV_AWS_48",
    trivy="AWS-0071", kics="31245f98 e519ed6a", terrascan="AC_AWS_0174", prowler="mq_broker_logging_enabled",
    pci_dss_4_0="10.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 5.3.4 A1.2.1",
    soc2="cc_a_1_1",
)  # fmt: skip
def broker_without_general_logs(broker: MessageBroker, unit: Unit) -> Iterator[Finding]:
    """The Amazon MQ broker does not publish its general log.

    Connections that fail, queues that fill up and restarts cannot be explained.

    Fix safety: unsafe where the unit lets Amazon MQ write logs, since the broker restarts; else manual.
    When to ignore: the broker is for trying things out.
    References: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/security-logging-monitoring-configure-cloudwatch.html
    """
    if broker.general_logs.surely(False):
        yield broker.general_logs.finding("MQ broker publishes no general log", fix=broker.publishing_fix(unit))
