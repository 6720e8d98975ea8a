"""Kafka clusters and MQ brokers."""

from obslint.aws.guards.holders import LogResourcePolicy
from obslint.aws.logs import LogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Truth, any_of
from obslint.policy import Fix, set_to


class KafkaCluster(View, terraform="aws_msk_cluster", cloudformation="AWS::MSK::Cluster"):
    """A Kafka cluster with brokers of its own."""

    to_log_group = attribute(
        "logging_info.broker_logs.cloudwatch_logs.enabled", "LoggingInfo.BrokerLogs.CloudWatchLogs.Enabled", default=False
    )
    log_group = reference("logging_info.broker_logs.cloudwatch_logs.log_group", "LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup")
    to_stream = attribute("logging_info.broker_logs.firehose.enabled", "LoggingInfo.BrokerLogs.Firehose.Enabled", default=False)
    to_bucket = attribute("logging_info.broker_logs.s3.enabled", "LoggingInfo.BrokerLogs.S3.Enabled", default=False)

    @property
    def ships_logs(self) -> Truth:
        """Whether the brokers' logs go anywhere."""
        return any_of((self.to_log_group, self.to_stream, self.to_bucket), lambda one: one.surely(True))

    def logging_fix(self, unit: Unit) -> Fix:
        """Ships the logs to the log group that the cluster names, or that the unit has as its only one."""
        if self.log_group.surely_set():
            return set_to(True, unsafe="the logs are billed by volume")
        group = unit.only(LogGroup, self)
        name = group.link("name", "Ref") if group else "NAME"
        unsafe, manual = ("the logs are billed by volume", "") if group else ("", "it needs a log group, a bucket or a delivery stream")
        return set_to(True, also=((self.log_group, name),), title="ship broker logs to a log group", unsafe=unsafe, manual=manual)


class MessageBroker(View, terraform="aws_mq_broker", cloudformation="AWS::AmazonMQ::Broker"):
    """A broker of Amazon MQ. Only ActiveMQ has an audit log."""

    engine = attribute("engine_type", "EngineType")
    general_logs = attribute("logs.general", "Logs.General", default=False)
    audit_logs = attribute("logs.audit", "Logs.Audit", default=False)

    @property
    def has_audit_log(self) -> Truth:
        """Whether there is an audit log to publish."""
        return ~self.engine.is_text(lambda text: text.casefold() == "rabbitmq")

    def publishing_fix(self, unit: Unit) -> Fix:
        """Publishes a log; whether Amazon MQ may write it depends on a resource policy of the account."""
        admitted = unit.any(LogResourcePolicy, lambda policy: policy.document.spells("mq.amazonaws.com"))
        if admitted.known:
            return set_to(True, unsafe="the broker restarts, and the log is billed by volume")
        return set_to(True, manual="a resource policy of CloudWatch Logs must let mq.amazonaws.com write to /aws/amazonmq/*")
