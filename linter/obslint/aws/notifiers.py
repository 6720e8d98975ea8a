"""Whether what receives alerts can do so: functions that are switched off, FIFO topics that reach no person."""

from collections.abc import Iterator

from obslint.aws.access.logs import LogFeed
from obslint.aws.access.topics import subscribed_queue, topic_of
from obslint.aws.publishers import alerts_to
from obslint.aws.recipients import InlineEndpoint
from obslint.aws.sns import Subscription, Topic
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.policy import Fix, Label, remove, set_to

_OUTSIDE = ("email", "email-json", "sms", "http", "https", "application", "lambda")
"""What a FIFO topic does not deliver to; functions take it from a queue: https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html"""


class _Inline(View):
    endpoints = blocks(None, "Subscription", InlineEndpoint)


class Notifier(View, terraform="aws_lambda_function", cloudformation="AWS::Lambda::Function|AWS::Serverless::Function"):
    """A function, as far as alerts are handed to it."""

    named_by = ("name",)
    name = attribute("function_name", "FunctionName")
    concurrency = attribute("reserved_concurrent_executions", "ReservedConcurrentExecutions")
    events = reference(None, "Events")

    @property
    def fix(self) -> Fix:
        """Gives it what the account has left."""
        return remove(title="let it run", unsafe="somebody may have stopped it on purpose").on(self.resource, self.concurrency.path)

    def called_for(self, unit: Unit) -> Label | None:
        """A label on what hands it alerts or logs, where that is certain."""
        for one in unit.all(Subscription):
            topic = topic_of(one, unit)
            if topic and (one.protocol.surely("lambda") & one.endpoint.refers_to(self) & alerts_to(topic, unit).known):
                return one.label("alerts are handed to it here")
        feed = next((one for one in unit.all(LogFeed) if one.destination.refers_to(self)), None)
        if feed is not None:
            return feed.label("logs are handed to it here")
        topics = unit.all(Topic)
        sam = next((one for one in topics if self.events.mentions(one) | one.inline_subscriptions.mentions(self)), None)
        return sam.label("it is subscribed to this topic") if sam and alerts_to(sam, unit).known else None


class QueuePoll(View, terraform="aws_lambda_event_source_mapping", cloudformation="AWS::Lambda::EventSourceMapping"):
    """Hands what is in a queue to a function."""

    source = reference("event_source_arn", "EventSourceArn")
    enabled = attribute("enabled", "Enabled", default=True)

    @property
    def fix(self) -> Fix:
        """Switches it on."""
        title, unsafe = "switch it on", "the function starts to work on what is in the queue"
        return set_to(True, title=title, unsafe=unsafe).on(self.resource, self.enabled.path)

    def called_for(self, unit: Unit) -> Label | None:
        """A label on the subscription by which alerts come into the queue."""
        for one in unit.all(Subscription):
            queue, topic = subscribed_queue(one, unit), topic_of(one, unit)
            if queue and topic and self.source.refers_to(queue) & alerts_to(topic, unit).known:
                return one.label("alerts come into the queue here")
        return None


def undelivered(topic: Topic, unit: Unit) -> Iterator[Label]:
    """Labels on subscriptions to a FIFO topic that it does not deliver to."""
    for one in unit.all(Subscription):
        if one.topic.refers_to(topic) & one.protocol.surely_in(_OUTSIDE):
            yield one.protocol.label("this is no queue")
    for endpoint in _Inline(topic.resource).endpoints:
        if endpoint.protocol.surely_in(_OUTSIDE):
            yield endpoint.protocol.label("this is no queue")
