"""What the dimensions of a resource's metrics are in its own dialect: the attribute, not the ARN or the id that looks like it."""

from collections.abc import Callable, Mapping

from obslint.aws import facts
from obslint.aws.attribute import Attribute
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Draft, Known, Link, Plain, Value, parse_path, read, references, settle

_ALIASES = {"aws_alb": "aws_lb", "AWS::Serverless::Function": "AWS::Lambda::Function", "aws_alb_target_group": "aws_lb_target_group",
            "AWS::Serverless::StateMachine": "AWS::StepFunctions::StateMachine"}  # fmt: skip

_MAIN = {
    "ApiName + Stage": "Stage", "ApiId + Stage": "Stage",
    "ClusterName + ServiceName": "ServiceName", "DistributionId + Region": "DistributionId",
    "FunctionName + Region": "FunctionName", "DomainName + ClientId": "DomainName",
    "JobName + JobRunId + Type": "JobName", "ServiceName + ServiceID": "ServiceName",
    "UserPool + UserPoolClient": "UserPoolClient", "Keyspace + TableName": "TableName",
    "CollectionId + CollectionName + ClientId": "CollectionId", "EndpointName + VariantName": "EndpointName",
}  # fmt: skip
"""Of dimensions that go together, the one that names the resource itself."""

_FIXED = {
    ("AWS/CloudFront", "Region"): "Global", ("Glue", "JobRunId"): "ALL", ("Glue", "Type"): "count", ("AmazonMWAA", "Function"): "Scheduler",
    ("AWS/Billing", "Currency"): "USD", ("AWS/RDS", "Role"): "WRITER", ("AWS/ElastiCache", "CacheNodeId"): "0001",
}  # fmt: skip

_PROPERTIES = {
    "AWS::ApiGateway::RestApi": "Name", "AWS::ElastiCache::ServerlessCache": "ServerlessCacheName",
    "AWS::MemoryDB::Cluster": "ClusterName", "AWS::CloudFront::Function": "Name",
    "AWS::S3ObjectLambda::AccessPoint": "Name", "AWS::MSK::Cluster": "ClusterName",
    "AWS::KafkaConnect::Connector": "ConnectorName", "AWS::AmazonMQ::Broker": "BrokerName",
    "AWS::SES::ConfigurationSet": "Name", "AWS::AppRunner::Service": "ServiceName",
    "AWS::KinesisAnalyticsV2::Application": "ApplicationName", "AWS::Cassandra::Table": "TableName",
    "AWS::DMS::ReplicationTask": "ReplicationTaskIdentifier", "AWS::DMS::ReplicationInstance": "ReplicationInstanceIdentifier",
    "AWS::MWAA::Environment": "Name", "AWS::Shield::Protection": "ResourceArn",
}  # fmt: skip
"""Properties that no function of CloudFormation gives back: their text has to be repeated."""

_REF = {("AWS::ApiGateway::Stage", "StageName"), ("AWS::ApiGatewayV2::Stage", "StageName")}


class Named(View):
    """A resource by the words in which its metrics name it."""

    type_of_balancer = attribute("load_balancer_type", "Type", default="application")
    protocol = attribute("protocol", "Protocol")
    protocol_type = attribute("protocol_type", "ProtocolType")
    engine = attribute("engine", "Engine")
    storage = attribute("allocated_storage", "AllocatedStorage")
    cluster = reference("cluster", "Cluster")
    api = reference("rest_api_id", "RestApiId")
    http_api = reference("api_id", "ApiId")
    pool = reference("user_pool_id", "UserPoolId")


class _Stage(
    View, terraform="aws_api_gateway_stage|aws_apigatewayv2_stage", cloudformation="AWS::ApiGateway::Stage|AWS::ApiGatewayV2::Stage"
):
    rest_api = reference("rest_api_id", "RestApiId")
    http_api = reference("api_id", "ApiId")

    def belongs_to(self, api: View) -> bool:
        """Whether it is a stage of an API."""
        return (self.rest_api.refers_to(api) | self.http_api.refers_to(api)).known is not False


class _Group(View, terraform="aws_lb_target_group|aws_alb_target_group", cloudformation="AWS::ElasticLoadBalancingV2::TargetGroup"):
    protocol = attribute("protocol", "Protocol")


class _Balancer(View, terraform="aws_lb|aws_alb", cloudformation="AWS::ElasticLoadBalancingV2::LoadBalancer"):
    type = attribute("load_balancer_type", "Type", default="application")


class _Listener(View, terraform="aws_lb_listener|aws_alb_listener", cloudformation="AWS::ElasticLoadBalancingV2::Listener"):
    balancer = reference("load_balancer_arn", "LoadBalancerArn")
    actions = attribute("default_action", "DefaultActions")


class _Caller(View, terraform="data.aws_caller_identity"):
    pass


def kinds_of(view: View, unit: Unit) -> tuple[facts.Watched, ...]:
    """The kinds of watched resources that a resource is, as far as that is certain."""
    kind = _ALIASES.get(view.resource.type, view.resource.type)
    found = [one for one in facts.watched() if kind in (one.terraform, one.cloudformation)]
    return tuple(one for one in found if _applies(Named(view.resource), one, unit))


