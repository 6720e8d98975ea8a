"""topic-without-customer-key"""

from collections.abc import Iterator

from obslint.aws import Topic, Unit, customer_key_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, trivy="AWS-0136", kics="b1a72f66")
def topic_without_customer_key(topic: Topic, unit: Unit) -> Iterator[Finding]:
    """The topic is encrypted with the key of AWS for SNS.

    The policy of alias/aws/sns cannot admit other services or accounts. For a topic that alarms are sent to, that is
    alarm-topic-with-aws-key.

    Fix safety: unsafe where the unit has one key with a policy of its own, which must admit whoever publishes; else manual.
    References: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    """
    if topic.uses_managed_key(unit) & ~topic.gets_alarms(unit):
        yield topic.kms_key.finding("topic is encrypted with alias/aws/sns", fix=customer_key_fix(topic, unit))
