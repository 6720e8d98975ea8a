"""Who owns a resource: its tags, and what an alarm tells those it calls."""

from collections.abc import Iterable, Iterator

from obslint.aws.alarms import Alarm
from obslint.aws.attribute import Attribute
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import NO, YES, Known, Link, Pick, Plain, Reference, Symbolic, Truth, Unknown, any_of, read, settle, undecided
from obslint.policy import Fix, set_to

RUNBOOK_TO_WRITE = "Runbook: to be written"
"""What stands in the description of a generated alarm until somebody puts a link there."""

_LINK = "https://RUNBOOK"
_GUIDES = ("runbook", "Runbook", "RUNBOOK", "playbook", "Playbook")

_TERRAFORM = """
cloudwatch_metric_alarm cloudwatch_composite_alarm cloudwatch_log_group cloudwatch_metric_stream cloudwatch_event_rule
cloudwatch_event_bus sns_topic sqs_queue synthetics_canary lambda_function instance ecs_cluster ecs_service ecs_task_definition
eks_cluster eks_node_group ecr_repository batch_compute_environment batch_job_queue sfn_state_machine apprunner_service
elastic_beanstalk_environment codebuild_project codepipeline emr_cluster mwaa_environment glue_job sagemaker_endpoint db_instance
rds_cluster rds_cluster_instance docdb_cluster neptune_cluster redshift_cluster dynamodb_table elasticache_cluster
elasticache_replication_group opensearch_domain elasticsearch_domain dms_replication_instance msk_cluster mq_broker kinesis_stream
kinesis_firehose_delivery_stream s3_bucket efs_file_system ebs_volume lb alb elb lb_target_group cloudfront_distribution wafv2_web_acl
apigatewayv2_api apigatewayv2_stage api_gateway_rest_api api_gateway_stage appsync_graphql_api cognito_user_pool vpc nat_gateway
flow_log vpn_connection ec2_transit_gateway networkfirewall_firewall route53_zone route53_health_check vpc_endpoint eip cloudtrail
kms_key secretsmanager_secret ssm_parameter iam_role acm_certificate guardduty_detector budgets_budget ce_anomaly_monitor
"""
_CLOUDFORMATION = """
CloudWatch::Alarm CloudWatch::CompositeAlarm CloudWatch::MetricStream Logs::LogGroup Events::Rule Events::EventBus SNS::Topic SQS::Queue
Synthetics::Canary Lambda::Function EC2::Instance ECS::Cluster ECS::Service ECS::TaskDefinition EKS::Cluster EKS::Nodegroup
ECR::Repository Batch::ComputeEnvironment Batch::JobQueue StepFunctions::StateMachine AppRunner::Service ElasticBeanstalk::Environment
CodeBuild::Project CodePipeline::Pipeline EMR::Cluster MWAA::Environment Glue::Job SageMaker::Endpoint RDS::DBInstance RDS::DBCluster
DocDB::DBCluster Neptune::DBCluster Redshift::Cluster DynamoDB::Table ElastiCache::CacheCluster ElastiCache::ReplicationGroup
OpenSearchService::Domain Elasticsearch::Domain DMS::ReplicationInstance MSK::Cluster AmazonMQ::Broker Kinesis::Stream
KinesisFirehose::DeliveryStream S3::Bucket EC2::Volume ElasticLoadBalancingV2::LoadBalancer ElasticLoadBalancing::LoadBalancer
ElasticLoadBalancingV2::TargetGroup CloudFront::Distribution WAFv2::WebACL ApiGatewayV2::Api ApiGatewayV2::Stage ApiGateway::RestApi
ApiGateway::Stage AppSync::GraphQLApi EC2::VPC EC2::NatGateway EC2::FlowLog EC2::VPNConnection EC2::TransitGateway
NetworkFirewall::Firewall EC2::VPCEndpoint EC2::EIP CloudTrail::Trail KMS::Key SecretsManager::Secret SSM::Parameter IAM::Role
CertificateManager::Certificate GuardDuty::Detector
"""
_TAGS_AS_MAP = (
    "AWS::EKS::Nodegroup", "AWS::Batch::ComputeEnvironment", "AWS::Batch::JobQueue", "AWS::MWAA::Environment", "AWS::Glue::Job",
    "AWS::MSK::Cluster", "AWS::ApiGatewayV2::Api", "AWS::ApiGatewayV2::Stage", "AWS::SSM::Parameter",
)  # fmt: skip


