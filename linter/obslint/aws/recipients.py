"""Who is meant to receive alerts: endpoints of subscriptions, and addresses of budgets and cost anomalies."""

import re
from collections.abc import Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import Truth, any_of

_PLACEHOLDER = re.compile(
    r"@([\w-]+\.)*example\.(com|org|net)$|://([\w-]+\.)*example\.(com|org|net)(?=[/:]|$)|@localhost$|://localhost(?=[/:]|$)"
    r"|\.(test|invalid|localhost|example)(?=[/:]|$)|change[-_]?me|replace[-_]?me|your[-_]?(e?mail|team|domain|company)|^(no-?reply|donotreply)@"
    r"|hooks\.slack\.com/services/(T0+|X{3})|^\+?0{8,}$|^\+?10{8,}$|^x{4,}$|/(0{16,}|x{8,})(/|$)",
    re.IGNORECASE,
)
"""Names that nobody has: RFC 2606, and what templates leave to be filled in."""


_BY_ARN = ("application", "firehose", "lambda", "sqs")
"""The protocols whose endpoints are resources."""


class InlineEndpoint(View):
    """A subscription that is written in its topic."""

    protocol = attribute(None, "Protocol")
    endpoint = attribute(None, "Endpoint")


class AlertAddress(View):
    """Whom a budget or a subscription to anomalies tells."""

    emails = attribute("subscriber_email_addresses", None)
    mailed = attribute("address", "Address")


class ThresholdAddress(View):
    """A threshold of a budget, with whom it tells."""

    emails = attribute("subscriber_email_addresses", None)
    subscribers = blocks(None, "Subscribers", AlertAddress)


class Recipients(
    View,
    terraform="aws_sns_topic_subscription|aws_budgets_budget|aws_ce_anomaly_subscription",
    cloudformation="AWS::SNS::Subscription|AWS::SNS::Topic|AWS::Budgets::Budget|AWS::CE::AnomalySubscription",
):
    """Something that says who receives alerts."""

    own_protocol = attribute("protocol", "Protocol")
    own_endpoint = attribute("endpoint", "Endpoint")
    inline = blocks(None, "Subscription", InlineEndpoint)
    thresholds = blocks("notification", "NotificationsWithSubscribers", ThresholdAddress)
    subscribers = blocks("subscriber", "Subscribers", AlertAddress)

    def endpoints(self) -> Iterator[tuple[Attribute, Attribute]]:
        """The protocol and the endpoint of each subscription to a topic."""
        if self.is_type("aws_sns_topic_subscription", "AWS::SNS::Subscription"):
            yield self.own_protocol, self.own_endpoint
        elif self.is_type("AWS::SNS::Topic"):
            yield from ((one.protocol, one.endpoint) for one in self.inline)

    def addresses(self) -> Iterator[Attribute]:
        """Every address that a message is sent to; what is named by its ARN is none."""
        yield from (endpoint for protocol, endpoint in self.endpoints() if protocol.surely_in(_BY_ARN).known is not True)
        if self.is_type("aws_budgets_budget", "AWS::Budgets::Budget"):
            for one in self.thresholds:
                yield from one.emails.items()
                yield from (who.mailed for who in one.subscribers)
        elif self.is_type("aws_ce_anomaly_subscription", "AWS::CE::AnomalySubscription"):
            yield from (who.mailed for who in self.subscribers)


def is_placeholder(address: Attribute) -> Truth:
    """Whether an address is one that nobody has."""
    return address.is_text(lambda text: not text.startswith("arn:") and _PLACEHOLDER.search(text) is not None)


class QueueReader(
    View,
    terraform="aws_lambda_event_source_mapping|aws_pipes_pipe",
    cloudformation="AWS::Lambda::EventSourceMapping|AWS::Pipes::Pipe|AWS::Serverless::Function",
):
    """Takes messages out of queues."""

    source = reference("event_source_arn", "EventSourceArn")
    pipe = reference("source", "Source")
    events = reference(None, "Events")

    def reads(self, queue: View) -> Truth:
        """Whether a queue is what it reads."""
        return any_of((self.source, self.pipe), lambda place: place.refers_to(queue)) | self.events.mentions(queue)
