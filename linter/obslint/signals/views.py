"""Resources that only carry signals on, as far as the graph asks about them."""

from obslint.aws.attribute import Attribute
from obslint.aws.view import View, attribute, blocks, reference


class Queue(View, terraform="aws_sqs_queue", cloudformation="AWS::SQS::Queue"):
    """A queue; Terraform's `id` and `url`, CloudFormation's `Ref` are its URL."""

    named_by = ("name",)
    name = attribute("name", "QueueName")
    kms_key = reference("kms_master_key_id", "KmsMasterKeyId")


class Timed(View, terraform="aws_cloudwatch_event_rule", cloudformation="AWS::Events::Rule"):
    """A rule, as far as it acts at set times."""

    schedule = attribute("schedule_expression", "ScheduleExpression")


class ChatChannel(
    View,
    terraform="aws_chatbot_slack_channel_configuration|aws_chatbot_teams_channel_configuration",
    cloudformation="AWS::Chatbot::SlackChannelConfiguration|AWS::Chatbot::MicrosoftTeamsChannelConfiguration",
):
    """A chat channel that listens to topics."""

    topics = reference("sns_topic_arns", "SnsTopicArns")


class QueueReader(View, terraform="aws_lambda_event_source_mapping", cloudformation="AWS::Lambda::EventSourceMapping"):
    """What lets a function read a queue or a stream."""

    source = reference("event_source_arn", "EventSourceArn")
    function = reference("function_name", "FunctionName")
    enabled = attribute("enabled", "Enabled", default=True)


class InlineSubscription(View):
    """A subscription inside a topic, as templates have them."""

    protocol = attribute(None, "Protocol")
    endpoint = reference(None, "Endpoint")


class TopicWithSubscriptions(View, cloudformation="AWS::SNS::Topic"):
    """A topic, as far as it holds its subscriptions."""

    subscriptions = blocks(None, "Subscription", InlineSubscription)


class ResponsePlan(View, terraform="aws_ssmincidents_response_plan", cloudformation="AWS::SSMIncidents::ResponsePlan"):
    """A plan of Incident Manager: it engages people."""

    named_by = ("name",)
    name = attribute("name", "Name")


class ScalingPolicy(
    View,
    terraform="aws_autoscaling_policy|aws_appautoscaling_policy",
    cloudformation="AWS::AutoScaling::ScalingPolicy|AWS::ApplicationAutoScaling::ScalingPolicy",
):
    """Something that scales."""


class Firehose(View, terraform="aws_kinesis_firehose_delivery_stream", cloudformation="AWS::KinesisFirehose::DeliveryStream"):
    """A delivery stream, and the bucket of its usual destination."""

    named_by = ("name",)
    name = attribute("name", "DeliveryStreamName")
    bucket = reference("extended_s3_configuration.bucket_arn", "ExtendedS3DestinationConfiguration.BucketARN")
    plain_bucket = reference("s3_configuration.bucket_arn", "S3DestinationConfiguration.BucketARN")


class DataStream(View, terraform="aws_kinesis_stream", cloudformation="AWS::Kinesis::Stream"):
    """A data stream."""

    named_by = ("name",)
    name = attribute("name", "Name")


class LogWriter(
    View,
    terraform="aws_cloudtrail|aws_flow_log|aws_wafv2_web_acl_logging_configuration|aws_route53_query_log"
    "|aws_route53_resolver_query_log_config|aws_lb|aws_alb|aws_elb|aws_cloudfront_distribution|aws_api_gateway_stage"
    "|aws_apigatewayv2_stage|aws_sfn_state_machine|aws_s3_bucket_logging|aws_msk_cluster|aws_codebuild_project|aws_lambda_function"
    "|aws_ecs_cluster|aws_config_delivery_channel",
    cloudformation="AWS::CloudTrail::Trail|AWS::EC2::FlowLog|AWS::WAFv2::LoggingConfiguration"
    "|AWS::Route53Resolver::ResolverQueryLoggingConfig|AWS::ElasticLoadBalancingV2::LoadBalancer"
    "|AWS::ElasticLoadBalancing::LoadBalancer|AWS::CloudFront::Distribution|AWS::ApiGateway::Stage|AWS::ApiGatewayV2::Stage"
    "|AWS::StepFunctions::StateMachine|AWS::S3::Bucket|AWS::MSK::Cluster|AWS::CodeBuild::Project|AWS::Lambda::Function"
    "|AWS::Serverless::Function|AWS::ECS::Cluster|AWS::Config::DeliveryChannel|AWS::Serverless::Api|AWS::Serverless::HttpApi"
    "|AWS::Serverless::StateMachine",
):
    """Anything that is told where to write a log, and may be told not to."""

    trail_group = reference("cloud_watch_logs_group_arn", "CloudWatchLogsLogGroupArn")
    trail_bucket = reference("s3_bucket_name", "S3BucketName")
    trail_switch = attribute("enable_logging", "IsLogging")
    flow = reference("log_destination", "LogDestination")
    flow_group = reference("log_group_name", "LogGroupName")
    firewall = reference("log_destination_configs", "LogDestinationConfigs")
    queries = reference("cloudwatch_log_group_arn", None)
    resolver = reference("destination_arn", "DestinationArn")
    balancer_bucket = reference("access_logs.bucket", "LoadBalancerAttributes[Key=access_logs.s3.bucket].Value")
    balancer_switch = attribute("access_logs.enabled", "LoadBalancerAttributes[Key=access_logs.s3.enabled].Value")
    classic_bucket = reference(None, "AccessLoggingPolicy.S3BucketName")
    classic_switch = attribute(None, "AccessLoggingPolicy.Enabled")
    distribution = reference("logging_config.bucket", "DistributionConfig.Logging.Bucket")
    stage = reference("access_log_settings.destination_arn", "AccessLogSetting.DestinationArn")
    http_stage = reference(None, "AccessLogSettings.DestinationArn")
    machine = reference("logging_configuration.log_destination", "LoggingConfiguration.Destinations")
    machine_switch = attribute("logging_configuration.level", "LoggingConfiguration.Level")
    sam_machine = reference(None, "Logging.Destinations")
    objects = reference("target_bucket", "LoggingConfiguration.DestinationBucketName")
    brokers = reference("logging_info.broker_logs.cloudwatch_logs.log_group", "LoggingInfo.BrokerLogs.CloudWatchLogs.LogGroup")
    broker_switch = attribute("logging_info.broker_logs.cloudwatch_logs.enabled", "LoggingInfo.BrokerLogs.CloudWatchLogs.Enabled")
    build = reference("logs_config.cloudwatch_logs.group_name", "LogsConfig.CloudWatchLogs.GroupName")
    function = reference("logging_config.log_group", "LoggingConfig.LogGroup")

    @property
    def destinations(self) -> tuple[tuple[Attribute, Attribute | None], ...]:
        """Where logs go, each with the switch that may turn it off."""
        found = (
            (self.trail_group, self.trail_switch), (self.trail_bucket, self.trail_switch), (self.flow, None), (self.flow_group, None),
            (self.firewall, None), (self.queries, None), (self.resolver, None), (self.balancer_bucket, self.balancer_switch),
            (self.classic_bucket, self.classic_switch), (self.distribution, None), (self.stage, None), (self.http_stage, None),
            (self.machine, self.machine_switch), (self.sam_machine, None), (self.objects, None), (self.brokers, self.broker_switch),
            (self.build, None), (self.function, None),
        )  # fmt: skip
        return tuple(one for one in found if one[0].written)
