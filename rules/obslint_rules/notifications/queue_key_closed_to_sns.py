"""queue-key-closed-to-sns"""

from collections.abc import Iterator

from obslint.aws import Subscription, Unit, queue_key_closures, subscribed_queue
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def queue_key_closed_to_sns(subscription: Subscription, unit: Unit) -> Iterator[Finding]:
    """The key of the queue that is subscribed does not admit SNS.

    What is published is refused there, while whoever publishes sees no error.

    Fix safety: unsafe, it lets SNS use the key; manual for the key of AWS, which cannot be changed.
    References: https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic-sqs-queue-subscriptions.html
    """
    queue = subscribed_queue(subscription, unit)
    for message, fix, where in queue_key_closures(queue, unit) if queue is not None else ():
        yield subscription.endpoint.finding(message, fix=fix, related=where)
