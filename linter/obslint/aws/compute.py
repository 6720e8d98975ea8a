"""EC2 instances, builds, shell sessions and Airflow."""

from obslint.aws.attribute import Attribute
from obslint.aws.logs import LogGroup
from obslint.aws.published import PublishedModule
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import Plain, Truth, truth
from obslint.policy import Fix, set_to

GROUP_METRICS = (
    "GroupDesiredCapacity", "GroupInServiceInstances", "GroupMaxSize", "GroupMinSize", "GroupPendingInstances",
    "GroupStandbyInstances", "GroupTerminatingInstances", "GroupTotalInstances",
)  # fmt: skip
"""What an Auto Scaling group counts without a warm pool:
https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html"""


class Instance(View, terraform="aws_instance|aws_launch_template", cloudformation="AWS::EC2::Instance|AWS::EC2::LaunchTemplate"):
    """An instance, or the template of instances."""

    own_monitoring = attribute("monitoring", "Monitoring", default=False)
    templated_monitoring = attribute("monitoring.enabled", "LaunchTemplateData.Monitoring.Enabled", default=False)
    template = reference("launch_template", "LaunchTemplate")

    @property
    def is_template(self) -> bool:
        """Whether it is a template."""
        return self.is_type("aws_launch_template", "AWS::EC2::LaunchTemplate")

    @property
    def monitoring(self) -> Attribute:
        """Whether metrics come every minute instead of every five."""
        return self.templated_monitoring if self.is_template else self.own_monitoring

    @property
    def reports_slowly(self) -> Truth:
        """Whether metrics come every five minutes only."""
        return self.monitoring.surely_not(True) & ~self.takes_monitoring_from_template

    @property
    def takes_monitoring_from_template(self) -> Truth:
        """Whether the template that it is launched from decides."""
        return truth(not self.is_template) & self.own_monitoring.surely_absent() & self.template.surely_set()


class InstanceModule(PublishedModule, Instance, terraform="module.terraform-aws-modules/ec2-instance/aws"):
    """A call of the module for instances; all its versions hand `monitoring` on, which is off unless it or a launch template says so."""

    newest = (6, 4, 0)

    @property
    def reports_slowly(self) -> Truth:
        """Whether the instances that it makes report metrics every five minutes only."""
        return self.is_made & super().reports_slowly


class LaunchConfiguration(View, terraform="aws_launch_configuration", cloudformation="AWS::AutoScaling::LaunchConfiguration"):
    """What an Auto Scaling group launches, in the old way; it monitors in detail unless it says otherwise."""

    monitoring = attribute("enable_monitoring", "InstanceMonitoring", default=True)


class TrafficSource(View):
    """What sends requests to an Auto Scaling group."""

    type = attribute("type", "Type")

    @property
    def is_balancer(self) -> Truth:
        """Whether it is a load balancer; VPC Lattice has health checks of its own."""
        return self.type.surely_not("vpc-lattice")


class ScalingGroup(View, terraform="aws_autoscaling_group", cloudformation="AWS::AutoScaling::AutoScalingGroup"):
    """An Auto Scaling group."""

    named_by = ("name",)
    handles = ("name", "id", "arn", "Ref")
    name = attribute("name", "AutoScalingGroupName")
    health = attribute("health_check_type", "HealthCheckType")
    balancers = attribute("load_balancers", "LoadBalancerNames")
    target_groups = attribute("target_group_arns", "TargetGroupARNs")
    traffic_sources = blocks("traffic_source", "TrafficSources", TrafficSource)
    metrics = attribute("enabled_metrics", None)
    metric_collections = attribute(None, "MetricsCollection")

    def is_behind_balancer(self, unit: Unit) -> Truth:
        """Whether a load balancer sends requests to it, as far as the unit tells."""
        inside = self.balancers.surely_set() | self.target_groups.surely_set() | self.traffic_sources.any(lambda one: one.is_balancer)
        return inside | unit.any(ScalingAttachment, lambda one: one.group.refers_to(self) & one.source_type.surely_not("vpc-lattice"))

    @property
    def minds_balancer(self) -> Truth:
        """Whether an instance that the load balancer finds unhealthy is replaced; a template may list several kinds of checks."""
        return self.health.spells("ELB")

    @property
    def collected(self) -> Attribute:
        """The metrics that the group collects about itself."""
        return self.metrics if self.resource.dialect == "terraform" else self.metric_collections

    @property
    def all_metrics(self) -> Plain:
        """All metrics of the group, as a value for a fix; without a list, CloudFormation means all."""
        return GROUP_METRICS if self.resource.dialect == "terraform" else [{"Granularity": "1Minute"}]


