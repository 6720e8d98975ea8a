"""queue-without-dlq"""

from collections.abc import Iterator

from obslint.aws import Queue, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, cdk_nag="SQSQueueDLQ SQSRedrivePolicy")
def queue_without_dlq(queue: Queue, unit: Unit) -> Iterator[Finding]:
    """The queue has no dead-letter queue.

    A message that cannot be handled is handed out again and again until it expires, and nobody sees it.

    Fix safety: unsafe, it adds a queue that somebody has to look into; manual for FIFO queues.
    References: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
    """
    if ~queue.has_dead_letter_queue(unit) & ~queue.is_dead_letter_queue(unit):
        yield queue.redrive.finding("messages that cannot be handled are not put aside", fix=queue.dead_letter_fix())
