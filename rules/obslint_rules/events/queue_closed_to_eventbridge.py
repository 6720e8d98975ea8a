"""queue-closed-to-eventbridge"""

from collections.abc import Iterator

from obslint.aws import TargetHolder, Unit, closed_queues, managed_key_queues
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def queue_closed_to_eventbridge(holder: TargetHolder, unit: Unit) -> Iterator[Finding]:
    """The rule's target, or a dead-letter queue, is a queue that does not admit EventBridge, or its key does not.

    Events never reach it. Of a dead-letter queue that is noticed when the events are needed.

    Fix safety: unsafe, who else may be admitted, and under which conditions, needs a judgement.
    References: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
    """
    for closure in closed_queues(holder, unit):
        if closure.verdict.refused:
            yield closure.at.finding("EventBridge may not send to the queue", fix=closure.fix, related=closure.related)
            break
    for at, fix, where in managed_key_queues(holder, unit):
        yield at.finding("EventBridge cannot use alias/aws/sqs, with which the queue is encrypted", fix=fix, related=where)
        break
