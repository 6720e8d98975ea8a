"""Kafka clusters and MQ brokers."""

from obslint.aws.attribute import Attribute
from obslint.aws.guards.holders import LogResourcePolicy
from obslint.aws.logs import LogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Truth, any_of
from obslint.policy import Fix, PlanEffect, set_to


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
        """Ships the logs to a log group."""
        return _shipping_fix(self, self.log_group, unit)


class KafkaConnector(View, terraform="aws_mskconnect_connector", cloudformation="AWS::KafkaConnect::Connector"):
    """A connector between a Kafka cluster and something else."""

    to_log_group = attribute(
        "log_delivery.worker_log_delivery.cloudwatch_logs.enabled", "LogDelivery.WorkerLogDelivery.CloudWatchLogs.Enabled", default=False
    )
    log_group = reference(
        "log_delivery.worker_log_delivery.cloudwatch_logs.log_group", "LogDelivery.WorkerLogDelivery.CloudWatchLogs.LogGroup"
    )
    to_stream = attribute(
        "log_delivery.worker_log_delivery.firehose.enabled", "LogDelivery.WorkerLogDelivery.Firehose.Enabled", default=False
    )
    to_bucket = attribute("log_delivery.worker_log_delivery.s3.enabled", "LogDelivery.WorkerLogDelivery.S3.Enabled", default=False)

    @property
    def ships_logs(self) -> Truth:
        """Whether the workers' logs go anywhere."""
        return any_of((self.to_log_group, self.to_stream, self.to_bucket), lambda one: one.surely(True))

    def logging_fix(self, unit: Unit) -> Fix:
        """Ships the logs to a log group; only a new connector takes the setting."""
        return _shipping_fix(self, self.log_group, unit, effect="replacement")


def _shipping_fix(view: View, log_group: Attribute, unit: Unit, *, effect: PlanEffect = "in-place") -> Fix:
    """Switches delivery on: to the log group that is named, or that the unit has as its only one."""
    if log_group.surely_set():
        return set_to(True, unsafe="the logs are billed by volume", effect=effect)
    group = unit.only(LogGroup, view)
    name = group.link("name", "Ref") if group else "NAME"
    unsafe, manual = ("the logs are billed by volume", "") if group else ("", "it needs a log group, a bucket or a delivery stream")
    return set_to(True, also=((log_group, name),), title="ship the logs to a log group", unsafe=unsafe, manual=manual, effect=effect)


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


DELIVERY_DESTINATIONS = {
    "extended_s3_configuration": "ExtendedS3DestinationConfiguration",
    "s3_configuration": "S3DestinationConfiguration",
    "redshift_configuration": "RedshiftDestinationConfiguration",
    "opensearch_configuration": "AmazonopensearchserviceDestinationConfiguration",
    "opensearchserverless_configuration": "AmazonOpenSearchServerlessDestinationConfiguration",
    "elasticsearch_configuration": "ElasticsearchDestinationConfiguration",
    "splunk_configuration": "SplunkDestinationConfiguration",
    "http_endpoint_configuration": "HttpEndpointDestinationConfiguration",
    "snowflake_configuration": "SnowflakeDestinationConfiguration",
    "iceberg_configuration": "IcebergDestinationConfiguration",
}
"""Where a delivery stream can deliver to, in both dialects; a stream has one of them."""


class DeliveryStream(View, terraform="aws_kinesis_firehose_delivery_stream", cloudformation="AWS::KinesisFirehose::DeliveryStream"):
    """A Firehose stream. Each kind of destination says for itself whether delivery errors are logged."""

    def destination(self, kind: str) -> Attribute:
        """A destination."""
        return self._at(kind, "", "")

    def error_log(self, kind: str) -> Attribute:
        """Whether failed deliveries to a destination are logged."""
        return self._at(kind, ".cloudwatch_logging_options.enabled", ".CloudWatchLoggingOptions.Enabled", default=False)

    def error_log_fix(self, kind: str) -> Fix:
        """Logs failed deliveries, which needs a log stream that exists."""
        group = self._at(kind, ".cloudwatch_logging_options.log_group_name", ".CloudWatchLoggingOptions.LogGroupName")
        stream = self._at(kind, ".cloudwatch_logging_options.log_stream_name", ".CloudWatchLoggingOptions.LogStreamName")
        reason = "it needs a log group with a log stream, and the role must be allowed to write to it"
        return set_to(True, also=((group, "NAME"), (stream, "NAME")), title="log failed deliveries", manual=reason)

    def _at(self, kind: str, terraform: str, cloudformation: str, *, default: bool | None = None) -> Attribute:
        declared = attribute(f"{kind}{terraform}", f"{DELIVERY_DESTINATIONS[kind]}{cloudformation}", default=default)
        declared.__set_name__(type(self), f"{kind}{terraform}")
        return declared.__get__(self, type(self))
