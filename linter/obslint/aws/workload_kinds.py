"""The kinds of workloads that users meet, each with the namespaces of its metrics and the names by which alarms know it."""

from obslint.aws.alarms import MetricAlarm
from obslint.aws.functions import Permission
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.aws.workloads import Watched
from obslint.model import Truth, any_of, truth

_FROM_USERS = ("apigateway.amazonaws.com", "elasticloadbalancing.amazonaws.com", "appsync.amazonaws.com")


class WatchedFunction(Watched, terraform="aws_lambda_function", cloudformation="AWS::Lambda::Function|AWS::Serverless::Function"):
    """A Lambda function."""

    named_by = ("name",)
    handles = ("function_name", "id", "Ref")
    called = "function"
    namespaces = ("AWS/Lambda", "LambdaInsights")
    name = attribute("function_name", "FunctionName")

    def meets_users(self, unit: Unit) -> Truth:
        """Whether an API or a load balancer calls it, or it has an address of its own."""
        called = unit.any(Permission, lambda one: one.function.refers_to(self) & one.principal.surely_in(_FROM_USERS))
        return called | unit.any(FunctionUrl, lambda one: one.function.refers_to(self))


class FunctionUrl(View, terraform="aws_lambda_function_url", cloudformation="AWS::Lambda::Url"):
    """An address under which a function is called from the web."""

    function = reference("function_name", "TargetFunctionArn")


class WatchedBalancer(
    Watched,
    terraform="aws_lb|aws_alb|aws_elb",
    cloudformation="AWS::ElasticLoadBalancingV2::LoadBalancer|AWS::ElasticLoadBalancing::LoadBalancer",
):
    """A load balancer of any generation. One for gateways meets no users."""

    named_by = ("name", "classic_name")
    handles = ("arn_suffix", "arn", "id", "name", "Ref", "LoadBalancerFullName", "LoadBalancerArn")
    called = "load balancer"
    namespaces = ("AWS/ApplicationELB", "AWS/NetworkELB", "AWS/GatewayELB", "AWS/ELB")
    name = attribute("name", "Name")
    classic_name = attribute(None, "LoadBalancerName")
    type = attribute("load_balancer_type", "Type", default="application")

    def meets_users(self, unit: Unit) -> Truth:  # noqa: ARG002
        """Whether requests of users reach it: a gateway load balancer takes packets on their way."""
        return ~self.type.surely("gateway")


class WatchedApi(
    Watched,
    terraform="aws_api_gateway_rest_api|aws_apigatewayv2_api|aws_appsync_graphql_api",
    cloudformation="AWS::ApiGateway::RestApi|AWS::ApiGatewayV2::Api|AWS::AppSync::GraphQLApi",
):
    """An API of API Gateway or AppSync."""

    named_by = ("name",)
    handles = ("name", "id", "Ref", "ApiId", "RestApiId")
    called = "API"
    namespaces = ("AWS/ApiGateway", "AWS/AppSync")
    name = attribute("name", "Name")


class WatchedDistribution(Watched, terraform="aws_cloudfront_distribution", cloudformation="AWS::CloudFront::Distribution"):
    """A CloudFront distribution."""

    handles = ("id", "arn", "Ref", "Id")
    called = "distribution"
    namespaces = ("AWS/CloudFront",)


class TargetGroup(View, terraform="aws_lb_target_group|aws_alb_target_group", cloudformation="AWS::ElasticLoadBalancingV2::TargetGroup"):
    """Where a load balancer sends requests."""


class BehindBalancer(View):
    """A target group that a service stands in, or the classic load balancer."""

    target_group = reference("target_group_arn", "TargetGroupArn")
    classic = reference("elb_name", "LoadBalancerName")


class WatchedService(Watched, terraform="aws_ecs_service", cloudformation="AWS::ECS::Service"):
    """An ECS service. Alarms of the target groups it stands in are its own."""

    named_by = ("name",)
    handles = ("name", "id", "Ref", "Name", "ServiceArn")
    called = "service"
    namespaces = ("AWS/ECS", "ECS/ContainerInsights")
    name = attribute("name", "ServiceName")
    balancers = blocks("load_balancer", "LoadBalancers", BehindBalancer)

    def meets_users(self, unit: Unit) -> Truth:  # noqa: ARG002
        """Whether requests of users reach it."""
        return self.balancers.exist

    def measured(self, unit: Unit) -> tuple[View, ...]:
        """The target groups that it stands in, or else itself."""
        groups = [one for one in unit.all(TargetGroup) if any(block.target_group.refers_to(one).known for block in self.balancers)]
        return tuple(groups) or (self,)

    def is_watched(self, unit: Unit) -> Truth:
        """Whether an alarm watches it or what stands before it."""
        before = unit.any(MetricAlarm, lambda alarm: any_of(tuple(alarm.series), self._is_before))
        return super().is_watched(unit) | before & self.balancers.exist


class DatabaseMember(View, terraform="aws_rds_cluster_instance|aws_docdb_cluster_instance|aws_neptune_cluster_instance",
                     cloudformation="AWS::RDS::DBInstance|AWS::DocDB::DBInstance|AWS::Neptune::DBInstance"):  # fmt: skip
    """A server of a cluster."""

    named_by = ("name",)
    name = attribute("identifier", "DBInstanceIdentifier")
    cluster = reference("cluster_identifier", "DBClusterIdentifier")


