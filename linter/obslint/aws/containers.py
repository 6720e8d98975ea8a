"""ECS tasks and clusters, EKS clusters."""

from obslint.aws.attribute import Attribute
from obslint.aws.logs import LogGroup, ManagedLogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import NO, Absent, Draft, Known, Link, Plain, Reference, Symbolic, Truth, Value, any_of, settle, truth
from obslint.model.compare import decide, doubt, equal, text_parts
from obslint.policy import Fix, set_to

SIDECARS = (
    "xray-daemon", "envoy", "appmesh", "cloudwatch-agent", "otel-collector", "fluent-bit", "fluentbit", "fluentd", "firelens",
    "log_router", "log-router", "datadog", "newrelic", "service-connect", "guardduty",
)  # fmt: skip
"""Words in the name or image of containers that serve the application's own: their output is seldom missed."""


class Container(View):
    """A container of a task definition. Terraform takes the keys of the JSON text in any case, like Go does."""

    name = attribute("name", "Name")
    image = attribute("image", "Image")
    log_configuration = attribute("logConfiguration", "LogConfiguration")
    log_driver = attribute("logConfiguration.logDriver", "LogConfiguration.LogDriver")
    capital_log_driver = attribute("LogConfiguration.LogDriver", None)
    log_options = attribute("logConfiguration.options", "LogConfiguration.Options")
    log_mode = attribute("logConfiguration.options.mode", "LogConfiguration.Options.mode")
    firelens = attribute("firelensConfiguration", "FirelensConfiguration")

    @property
    def logs_nowhere(self) -> Truth:
        """Whether nothing takes what it writes: it has no log driver, or the one that drops everything."""
        driver = self.log_driver.surely_absent() & self.capital_log_driver.surely_absent()
        return driver | self.log_driver.surely("none")

    @property
    def is_sidecar(self) -> Truth:
        """Whether it helps the application's containers, or routes their logs, as far as its name and image tell."""
        words = f"{self.name.shown} {self.image.shown}".casefold()
        return self.firelens.surely_set() | truth(any(word in words for word in SIDECARS))

    @property
    def missing_log(self) -> Attribute:
        """Where a log driver would be written: with the whole configuration when there is none, shown at the name."""
        if ~self.log_configuration.surely_absent():
            return self.log_driver
        absent = self.log_configuration
        return Attribute(self.resource, absent.path, absent.value, self.name.at, absent.written, None)

    def logging_fix(self, group: LogGroup | None) -> Fix:
        """Sends what it writes to a log group; without the one that can be meant, that is to be decided."""
        region = self._region
        unsafe = "the task execution role must be allowed to write to the log group" if group and region else ""
        manual = "" if unsafe else "which log group takes the output has to be decided"
        options: Plain = {
            "awslogs-group": group.link("name", "Ref") if group else "GROUP",
            "awslogs-region": region or "REGION",
            "awslogs-stream-prefix": str(self.name.value.data) if isinstance(self.name.value, Known) else "app",
        }
        title = f"log to {group.address if group else 'a log group'}"
        if self.log_configuration.surely_absent():
            driver, rest = ("logDriver", "options") if self.resource.dialect == "terraform" else ("LogDriver", "Options")
            return set_to({driver: "awslogs", rest: options}, title=title, unsafe=unsafe, manual=manual, effect="replacement")
        return set_to("awslogs", also=((self.log_options, options),), title=title, unsafe=unsafe, manual=manual, effect="replacement")

    @property
    def _region(self) -> Plain:
        """The region of the resource, where it is certain or its dialect has a word for it."""
        if self.resource.dialect == "cloudformation":
            return Link(Draft("AWS::Pseudo", "AWS::Region", {}), "", "Ref")
        region = settle(self.resource.region)
        return region.data if isinstance(region, Known) and isinstance(region.data, str) else ""

    @property
    def called(self) -> str:
        """What to call it in a message."""
        return "a container" if self.name.shown == "unknown" else f'container "{self.name.shown}"'


class TaskDefinition(View, terraform="aws_ecs_task_definition", cloudformation="AWS::ECS::TaskDefinition"):
    """What ECS runs together: its containers stand as JSON text in Terraform, as a list in CloudFormation."""

    named_by = ("family",)
    family = attribute("family", "Family")
    containers = blocks("container_definitions", "ContainerDefinitions", Container, key=("name", "Name"))


