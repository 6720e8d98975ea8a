"""SNS topics and who receives what they publish."""

from fnmatch import fnmatchcase

from obslint.aws.alarms import Alarm
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import NO, Truth, any_of
from obslint.model.compare import matches
from obslint.policy import Label

SNS_KEY = "alias/aws/sns"
"""The AWS managed key of SNS. Its policy cannot be changed: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"""

CUSTOMER_KEYS = ("aws_kms_key", "aws_kms_alias", "aws_kms_replica_key", "AWS::KMS::Key", "AWS::KMS::Alias", "AWS::KMS::ReplicaKey")


class Topic(View, terraform="aws_sns_topic", cloudformation="AWS::SNS::Topic"):
    """A notification topic."""

    named_by = ("name",)
    name = attribute("name", "TopicName")
    kms_key = reference("kms_master_key_id", "KmsMasterKeyId")
    inline_subscriptions = attribute(None, "Subscription")
    fifo = attribute("fifo_topic", "FifoTopic", default=False)

    def is_called(self, patterns: tuple[str, ...]) -> Truth:
        """Whether the name fits one of some patterns, in which `*` stands for anything."""
        return matches(self.name.value, lambda name: any(fnmatchcase(name, one) for one in patterns)) if patterns else NO

    def gets_alarms(self, unit: Unit) -> Truth:
        """Whether an alarm notifies the topic."""
        return unit.any(Alarm, lambda alarm: alarm.notifies(self))

    def alarms_named(self, unit: Unit) -> tuple[Label, ...]:
        """A label on the first alarm that notifies the topic, for a finding."""
        first = next((alarm for alarm in unit.all(Alarm) if alarm.notifies(self).known), None)
        return (first.label("this alarm is sent to it"),) if first else ()

    def uses_managed_key(self, unit: Unit) -> Truth:
        """Whether the topic is encrypted with the AWS managed key, by alias, by the alias's ARN, or looked up."""
        looked_up = unit.any(KeyAlias, lambda alias: alias.name.surely(SNS_KEY) & self.kms_key.refers_to(alias))
        named = self.kms_key.surely(SNS_KEY) | self.kms_key.ends_with(f":{SNS_KEY}") | looked_up
        return named & ~self.kms_key.refers_to_type(*CUSTOMER_KEYS)

    def has_receiver(self, unit: Unit) -> Truth:
        """Whether anything receives from the topic. Whatever another provider or a custom resource does with it may be just that."""
        return (
            self.inline_subscriptions.surely_set()
            | unit.any(TopicReceiver, lambda receiver: receiver.receives_from(self))
            | unit.mentions(self, by=lambda kind: not kind.startswith(("aws_", "AWS::", "data.")) or kind in CUSTOM)
        )


class Subscription(View, terraform="aws_sns_topic_subscription", cloudformation="AWS::SNS::Subscription"):
    """An endpoint that receives what a topic publishes."""

    topic = reference("topic_arn", "TopicArn")
    protocol = attribute("protocol", "Protocol")
    endpoint = attribute("endpoint", "Endpoint")
    redrive = attribute("redrive_policy", "RedrivePolicy")
    filter_policy = attribute("filter_policy", "FilterPolicy")
    filter_scope = attribute("filter_policy_scope", "FilterPolicyScope", default="MessageAttributes")


class TopicReceiver(
    View,
    terraform="aws_sns_topic_subscription|aws_chatbot_slack_channel_configuration|aws_chatbot_teams_channel_configuration"
    "|aws_lambda_permission",
    cloudformation="AWS::SNS::Subscription|AWS::Chatbot::SlackChannelConfiguration|AWS::Chatbot::MicrosoftTeamsChannelConfiguration"
    "|AWS::Lambda::Permission|AWS::Serverless::Function",
):
    """A subscription, a chat channel, or a function that a topic may call, which says that it is subscribed somewhere."""

    topic = reference("topic_arn", "TopicArn")
    channel = reference("sns_topic_arns", "SnsTopicArns")
    caller = reference("source_arn", "SourceArn")
    events = reference(None, "Events")

    def receives_from(self, topic: Topic) -> Truth:
        """Whether the topic is what it listens to."""
        named = any_of((self.topic, self.channel, self.caller), lambda place: place.refers_to(topic))
        return named | self.events.mentions(topic)


class KeyAlias(View, terraform="data.aws_kms_alias"):
    """A KMS key looked up by its alias."""

    name = attribute("name", None)


CUSTOM = ("aws_cloudformation_stack", "AWS::CloudFormation::CustomResource", "AWS::CloudFormation::Stack")
"""Resource types that hand a topic to code of which nothing is known here."""