def _applies(view: Named, kind: facts.Watched, unit: Unit) -> bool:
    """Whether what is said of a kind holds: one type of resource may stand for several."""
    balancers = {"AWS/ApplicationELB": "application", "AWS/NetworkELB": "network", "AWS/GatewayELB": "gateway"}
    if kind.terraform == "aws_lb":
        return bool(view.type_of_balancer.surely(balancers[kind.namespace]).known)
    if kind.terraform == "aws_lb_target_group":
        return bool(view.protocol.surely_in(("HTTP", "HTTPS")).known)
    if kind.terraform.startswith("aws_apigatewayv2_api"):
        return bool(view.protocol_type.surely("HTTP" if "'HTTP'" in kind.condition else "WEBSOCKET").known)
    if kind.terraform in ("aws_db_instance", "aws_rds_cluster_instance") and view.resource.type == "AWS::RDS::DBInstance":
        return view.engine.is_text(lambda text: text.startswith("aurora")).known is (kind.terraform == "aws_rds_cluster_instance")
    if kind.terraform == "aws_sqs_queue":
        from obslint.aws.watched_queues import WatchedQueue

        return WatchedQueue(view.resource).keeps_failures(unit).known is kind.condition.startswith("dead-letter")
    return kind.terraform not in ("aws_kms_key", "aws_budgets_budget")


def name_of(view: View, kind: facts.Watched) -> tuple[Value, ...]:
    """The text under which the metrics of a resource know it, as far as it is written."""
    text = kind.terraform_value if view.resource.dialect == "terraform" else kind.cloudformation_value
    path = parse_path("Name" if text == "Ref" else text) if text and " " not in text else ()
    return (read(view.fields, path).value,) if path else ()


def dimension_values(view: View, kind: facts.Watched, names: tuple[str, ...], unit: Unit) -> "dict[str, Plain] | str":
    """The values of dimensions, or why one of them cannot be told."""
    found: dict[str, Plain] = {}
    if not names:
        return "it is about the account as a whole"
    for name in names:
        value = _value(view, kind, name, unit)
        if value is None:
            return f"the value of the dimension {name} is not known here"
        found[name] = value
    return found


def _value(view: View, kind: facts.Watched, name: str, unit: Unit) -> "Plain | None":
    if name == _MAIN.get(kind.dimension, kind.dimension):
        return _own(view, kind)
    partner = _PARTNERS.get(name)
    fixed = _FIXED.get((kind.namespace, name))
    return fixed if fixed is not None else partner(view, unit) if partner else None


def _own(view: View, kind: facts.Watched) -> "Plain | None":
    terraform, cloudformation = kind.terraform_value, kind.cloudformation_value
    if view.resource.dialect == "terraform":
        return view.link(terraform, "") if terraform and terraform.replace("_", "").isalnum() else None
    given = _PROPERTIES.get(kind.cloudformation)
    if given:
        return _text(read(view.fields, (given,)).value)
    if (kind.cloudformation, cloudformation) in _REF:
        return view.link("", "Ref")
    return view.link("", cloudformation) if cloudformation.isalnum() else None


def _text(value: Value) -> str | None:
    value = settle(value)
    return value.data if isinstance(value, Known) and isinstance(value.data, str) else None


def _referred(given: Attribute, terraform: str, cloudformation: str) -> "Plain | None":
    """An attribute of the resource that an attribute refers to, or its text."""
    found = next((one.resource for one in references(given.value) if one.resource is not None), None)
    return Link(found, terraform, cloudformation) if found is not None else _text(given.value)


def _cluster(view: View, unit: Unit) -> "Plain | None":  # noqa: ARG001
    given = Named(view.resource).cluster
    named = _referred(given, "name", "Ref") if given.written else "default"
    return named.rpartition("/")[2] if isinstance(named, str) else named


def _stage(view: View, unit: Unit) -> "Plain | None":
    found = [one for one in unit.all(_Stage) if one.belongs_to(view)]
    if len(found) != 1 or not found[0].can_be_named_by(view):
        return None
    return found[0].link("stage_name" if found[0].is_type("aws_api_gateway_stage") else "name", "Ref")


def _api_name(view: View, unit: Unit) -> "Plain | None":  # noqa: ARG001
    given = Named(view.resource).api
    found = next((one.resource for one in references(given.value) if one.resource is not None), None)
    if found is None:
        return None
    return Link(found, "name", "") if view.resource.dialect == "terraform" else _text(read(found.fields, ("Name",)).value)


def _api_id(view: View, unit: Unit) -> "Plain | None":  # noqa: ARG001
    return _referred(Named(view.resource).http_api, "id", "Ref")


def _pool(view: View, unit: Unit) -> "Plain | None":  # noqa: ARG001
    return _referred(Named(view.resource).pool, "id", "Ref")


def _target_group(view: View, unit: Unit) -> "Plain | None":
    groups = [one for one in unit.all(_Group) if any(_joins(listener, view, one) for listener in unit.all(_Listener))]
    return groups[0].link("arn_suffix", "TargetGroupFullName") if len(groups) == 1 and groups[0].can_be_named_by(view) else None


def _load_balancer(view: View, unit: Unit) -> "Plain | None":
    found = [one for one in unit.all(_Balancer) if any(_joins(listener, one, view) for listener in unit.all(_Listener))]
    return found[0].link("arn_suffix", "LoadBalancerFullName") if len(found) == 1 and found[0].can_be_named_by(view) else None


def _joins(listener: _Listener, balancer: View, group: View) -> bool:
    return bool((listener.balancer.refers_to(balancer) & listener.actions.mentions(group)).known)


def _account(view: View, unit: Unit) -> "Plain | None":
    if view.resource.dialect == "cloudformation":
        return Link(Draft("AWS::Pseudo", "AWS::AccountId", {}), "", "Ref")
    caller = next((one for one in unit.all(_Caller) if one.can_be_named_by(view)), None)
    return caller.link("account_id", "") if caller else None


_PARTNERS: Mapping[str, Callable[[View, Unit], "Plain | None"]] = {
    "ClusterName": _cluster, "Stage": _stage, "ApiName": _api_name, "ApiId": _api_id, "TargetGroup": _target_group,
    "LoadBalancer": _load_balancer, "ClientId": _account, "UserPool": _pool,
}  # fmt: skip
