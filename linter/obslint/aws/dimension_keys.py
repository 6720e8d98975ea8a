"""By which attribute of a resource its metrics are keyed, in both dialects."""

from collections.abc import Mapping
from dataclasses import dataclass

_ARN, _URL, _NAME, _ID = "the ARN", "the URL", "the name", "the id"


@dataclass(frozen=True, slots=True)
class DimensionKey:
    """The attribute of a resource that is the value of a dimension, in both dialects, and others that are taken for it."""

    terraform: str
    terraform_key: str
    terraform_wrong: Mapping[str, str]
    cloudformation: str
    cloudformation_key: str
    cloudformation_wrong: Mapping[str, str]
    namespaces: tuple[str, ...] = ()


_BALANCERS = ("AWS/ApplicationELB", "AWS/NetworkELB", "AWS/GatewayELB")
_CONTAINERS = ("AWS/ECS", "ECS/ContainerInsights")
DIMENSION_KEYS: Mapping[str, tuple[DimensionKey, ...]] = {
    "LoadBalancer": (
        DimensionKey(
            "aws_lb|aws_alb", "arn_suffix", {"arn": _ARN, "id": _ARN, "name": _NAME, "dns_name": "the host name"},
            "AWS::ElasticLoadBalancingV2::LoadBalancer", "LoadBalancerFullName", {"Ref": _ARN, "LoadBalancerArn": _ARN,
            "LoadBalancerName": _NAME, "DNSName": "the host name"}, _BALANCERS,
        ),
    ),
    "TargetGroup": (
        DimensionKey(
            "aws_lb_target_group|aws_alb_target_group", "arn_suffix", {"arn": _ARN, "id": _ARN, "name": _NAME},
            "AWS::ElasticLoadBalancingV2::TargetGroup", "TargetGroupFullName", {"Ref": _ARN, "TargetGroupArn": _ARN,
            "TargetGroupName": _NAME}, _BALANCERS,
        ),
    ),
    "LoadBalancerName": (
        DimensionKey(
            "aws_elb", "name", {"arn": _ARN, "dns_name": "the host name"}, "AWS::ElasticLoadBalancing::LoadBalancer", "Ref",
            {"DNSName": "the host name"}, ("AWS/ELB",),
        ),
    ),
    "DBInstanceIdentifier": (
        DimensionKey(
            "aws_db_instance", "identifier", {"arn": _ARN, "resource_id": "the resource id", "endpoint": "the endpoint",
            "address": "the host name", "db_name": "the name of a database in it"}, "AWS::RDS::DBInstance", "Ref",
            {"DBInstanceArn": _ARN, "DbiResourceId": "the resource id"}, ("AWS/RDS",),
        ),
        DimensionKey(
            "aws_rds_cluster_instance", "identifier", {"arn": _ARN, "dbi_resource_id": "the resource id", "endpoint": "the endpoint"},
            "", "", {}, ("AWS/RDS",),
        ),
    ),
    "DBClusterIdentifier": (
        DimensionKey(
            "aws_rds_cluster", "cluster_identifier", {"arn": _ARN, "cluster_resource_id": "the resource id",
            "endpoint": "the endpoint"}, "AWS::RDS::DBCluster", "Ref", {"DBClusterArn": _ARN,
            "DBClusterResourceId": "the resource id"}, ("AWS/RDS",),
        ),
    ),
    "QueueName": (
        DimensionKey(
            "aws_sqs_queue", "name", {"id": _URL, "url": _URL, "arn": _ARN}, "AWS::SQS::Queue", "QueueName", {"Ref": _URL,
            "QueueUrl": _URL, "Arn": _ARN}, ("AWS/SQS",),
        ),
    ),
    "TopicName": (
        DimensionKey(
            "aws_sns_topic", "name", {"id": _ARN, "arn": _ARN}, "AWS::SNS::Topic", "TopicName", {"Ref": _ARN, "TopicArn": _ARN},
            ("AWS/SNS",),
        ),
    ),
    "FunctionName": (
        DimensionKey(
            "aws_lambda_function", "function_name", {"arn": _ARN, "invoke_arn": "an ARN", "qualified_arn": _ARN},
            "AWS::Lambda::Function", "Ref", {"Arn": _ARN}, ("AWS/Lambda",),
        ),
        DimensionKey(
            "", "", {}, "AWS::Serverless::Function", "Ref", {"Arn": _ARN}, ("AWS/Lambda",),
        ),
    ),
    "StateMachineArn": (
        DimensionKey(
            "aws_sfn_state_machine", "arn", {"name": _NAME}, "AWS::StepFunctions::StateMachine", "Ref", {"Name": _NAME},
            ("AWS/States",),
        ),
    ),
    "ServiceName": (
        DimensionKey(
            "aws_ecs_service", "name", {"id": _ARN, "arn": _ARN}, "AWS::ECS::Service", "Name", {"Ref": _ARN, "ServiceArn": _ARN},
            _CONTAINERS,
        ),
    ),
    "ClusterName": (
        DimensionKey(
            "aws_ecs_cluster", "name", {"id": _ARN, "arn": _ARN}, "AWS::ECS::Cluster", "Ref", {"Arn": _ARN}, _CONTAINERS,
        ),
    ),
    "TableName": (
        DimensionKey(
            "aws_dynamodb_table", "name", {"arn": _ARN, "stream_arn": "the ARN of the stream"}, "AWS::DynamoDB::Table", "Ref",
            {"Arn": _ARN, "StreamArn": "the ARN of the stream"}, ("AWS/DynamoDB",),
        ),
    ),
    "ApiName": (
        DimensionKey(
            "aws_api_gateway_rest_api", "name", {"id": _ID, "arn": _ARN, "execution_arn": _ARN,
            "root_resource_id": "the id of its root"}, "AWS::ApiGateway::RestApi", "", {"Ref": _ID, "RestApiId": _ID},
            ("AWS/ApiGateway",),
        ),
    ),
    "ApiId": (
        DimensionKey(
            "aws_apigatewayv2_api", "id", {"name": _NAME, "arn": _ARN, "execution_arn": _ARN, "api_endpoint": _URL},
            "AWS::ApiGatewayV2::Api", "Ref", {"ApiEndpoint": _URL}, ("AWS/ApiGateway",),
        ),
    ),
    "DistributionId": (
        DimensionKey(
            "aws_cloudfront_distribution", "id", {"arn": _ARN, "domain_name": "the host name"}, "AWS::CloudFront::Distribution",
            "Ref", {"DomainName": "the host name"}, ("AWS/CloudFront",),
        ),
    ),
    "StreamName": (
        DimensionKey(
            "aws_kinesis_stream", "name", {"arn": _ARN, "id": _ARN}, "AWS::Kinesis::Stream", "Ref", {"Arn": _ARN}, ("AWS/Kinesis",),
        ),
    ),
    "DeliveryStreamName": (
        DimensionKey(
            "aws_kinesis_firehose_delivery_stream", "name", {"arn": _ARN, "id": _ARN}, "AWS::KinesisFirehose::DeliveryStream", "Ref",
            {"Arn": _ARN}, ("AWS/Firehose",),
        ),
    ),
    "DomainName": (
        DimensionKey(
            "aws_opensearch_domain|aws_elasticsearch_domain", "domain_name", {"arn": _ARN, "id": _ARN, "endpoint": "the endpoint",
            "domain_id": "the domain id"}, "AWS::OpenSearchService::Domain", "Ref", {"Arn": _ARN, "DomainArn": _ARN,
            "DomainEndpoint": "the endpoint"}, ("AWS/ES",),
        ),
        DimensionKey(
            "", "", {}, "AWS::Elasticsearch::Domain", "Ref", {"Arn": _ARN, "DomainArn": _ARN, "DomainEndpoint": "the endpoint"},
            ("AWS/ES",),
        ),
    ),
    "AutoScalingGroupName": (
        DimensionKey(
            "aws_autoscaling_group", "name", {"arn": _ARN}, "AWS::AutoScaling::AutoScalingGroup", "Ref", {"AutoScalingGroupARN": _ARN},
        ),
    ),
    "InstanceId": (
        DimensionKey(
            "aws_instance", "id", {"arn": _ARN, "private_dns": "the host name", "public_dns": "the host name",
            "private_ip": "the address", "public_ip": "the address"}, "AWS::EC2::Instance", "Ref", {"PrivateIp": "the address",
            "PublicIp": "the address", "PrivateDnsName": "the host name", "PublicDnsName": "the host name"}, ("AWS/EC2",),
        ),
    ),
    "CacheClusterId": (
        DimensionKey(
            "aws_elasticache_replication_group", "", {"id": "the id", "arn": _ARN,
            "replication_group_id": "the id", "primary_endpoint_address": "the endpoint"},
            "AWS::ElastiCache::ReplicationGroup", "", {"Ref": "the id"}, ("AWS/ElastiCache",),
        ),
    ),
    "FileSystemId": (
        DimensionKey(
            "aws_efs_file_system", "id", {"arn": _ARN, "dns_name": "the host name"}, "AWS::EFS::FileSystem", "Ref", {"Arn": _ARN},
            ("AWS/EFS",),
        ),
    ),
    "HealthCheckId": (
        DimensionKey(
            "aws_route53_health_check", "id", {"arn": _ARN}, "AWS::Route53::HealthCheck", "Ref", {}, ("AWS/Route53",),
        ),
    ),
    "BucketName": (
        DimensionKey(
            "aws_s3_bucket", "bucket", {"arn": _ARN, "bucket_domain_name": "the host name",
            "bucket_regional_domain_name": "the host name"}, "AWS::S3::Bucket", "Ref", {"Arn": _ARN, "DomainName": "the host name",
            "RegionalDomainName": "the host name"}, ("AWS/S3",),
        ),
    ),
    "RuleName": (
        DimensionKey(
            "aws_cloudwatch_event_rule", "name", {"arn": _ARN}, "AWS::Events::Rule", "Ref", {"Arn": _ARN}, ("AWS/Events",),
        ),
    ),
    "NatGatewayId": (
        DimensionKey(
            "aws_nat_gateway", "id", {"allocation_id": "the id of its address", "public_ip": "the address"}, "AWS::EC2::NatGateway",
            "Ref", {}, ("AWS/NATGateway",),
        ),
    ),
    "WebACL": (
        DimensionKey(
            "aws_wafv2_web_acl", "", {"arn": _ARN, "id": _ID}, "AWS::WAFv2::WebACL", "",
            {"Arn": _ARN, "Id": _ID, "Ref": "the name, id and scope"}, ("AWS/WAFV2",),
        ),
    ),
    "Broker": (
        DimensionKey(
            "aws_mq_broker", "", {"arn": _ARN, "id": _ID}, "AWS::AmazonMQ::Broker", "", {"Ref": _ID, "Arn": _ARN}, ("AWS/AmazonMQ",),
        ),
    ),
    "Cluster Name": (
        DimensionKey(
            "aws_msk_cluster", "cluster_name", {"arn": _ARN, "id": _ARN}, "AWS::MSK::Cluster", "", {"Ref": _ARN, "Arn": _ARN},
            ("AWS/Kafka",),
        ),
    ),
    "GraphQLAPIId": (
        DimensionKey(
            "aws_appsync_graphql_api", "id", {"arn": _ARN, "name": _NAME}, "AWS::AppSync::GraphQLApi", "ApiId", {"Ref": _ARN, "Arn": _ARN},
            ("AWS/AppSync",),
        ),
    ),
    "EndpointName": (
        DimensionKey(
            "aws_sagemaker_endpoint", "name", {"arn": _ARN}, "AWS::SageMaker::Endpoint", "EndpointName", {"Ref": _ARN},
            ("AWS/SageMaker", "/aws/sagemaker/Endpoints"),
        ),
    ),
    "CertificateArn": (
        DimensionKey(
            "aws_acm_certificate", "arn", {"domain_name": "the domain"}, "AWS::CertificateManager::Certificate", "Ref", {},
            ("AWS/CertificateManager",),
        ),
    ),
    "CanaryName": (
        DimensionKey(
            "aws_synthetics_canary", "name", {"arn": _ARN}, "AWS::Synthetics::Canary", "Ref", {"Id": _ID}, ("CloudWatchSynthetics",),
        ),
    ),
}  # fmt: skip
"""By dimension. Sources: the dimensions pages of the services; what `Ref` and `Fn::GetAtt` return from the template reference."""