class ScalingAttachment(View, terraform="aws_autoscaling_attachment|aws_autoscaling_traffic_source_attachment"):
    """Puts a group behind a load balancer; CloudFormation has it inside the group."""

    group = reference("autoscaling_group_name", None)
    source_type = attribute("traffic_source.type", None)


class EmrCluster(View, terraform="aws_emr_cluster", cloudformation="AWS::EMR::Cluster"):
    """An EMR cluster."""

    log_archive = attribute("log_uri", "LogUri")


class BuildProject(View, terraform="aws_codebuild_project", cloudformation="AWS::CodeBuild::Project"):
    """A build project: it logs to CloudWatch unless it says otherwise, to a bucket only when it says so."""

    group_logs = attribute("logs_config.cloudwatch_logs.status", "LogsConfig.CloudWatchLogs.Status", default="ENABLED")
    bucket_logs = attribute("logs_config.s3_logs.status", "LogsConfig.S3Logs.Status", default="DISABLED")
    bucket_logs_unencrypted = attribute("logs_config.s3_logs.encryption_disabled", "LogsConfig.S3Logs.EncryptionDisabled", default=False)


class AirflowEnvironment(View, terraform="aws_mwaa_environment", cloudformation="AWS::MWAA::Environment"):
    """A managed Airflow environment, which logs no module unless it is told to."""

    scheduler_logs = attribute("logging_configuration.scheduler_logs.enabled", "LoggingConfiguration.SchedulerLogs.Enabled", default=False)
    worker_logs = attribute("logging_configuration.worker_logs.enabled", "LoggingConfiguration.WorkerLogs.Enabled", default=False)
    webserver_logs = attribute("logging_configuration.webserver_logs.enabled", "LoggingConfiguration.WebserverLogs.Enabled", default=False)


class SessionPreferences(View):
    """What a session document says: the JSON is the same in both dialects."""

    kind = attribute("sessionType", "sessionType", default="Standard_Stream")
    bucket = attribute("inputs.s3BucketName", "inputs.s3BucketName")
    bucket_encrypted = attribute("inputs.s3EncryptionEnabled", "inputs.s3EncryptionEnabled", default=False)
    group = attribute("inputs.cloudWatchLogGroupName", "inputs.cloudWatchLogGroupName")
    group_encrypted = attribute("inputs.cloudWatchEncryptionEnabled", "inputs.cloudWatchEncryptionEnabled", default=False)

    @property
    def is_logged(self) -> Truth:
        """Whether what is typed goes anywhere."""
        return self.bucket.surely_set() | self.group.surely_set()

    @property
    def is_logged_encrypted(self) -> Truth:
        """Whether it goes to a destination that has to be encrypted."""
        by_bucket = self.bucket.surely_set() & self.bucket_encrypted.surely(True)
        return by_bucket | (self.group.surely_set() & self.group_encrypted.surely(True))

    def logging_fix(self, unit: Unit) -> Fix:
        """Logs to the one encrypted log group of the unit; without one, to a group that has to be decided."""
        group = unit.only(LogGroup, self, lambda one: one.kms_key.surely_set())
        unsafe = "the role of the instances must be allowed to write to the log group" if group else ""
        manual = "" if group else "which log group takes the sessions has to be decided"
        title = f"log to {group.address if group else 'a log group'}"
        value = group.link("name", "Ref") if group else "GROUP"
        return set_to(value, also=((self.group_encrypted, True),), title=title, unsafe=unsafe, manual=manual)


class SessionDocument(View, terraform="aws_ssm_document", cloudformation="AWS::SSM::Document"):
    """A document of Systems Manager, as far as it is one of preferences for sessions."""

    type = attribute("document_type", "DocumentType", cloudformation_default="Command")
    preferences = blocks("content", "Content", SessionPreferences)
