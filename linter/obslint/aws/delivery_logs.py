"""Whether topics write down what they could not deliver.

https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html
"""

from obslint.aws.attribute import Attribute
from obslint.aws.recipients import InlineEndpoint
from obslint.aws.roles import ServiceRole
from obslint.aws.sns import Subscription
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import Plain, Truth
from obslint.policy import Fix, set_to

_SPELLED = {"http": ("http", "https"), "sqs": ("sqs",), "lambda": ("lambda",), "firehose": ("firehose",), "application": ("application",)}
"""The name of a protocol where logs are switched on, and in subscriptions. E-mail and SMS have no such logs in a topic."""

_ACTIONS = ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:PutMetricFilter", "logs:PutRetentionPolicy")


class _Status(View):
    protocol = attribute(None, "Protocol")
    role = reference(None, "FailureFeedbackRoleArn")


class LoggedTopic(View, terraform="aws_sns_topic", cloudformation="AWS::SNS::Topic"):
    """A topic, as far as it logs what it could not deliver."""

    named_by = ("name",)
    name = attribute("name", "TopicName")
    http = reference("http_failure_feedback_role_arn", None)
    sqs = reference("sqs_failure_feedback_role_arn", None)
    to_function = reference("lambda_failure_feedback_role_arn", None)
    firehose = reference("firehose_failure_feedback_role_arn", None)
    application = reference("application_failure_feedback_role_arn", None)
    status_list = attribute(None, "DeliveryStatusLogging")
    status = blocks(None, "DeliveryStatusLogging", _Status)
    endpoints = blocks(None, "Subscription", InlineEndpoint)

    def _role_for(self, protocol: str) -> Attribute:
        found: Attribute = getattr(self, "to_function" if protocol == "lambda" else protocol)
        return found

    def _logs(self, protocol: str) -> Truth:
        if self.resource.dialect == "cloudformation":
            names = (protocol, "http/s") if protocol == "http" else (protocol,)
            return self.status.any(lambda one: one.protocol.surely_in(names) & one.role.surely_set())
        return self._role_for(protocol).surely_set()

    def _delivers(self, protocol: str, unit: Unit) -> Truth:
        names = _SPELLED[protocol]
        inline = self.endpoints.any(lambda one: one.protocol.surely_in(names))
        return inline | unit.any(Subscription, lambda one: one.protocol.surely_in(names) & one.topic.refers_to(self))

    def unlogged(self, unit: Unit) -> tuple[str, ...]:
        """The protocols by which it delivers, and of which it logs no failures."""
        return tuple(one for one in _SPELLED if self._delivers(one, unit) & ~self._logs(one))

    def place(self, protocols: tuple[str, ...]) -> Attribute:
        """Where the first of them would be switched on."""
        return self.status_list if self.resource.dialect == "cloudformation" else self._role_for(protocols[0])

    def logging_fix(self, protocols: tuple[str, ...]) -> Fix:
        """Logs their failures, with a role for it."""
        role, policy = ServiceRole.drafted(self, "sns.amazonaws.com", _ACTIONS)
        arn: Plain = role.link("arn", "Arn")
        title, unsafe = "log what could not be delivered", "logs are billed by volume"
        if self.resource.dialect == "terraform":
            also = [(self._role_for(one), arn) for one in protocols[1:]]
            return set_to(arn, also=also, title=title, unsafe=unsafe, needs=(role, policy))
        if ~self.status_list.surely_absent():
            return set_to(arn, title=title, manual="the list has other entries, which stay")
        listed: Plain = [{"Protocol": "http/s" if one == "http" else one, "FailureFeedbackRoleArn": arn} for one in protocols]
        return set_to(listed, title=title, unsafe=unsafe, needs=(role, policy))