class WatchedDatabase(
    Watched,
    terraform="aws_db_instance|aws_rds_cluster|aws_docdb_cluster|aws_neptune_cluster",
    cloudformation="AWS::RDS::DBInstance|AWS::RDS::DBCluster|AWS::DocDB::DBCluster|AWS::Neptune::DBCluster",
):
    """A database: an instance, or a cluster with the servers in it."""

    named_by = ("instance_name", "cluster_name")
    handles = ("id", "identifier", "cluster_identifier", "arn", "Ref")
    called = "database"
    fills_up = True
    namespaces = ("AWS/RDS", "AWS/DocDB", "AWS/Neptune")
    instance_name = attribute("identifier", "DBInstanceIdentifier")
    cluster_name = attribute("cluster_identifier", "DBClusterIdentifier")

    @property
    def is_member(self) -> Truth:
        """Whether it is a server of a cluster, which counts for it."""
        return truth(self.is_type("AWS::RDS::DBInstance")) & self.cluster_name.surely_set()

    def is_watched(self, unit: Unit) -> Truth:
        """Whether an alarm watches it or one of its servers."""
        members = unit.any(
            DatabaseMember, lambda one: one.cluster.refers_to(self) & unit.any(MetricAlarm, lambda alarm: _names(alarm, one))
        )
        return super().is_watched(unit) | members


def _names(alarm: MetricAlarm, view: View) -> Truth:
    return any_of(tuple(alarm.series), lambda series: series.dimensions.attribute.mentions(view))


class WatchedTable(Watched, terraform="aws_dynamodb_table", cloudformation="AWS::DynamoDB::Table|AWS::DynamoDB::GlobalTable"):
    """A DynamoDB table."""

    named_by = ("name",)
    handles = ("name", "id", "arn", "Ref")
    called = "table"
    namespaces = ("AWS/DynamoDB",)
    name = attribute("name", "TableName")
    hash_key = attribute("hash_key", None)

    @property
    def locks_states(self) -> Truth:
        """Whether it is where Terraform keeps the locks of its states, which the key tells."""
        return self.hash_key.surely("LockID")


class WatchedStream(
    Watched,
    terraform="aws_kinesis_stream|aws_kinesis_firehose_delivery_stream|aws_msk_cluster",
    cloudformation="AWS::Kinesis::Stream|AWS::KinesisFirehose::DeliveryStream|AWS::MSK::Cluster",
):
    """A stream. How far readers lag behind can also be seen at a function that reads it."""

    named_by = ("name", "delivery_name", "cluster_name")
    handles = ("name", "id", "arn", "cluster_name", "Ref", "Arn")
    called = "stream"
    namespaces = ("AWS/Kinesis", "AWS/Firehose", "AWS/Kafka")
    name = attribute("name", "Name")
    delivery_name = attribute(None, "DeliveryStreamName")
    cluster_name = attribute("cluster_name", "ClusterName")

    def is_watched(self, unit: Unit) -> Truth:
        """Whether an alarm watches it, or the lag of a function."""
        lag = unit.any(MetricAlarm, lambda alarm: any_of(tuple(alarm.series), lambda one: one.name.surely_in(("IteratorAge", "OffsetLag"))))
        return super().is_watched(unit) | lag


class WatchedStateMachine(
    Watched, terraform="aws_sfn_state_machine", cloudformation="AWS::StepFunctions::StateMachine|AWS::Serverless::StateMachine"
):
    """A state machine."""

    named_by = ("name",)
    handles = ("arn", "id", "name", "Ref", "Arn", "Name")
    called = "state machine"
    namespaces = ("AWS/States",)
    name = attribute("name", "StateMachineName")


class WatchedCanary(Watched, terraform="aws_synthetics_canary", cloudformation="AWS::Synthetics::Canary"):
    """A canary of CloudWatch Synthetics. Defaults: Terraform and CloudFormation start it only when told to."""

    named_by = ("name",)
    handles = ("name", "id", "arn", "Ref")
    called = "canary"
    namespaces = ("CloudWatchSynthetics",)
    name = attribute("name", "Name")
    starts = attribute("start_canary", "StartCanaryAfterCreation", default=False)
    schedule = attribute("schedule.expression", "Schedule.Expression")

    @property
    def is_for_demand(self) -> Truth:
        """Whether it runs once whenever it is started, as tests of a deployment do:
        https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_CanaryScheduleInput.html"""
        return self.schedule.is_text(lambda text: text.replace(" ", "").startswith("rate(0"))


class WatchedHealthCheck(Watched, terraform="aws_route53_health_check", cloudformation="AWS::Route53::HealthCheck"):
    """A health check of Route 53."""

    handles = ("id", "arn", "Ref", "HealthCheckId")
    called = "health check"
    namespaces = ("AWS/Route53",)

    def has_user(self, unit: Unit) -> Truth:
        """Whether anything depends on it: a record, another health check, an alarm."""
        return unit.mentions(self)


_FACING: tuple[type[Watched], ...] = (WatchedFunction, WatchedBalancer, WatchedApi, WatchedDistribution, WatchedService)


class UserFacing(
    Watched,
    terraform="|".join(name for kind in _FACING for name in kind.terraform),
    cloudformation="|".join(name for kind in _FACING for name in kind.cloudformation),
):
    """A workload whose callers may be people, of whatever kind."""

    @property
    def kind(self) -> Watched:
        """The same workload with the questions of its kind."""
        return next(kind for kind in _FACING if self.is_type(*kind.types()))(self.resource)
