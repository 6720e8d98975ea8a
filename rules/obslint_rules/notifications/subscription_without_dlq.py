"""subscription-without-dlq"""

from collections.abc import Iterator

from obslint.aws import Subscription, Unit, undelivered_fix
from obslint.policy import Finding, Persona, Severity, rule

RETRIED = ("sqs", "lambda", "http", "https", "firehose")


@rule(Severity.INFO, persona=Persona.PEDANTIC, cdk_nag="SNSRedrivePolicy")
def subscription_without_dlq(subscription: Subscription, unit: Unit) -> Iterator[Finding]:
    """The subscription has no dead-letter queue.

    What cannot be delivered is lost after the last attempt.

    Fix safety: unsafe, it adds a queue that somebody has to look into.
    References: https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html
    """
    if subscription.protocol.surely_in(RETRIED) & subscription.redrive.surely_absent():
        fix = undelivered_fix(subscription, unit)
        yield subscription.redrive.finding("what the subscription cannot deliver is lost", fix=fix)
