"""queue-closed-to-sns"""

from collections.abc import Iterator

from obslint.aws import Subscription, Unit, delivery_verdict, queue_delivery_fix, subscribed_queue
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def queue_closed_to_sns(subscription: Subscription, unit: Unit) -> Iterator[Finding]:
    """The queue that is subscribed does not admit SNS.

    What is published is refused there, while whoever publishes sees no error.

    Fix safety: unsafe, it lets SNS send to the queue.
    References: https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html
    """
    queue = subscribed_queue(subscription, unit)
    if queue is not None:
        verdict = delivery_verdict(subscription, queue, "sqs:SendMessage", unit)
        if verdict.refused:
            fix = queue_delivery_fix(subscription, queue, verdict, unit)
            yield subscription.endpoint.finding("the queue does not admit SNS", fix=fix, related=verdict.evidence(queue))
