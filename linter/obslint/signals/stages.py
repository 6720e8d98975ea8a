"""Which resources are stages of a signal's way, what kind of stage, and what they are called."""

from obslint.aws.view import View
from obslint.model import Absent, Known, Reference, Resource, Symbolic, Value, settle
from obslint.signals.graph import Kind

_KINDS: dict[Kind, dict[str, str]] = {
    "actor": {
        "function": "aws_lambda_function|AWS::Lambda::Function|AWS::Serverless::Function",
        "load balancer": "aws_lb|aws_alb|aws_elb|AWS::ElasticLoadBalancingV2::LoadBalancer|AWS::ElasticLoadBalancing::LoadBalancer",
        "target group": "aws_lb_target_group|aws_alb_target_group|AWS::ElasticLoadBalancingV2::TargetGroup",
        "distribution": "aws_cloudfront_distribution|AWS::CloudFront::Distribution",
        "API": "aws_api_gateway_rest_api|aws_apigatewayv2_api|AWS::ApiGateway::RestApi|AWS::ApiGatewayV2::Api"
        "|AWS::Serverless::Api|AWS::Serverless::HttpApi|aws_appsync_graphql_api|AWS::AppSync::GraphQLApi",
        "API stage": "aws_api_gateway_stage|aws_apigatewayv2_stage|AWS::ApiGateway::Stage|AWS::ApiGatewayV2::Stage",
        "state machine": "aws_sfn_state_machine|AWS::StepFunctions::StateMachine|AWS::Serverless::StateMachine",
        "stream": "aws_kinesis_stream|AWS::Kinesis::Stream",
        "table": "aws_dynamodb_table|AWS::DynamoDB::Table",
        "database": "aws_db_instance|aws_rds_cluster_instance|AWS::RDS::DBInstance|aws_redshift_cluster|AWS::Redshift::Cluster",
        "database cluster": "aws_rds_cluster|AWS::RDS::DBCluster|aws_docdb_cluster|AWS::DocDB::DBCluster|aws_neptune_cluster"
        "|AWS::Neptune::DBCluster",
        "service": "aws_ecs_service|AWS::ECS::Service|aws_apprunner_service|AWS::AppRunner::Service",
        "task": "aws_ecs_task_definition|AWS::ECS::TaskDefinition",
        "cluster": "aws_ecs_cluster|AWS::ECS::Cluster|aws_eks_cluster|AWS::EKS::Cluster|aws_msk_cluster|AWS::MSK::Cluster",
        "instance": "aws_instance|AWS::EC2::Instance",
        "scaling group": "aws_autoscaling_group|AWS::AutoScaling::AutoScalingGroup",
        "cache": "aws_elasticache_replication_group|aws_elasticache_cluster|AWS::ElastiCache::ReplicationGroup"
        "|AWS::ElastiCache::CacheCluster",
        "canary": "aws_synthetics_canary|AWS::Synthetics::Canary",
        "health check": "aws_route53_health_check|AWS::Route53::HealthCheck",
        "build project": "aws_codebuild_project|AWS::CodeBuild::Project",
    },
    "emitter": {
        "trail": "aws_cloudtrail|AWS::CloudTrail::Trail",
        "flow log": "aws_flow_log|AWS::EC2::FlowLog",
        "detector": "aws_guardduty_detector|AWS::GuardDuty::Detector",
        "recorder": "aws_config_configuration_recorder|AWS::Config::ConfigurationRecorder",
        "firewall log": "aws_wafv2_web_acl_logging_configuration|AWS::WAFv2::LoggingConfiguration",
        "query log": "aws_route53_query_log|aws_route53_resolver_query_log_config|AWS::Route53Resolver::ResolverQueryLoggingConfig",
    },
    "transport": {
        "event bus": "aws_cloudwatch_event_bus|AWS::Events::EventBus",
        "subscription filter": "aws_cloudwatch_log_subscription_filter|AWS::Logs::SubscriptionFilter",
        "delivery stream": "aws_kinesis_firehose_delivery_stream|AWS::KinesisFirehose::DeliveryStream",
        "metric stream": "aws_cloudwatch_metric_stream|AWS::CloudWatch::MetricStream",
    },
    "store": {
        "log group": "aws_cloudwatch_log_group|AWS::Logs::LogGroup",
        "bucket": "aws_s3_bucket|AWS::S3::Bucket",
        "event data store": "aws_cloudtrail_event_data_store|AWS::CloudTrail::EventDataStore",
    },
    "evaluator": {
        "metric filter": "aws_cloudwatch_log_metric_filter|AWS::Logs::MetricFilter",
        "alarm": "aws_cloudwatch_metric_alarm|AWS::CloudWatch::Alarm",
        "composite alarm": "aws_cloudwatch_composite_alarm|AWS::CloudWatch::CompositeAlarm",
        "event rule": "aws_cloudwatch_event_rule|AWS::Events::Rule",
        "scaling policy": "aws_autoscaling_policy|aws_appautoscaling_policy|AWS::AutoScaling::ScalingPolicy"
        "|AWS::ApplicationAutoScaling::ScalingPolicy",
        "dashboard": "aws_cloudwatch_dashboard|AWS::CloudWatch::Dashboard",
    },
    "router": {
        "topic": "aws_sns_topic|AWS::SNS::Topic",
        "queue": "aws_sqs_queue|AWS::SQS::Queue",
    },
    "receiver": {
        "chat channel": "aws_chatbot_slack_channel_configuration|aws_chatbot_teams_channel_configuration"
        "|AWS::Chatbot::SlackChannelConfiguration|AWS::Chatbot::MicrosoftTeamsChannelConfiguration",
        "response plan": "aws_ssmincidents_response_plan|AWS::SSMIncidents::ResponsePlan",
    },
}