class EcsCluster(View, terraform="aws_ecs_cluster", cloudformation="AWS::ECS::Cluster"):
    """An ECS cluster. What is typed in ECS Exec is logged where the task logs unless it says otherwise.

    Defaults: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html
    """

    insights = attribute("setting[name=containerInsights].value", "ClusterSettings[Name=containerInsights].Value")
    exec_block = attribute("configuration.execute_command_configuration", "Configuration.ExecuteCommandConfiguration")
    exec_logging = attribute(
        "configuration.execute_command_configuration.logging", "Configuration.ExecuteCommandConfiguration.Logging", default="DEFAULT"
    )
    exec_key = reference("configuration.execute_command_configuration.kms_key_id", "Configuration.ExecuteCommandConfiguration.KmsKeyId")
    exec_group = reference(
        "configuration.execute_command_configuration.log_configuration.cloud_watch_log_group_name",
        "Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchLogGroupName",
    )
    exec_bucket = reference(
        "configuration.execute_command_configuration.log_configuration.s3_bucket_name",
        "Configuration.ExecuteCommandConfiguration.LogConfiguration.S3BucketName",
    )
    exec_group_encrypted = attribute(
        "configuration.execute_command_configuration.log_configuration.cloud_watch_encryption_enabled",
        "Configuration.ExecuteCommandConfiguration.LogConfiguration.CloudWatchEncryptionEnabled",
        default=False,
    )
    exec_bucket_encrypted = attribute(
        "configuration.execute_command_configuration.log_configuration.s3_bucket_encryption_enabled",
        "Configuration.ExecuteCommandConfiguration.LogConfiguration.S3EncryptionEnabled",
        default=False,
    )

    def unencrypted_destination(self, unit: Unit) -> Attribute | None:
        """The switch of a log destination of its own that does not ask for a key, and has none by itself."""
        if not self.exec_logging.surely("OVERRIDE"):
            return None
        keyed = unit.any(LogGroup, lambda group: self.exec_group.refers_to(group) & group.kms_key.surely_set())
        if self.exec_group.surely_set() & self.exec_group_encrypted.surely_not(True) & ~keyed:
            return self.exec_group_encrypted
        plain = self.exec_bucket.surely_set() & self.exec_bucket_encrypted.surely_not(True)
        return self.exec_bucket_encrypted if plain else None


class EcsAccountSetting(View, terraform="aws_ecs_account_setting_default"):
    """What new clusters of the account get when they say nothing themselves."""

    name = attribute("name", None)
    value = attribute("value", None)

    @property
    def switches_insights_on(self) -> Truth:
        """Whether clusters have Container Insights unless they say otherwise."""
        return self.name.surely("containerInsights") & self.value.surely_in(("enabled", "enhanced"))


class EksLogType(View):
    """A kind of control plane log, as a template lists them."""

    type = attribute(None, "Type")


class EksCluster(View, terraform="aws_eks_cluster", cloudformation="AWS::EKS::Cluster"):
    """An EKS cluster. Its control plane sends the listed kinds of logs, and without a list none."""

    named_by = ("name",)
    handles = ("name", "id", "Ref")
    name = attribute("name", "Name")
    log_types = attribute("enabled_cluster_log_types", "Logging.ClusterLogging.EnabledTypes")
    listed_types = blocks(None, "Logging.ClusterLogging.EnabledTypes", EksLogType)

    def sends(self, kind: str) -> Truth:
        """Whether the control plane sends a kind of logs."""
        if self.resource.dialect == "cloudformation":
            return self.listed_types.any(lambda one: one.type.surely(kind))
        return any_of(tuple(self.log_types.items()), lambda item: item.surely(kind))

    def with_types(self, *kinds: str) -> Plain:
        """The list of what it sends, with more behind it."""
        if self.resource.dialect == "cloudformation":
            return [{"Type": kind} for kind in (*(one.type.shown for one in self.listed_types), *kinds)]
        return [*(item.shown for item in self.log_types.items()), *kinds]

    def logs_to(self, group: ManagedLogGroup) -> Truth:
        """Whether a log group is the one that the control plane writes to, which nothing can change:
        https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"""
        return group.name.refers_to(self) | decide(self.name.value, lambda name: _is_cluster_group(group.name.value, name))

    @property
    def log_group_name(self) -> str:
        """The name of that group, with a word in capitals where the name of the cluster is not certain."""
        name = settle(self.name.value)
        return f"/aws/eks/{name.data if isinstance(name, Known) and isinstance(name.data, str) else 'CLUSTER'}/cluster"


def _is_cluster_group(group: Value, cluster: Value) -> Truth:
    parts = text_parts(cluster)
    if isinstance(cluster, Absent):
        return NO
    if not parts:
        return doubt(cluster)
    if len(parts) == 1 and isinstance(parts[0], str):
        return equal(group, Known(f"/aws/eks/{parts[0]}/cluster"))
    joined: list[str | Reference] = []
    for part in ("/aws/eks/", *parts, "/cluster"):
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    return equal(group, Symbolic(tuple(joined)))