def _types(prefix: str, names: str) -> str:
    return "|".join(prefix + name for name in names.split())


class Taggable(View, terraform=_types("aws_", _TERRAFORM), cloudformation=_types("AWS::", _CLOUDFORMATION)):
    """A resource that costs money or that an alarm may be about, and that can have tags; those of the provider count as its own."""

    tags = attribute("tags", "Tags")

    def lacking(self, keys: Iterable[str]) -> list[str]:
        """The keys of which there is certainly no tag."""
        return [key for key in keys if ~self._has(key)]

    def _has(self, key: str) -> Truth:
        """Whether there is a tag of this key. CloudFormation lists tags for most types, and has a map for some."""
        value = settle(self.tags.value)
        listed = isinstance(value, Known) and isinstance(value.data, tuple)
        path = (*self.tags.path, Pick("Key", key), "Value") if listed else (*self.tags.path, key)
        reading = read(self.fields, path)
        tag = Attribute(self.resource, path, reading.value, reading.at or self.header, reading.written, None)
        return tag.surely_set() | self._tagged_by_provider

    @property
    def _tagged_by_provider(self) -> Truth:
        """Whether a provider that is not written here may add tags, as when a module is read without the code that calls it."""
        region = self.resource.region
        if self.resource.dialect == "terraform" and isinstance(region, Unknown) and region.place is None:
            return undecided("the provider, which may add tags, is not written in the configuration", self.header)
        return NO

    def tags_fix(self, keys: Iterable[str], reason: str) -> Fix:
        """The tags as they could be written."""
        title = f"tag it with {', '.join(keys)}"
        if self.resource.dialect == "cloudformation" and not self.is_type(*_TAGS_AS_MAP):
            return set_to([{"Key": key, "Value": "VALUE"} for key in keys], title=title, manual=reason)
        return set_to(dict.fromkeys(keys, "VALUE"), title=title, manual=reason)


class GroupTag(View):
    """A tag of a scaling group."""

    key = attribute("key", "Key")
    reaches_instances = attribute("propagate_at_launch", "PropagateAtLaunch")


class LaunchTag(View):
    """Tags that a launch template gives to what it launches."""

    kind = attribute("resource_type", "ResourceType")
    tags = attribute("tags", "Tags")


class LaunchTemplate(View, terraform="aws_launch_template", cloudformation="AWS::EC2::LaunchTemplate"):
    """How instances are launched."""

    named_by = ("name",)
    name = attribute("name", "LaunchTemplateName")
    specifications = blocks("tag_specifications", "LaunchTemplateData.TagSpecifications", LaunchTag)

    @property
    def tags_instances(self) -> Truth:
        """Whether instances get tags from it."""
        return self.specifications.any(lambda one: one.kind.surely("instance") & one.tags.surely_set())


_MIXED = "mixed_instances_policy.launch_template.launch_template_specification"
_MIXED_POLICY = "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification"


class TaggedScalingGroup(View, terraform="aws_autoscaling_group", cloudformation="AWS::AutoScaling::AutoScalingGroup"):
    """An Auto Scaling group. The tags of the provider do not reach it."""

    tags = blocks("tag", "Tags", GroupTag)
    former_tags = blocks("tags", None, GroupTag)
    tag_key = attribute("tag.key", "Tags")
    tag_value = attribute("tag.value", None)
    tag_reach = attribute("tag.propagate_at_launch", None)
    template_id = reference("launch_template.id", "LaunchTemplate.LaunchTemplateId")
    template_name = reference("launch_template.name", "LaunchTemplate.LaunchTemplateName")
    mixed_id = reference(f"{_MIXED}.launch_template_id", f"{_MIXED_POLICY}.LaunchTemplateId")
    mixed_name = reference(f"{_MIXED}.launch_template_name", f"{_MIXED_POLICY}.LaunchTemplateName")

    def tags_instances(self, unit: Unit) -> Truth:
        """Whether its instances get tags: from the group, or from the launch template."""
        own = any_of((self.tags, self.former_tags), lambda tags: tags.any(lambda tag: tag.reaches_instances.surely(True)))
        templates = (self.template_id, self.template_name, self.mixed_id, self.mixed_name)
        return own | any_of(templates, lambda template: _tagging(template, unit))

    def tag_fix(self, reason: str) -> Fix:
        """A tag as it could be written."""
        if self.resource.dialect == "cloudformation":
            tag: Plain = {"Key": "Owner", "Value": "VALUE", "PropagateAtLaunch": True}
            return set_to([tag], title="tag the instances", manual=reason)
        also = ((self.tag_value, "VALUE"), (self.tag_reach, True))
        return set_to("Owner", also=also, title="tag the instances", manual=reason)