BY_TYPE: dict[str, tuple[Kind, str]] = {
    name: (kind, what) for kind, named in _KINDS.items() for what, types in named.items() for name in types.split("|")
}
"""The kind of stage, and the word for it, of each resource type that is one."""


_NAMES = (
    "name", "function_name", "alarm_name", "identifier", "cluster_identifier", "bucket", "dashboard_name", "stage_name", "family",
    "Name", "FunctionName", "AlarmName", "DBInstanceIdentifier", "DBClusterIdentifier", "BucketName", "DashboardName", "StageName",
    "Family", "TopicName", "QueueName", "TableName", "LogGroupName", "FilterName", "TrailName", "StateMachineName",
)  # fmt: skip
"""Members under which a resource says what it is called, in either dialect."""

_SAID_OF_ANOTHER = ("aws_cloudwatch_log_subscription_filter", "AWS::Logs::MetricFilter", "AWS::Logs::SubscriptionFilter")


def stage_of(resource: Resource) -> tuple[Kind, str] | None:
    """The kind of stage that a resource is, and the word for it; None when signals do not pass it."""
    return BY_TYPE.get(resource.type)


def name_of(resource: Resource) -> str:
    """The name of a resource as far as it is certain, or else its name in the code."""
    prefix = text_of_name(resource.fields.get("name_prefix", Absent()))
    return _named(resource) or (f"{prefix}…" if prefix else View(resource).local_name)


def certain_name(resource: Resource) -> str:
    """The name of a resource where all of it is certain, or nothing."""
    name = _named(resource)
    return "" if "…" in name else name


def _named(resource: Resource) -> str:
    other = ("LogGroupName",) if resource.type in _SAID_OF_ANOTHER else ()
    found = (text_of_name(resource.fields.get(member, Absent())) for member in _NAMES if member not in other)
    return next(filter(None, found), "")


def text_of_name(value: Value, depth: int = 2) -> str:
    """A text that is certain, with an ellipsis for what is not; nothing when all of it is uncertain."""
    value = settle(value)
    if isinstance(value, Known) and isinstance(value.data, str):
        return value.data
    if isinstance(value, Symbolic) and any(isinstance(part, str) and part.strip() for part in value.parts):
        return "".join(part if isinstance(part, str) else _referred(part, depth) for part in value.parts)
    return ""


def _referred(part: Reference, depth: int) -> str:
    """The name that a reference to a resource stands for, where that resource says it."""
    fields = part.resource.fields if part.resource is not None and part.attribute in ("Ref", "id", "name") and depth else {}
    return next((text for member in _NAMES if (text := text_of_name(fields.get(member, Absent()), depth - 1))), "…")
