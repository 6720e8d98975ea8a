"""topic-without-delivery-logs"""

from collections.abc import Iterator

from obslint.aws import LoggedTopic, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO,
    persona=Persona.PEDANTIC,
    confidence="medium",
    security_hub="SNS.2",
    nist_800_53_r5="AU-2 AU-12",
    pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 11.5.2 11.6.1 12.10.5 A3.3.1 A3.5.1",
    aws_fsbp="SNS.2",
)
def topic_without_delivery_logs(topic: LoggedTopic, unit: Unit) -> Iterator[Finding]:
    """A topic logs nothing about messages that it could not deliver.

    A queue, function or web hook that refuses them leaves no trace. For e-mail and SMS a topic has no such logs.

    Fix safety: unsafe, logs are billed by volume.
    References: https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html
    """
    protocols = topic.unlogged(unit)
    if protocols:
        message = f"failed deliveries by {', '.join(protocols)} are not logged"
        yield topic.place(protocols).finding(message, fix=topic.logging_fix(protocols))