def _tagging(template: Attribute, unit: Unit) -> Truth:
    """Whether the launch template that is named tags instances; one that is not declared here may."""
    if template.surely_absent().known:
        return NO
    found = next((one for one in unit.all(LaunchTemplate) if template.refers_to(one).known), None)
    return found.tags_instances if found else undecided("its launch template, which may tag instances, is not declared here", template.at)


class DescribedAlarm(Alarm, terraform="|".join(Alarm.terraform), cloudformation="|".join(Alarm.cloudformation)):
    """An alarm as those see it whom it calls."""

    description = attribute("alarm_description", "AlarmDescription")
    tags = attribute("tags", "Tags")

    @property
    def leads_somewhere(self) -> Truth:
        """Whether its description or a tag holds a link, or names a runbook that is there."""
        named = any_of((self.description, self.tags), lambda place: any_of(_GUIDES, place.spells)) & ~self.awaits_runbook
        return named | any_of((self.description, self.tags), lambda place: any_of(("https", "http"), place.spells))

    @property
    def awaits_runbook(self) -> Truth:
        """Whether its description says that there is a runbook to write, as that of a generated alarm does."""
        return self.description.is_text(lambda text: RUNBOOK_TO_WRITE in text)

    @property
    def text_with_runbook(self) -> str:
        """Its description with a place for a link."""
        text = self.description.shown
        return text.replace(RUNBOOK_TO_WRITE, f"Runbook: {_LINK}") if RUNBOOK_TO_WRITE in text else f"{text} {_LINK}"

    @property
    def called(self) -> tuple[Attribute, ...]:
        """The topics that are told when it goes off, or may be."""
        return tuple(item for item in self.alarm_actions.items() if _is_topic(item).known is not False)

    @property
    def tells_topic(self) -> Truth:
        """Whether a topic is told when it goes off."""
        return any_of(tuple(self.alarm_actions.items()), _is_topic)

    @property
    def calls_somebody(self) -> Truth:
        """Whether a topic, an incident or an ops item follows; what scales or restarts something is no call."""
        actions = tuple(self.alarm_actions.items())
        return self.tells_topic | any_of(actions, lambda action: action.spells("ssm") | action.spells("ssm-incidents"))

    @property
    def serves_machines(self) -> Truth:
        """Whether it has actions, and all of them are for machines."""
        return self.has_any_action & ~self.calls_somebody

    def recovery_fix(self, reason: str) -> Fix:
        """Tells the same topics when all is well again, where they can be named."""
        topics = tuple(self._named())
        if len(topics) < len(self.called):
            return set_to(["TOPIC"], title="tell the same topics", manual="whom it calls is not written as a list of topics")
        return set_to(list(topics), title="tell the same topics", unsafe=reason)

    def _named(self) -> Iterator[str | Link]:
        for topic in self.called:
            value = settle(topic.value)
            if isinstance(value, Known) and isinstance(value.data, str):
                yield value.data
            elif isinstance(value, Symbolic) and len(value.parts) == 1:
                part = value.parts[0]
                if isinstance(part, Reference) and part.resource is not None:
                    yield Link(part.resource, part.attribute, part.attribute or "Ref")


def _is_topic(action: Attribute) -> Truth:
    declared = action.refers_to_type("aws_sns_topic", "data.aws_sns_topic", "AWS::SNS::Topic")
    return YES if declared.known else action.spells("sns")
