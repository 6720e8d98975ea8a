"""Which log groups hold the records of who did what, and which services write to a log group without being told."""

from obslint.aws.attribute import Attribute
from obslint.aws.logs import LogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import NO, Known, Plain, Symbolic, Truth, any_of, path_text
from obslint.policy import Fix, add_resource, set_to


class AuditSource(
    View,
    terraform="aws_cloudtrail|aws_flow_log|aws_wafv2_web_acl_logging_configuration|aws_eks_cluster|aws_route53_query_log"
    "|aws_route53_resolver_query_log_config",
    cloudformation="AWS::CloudTrail::Trail|AWS::EC2::FlowLog|AWS::WAFv2::LoggingConfiguration|AWS::EKS::Cluster"
    "|AWS::Route53Resolver::ResolverQueryLoggingConfig",
):
    """Something that records who did what: API calls, connections, requests, queries."""

    trail = reference("cloud_watch_logs_group_arn", "CloudWatchLogsLogGroupArn")
    flow_log = reference("log_destination", "LogDestination")
    flow_log_group = reference("log_group_name", "LogGroupName")
    firewall = reference("log_destination_configs", "LogDestinationConfigs")
    queries = reference("cloudwatch_log_group_arn", None)
    resolver = reference("destination_arn", "DestinationArn")
    cluster = attribute("name", "Name")
    control_plane = attribute("enabled_cluster_log_types", "Logging.ClusterLogging.EnabledTypes")

    def writes_to(self, group: LogGroup) -> Truth:
        """Whether its records go to a log group."""
        places = (self.trail, self.flow_log, self.flow_log_group, self.firewall, self.queries, self.resolver)
        return any_of(places, lambda place: place.refers_to(group)) | self._audits_cluster(group)

    def _audits_cluster(self, group: LogGroup) -> Truth:
        if not self.is_type("aws_eks_cluster", "AWS::EKS::Cluster"):
            return NO
        named = group.name.mentions(self) | group.name.spells(self.cluster)
        return self.control_plane.spells("audit") & group.name.starts_with("/aws/eks/") & named


_CONNECTIONS = ("aws_flow_log", "AWS::EC2::FlowLog")


def holds_audit_records(group: LogGroup, unit: Unit) -> Truth:
    """Whether a trail, a firewall, a resolver, the control plane of a cluster or the audit log of a database writes to a log group."""
    database = group.name.starts_with("/aws/rds/") & group.name.ends_with("/audit")
    return database | unit.any(AuditSource, lambda source: NO if source.is_type(*_CONNECTIONS) else source.writes_to(group))


def holds_evidence(group: LogGroup, unit: Unit) -> Truth:
    """Whether a log group holds audit records, or those of a flow log."""
    flows = unit.any(AuditSource, lambda source: source.writes_to(group) if source.is_type(*_CONNECTIONS) else NO)
    return flows | holds_audit_records(group, unit)


def protecting_fix(group: LogGroup) -> Fix:
    """Switches deletion protection on."""
    old = "it needs version 6.25 of the AWS provider" if group.resource.dialect == "terraform" else ""
    return set_to(True, unsafe=old)


class ServiceWriter(
    View,
    terraform="aws_codebuild_project|aws_db_instance|aws_rds_cluster|aws_docdb_cluster|aws_neptune_cluster",
    cloudformation="AWS::CodeBuild::Project|AWS::RDS::DBInstance|AWS::RDS::DBCluster|AWS::DocDB::DBCluster|AWS::Neptune::DBCluster",
):
    """A resource whose service creates a log group for it, under a name that is known beforehand."""

    named_by = ("project", "instance", "cluster")
    handles = ("name", "identifier", "cluster_identifier", "id", "Ref")
    project = attribute("name", "Name")
    instance = attribute("identifier", "DBInstanceIdentifier")
    cluster = attribute("cluster_identifier", "DBClusterIdentifier")
    build_log = attribute("logs_config.cloudwatch_logs.status", "LogsConfig.CloudWatchLogs.Status", default="ENABLED")
    build_group = reference("logs_config.cloudwatch_logs.group_name", "LogsConfig.CloudWatchLogs.GroupName")
    exports = attribute("enabled_cloudwatch_logs_exports", "EnableCloudwatchLogsExports")
    neptune_exports = attribute("enable_cloudwatch_logs_exports", "EnableCloudwatchLogsExports")

    @property
    def prefix(self) -> str:
        """How the name of the group starts; the name of the resource follows."""
        kind = self.resource.type.casefold()
        if "codebuild" in kind:
            return "/aws/codebuild/"
        if "docdb" in kind or "neptune" in kind:
            return "/aws/docdb/" if "docdb" in kind else "/aws/neptune/"
        return "/aws/rds/cluster/" if "cluster" in kind else "/aws/rds/instance/"

    @property
    def identifier(self) -> Attribute:
        """The name that becomes part of the group's."""
        places = {"/aws/codebuild/": self.project, "/aws/rds/instance/": self.instance}
        return places.get(self.prefix, self.cluster)

    @property
    def builds(self) -> bool:
        """Whether it is a build project."""
        return self.prefix == "/aws/codebuild/"

    @property
    def logs(self) -> tuple[Attribute, ...]:
        """The logs that go to a group each: the exports of a database; a build project has one."""
        if self.builds:
            return (self.build_log,)
        return tuple((self.neptune_exports if self.prefix == "/aws/neptune/" else self.exports).items())

    def takes(self, group: LogGroup, log: Attribute) -> Truth:
        """Whether a log group is the one for a log."""
        named = group.name.starts_with(self.prefix) & (group.name.mentions(self) | group.name.spells(self.identifier))
        chosen = self.build_group.refers_to(group) if self.builds else NO
        return chosen | (named if self.builds else named & group.name.ends_with(f"/{log.shown}"))

    def writes(self, log: Attribute) -> Truth:
        """Whether the service writes a log to a group under the usual name, or one that is named in the text."""
        return log.surely("ENABLED") if self.builds else log.surely_set() & self.identifier.surely_set()

    def lacks_group(self, log: Attribute, unit: Unit) -> Truth:
        """Whether no code declares the group that a log goes to."""
        return self.writes(log) & unit.none(LogGroup, lambda group: self.takes(group, log), of=self)

    def group_name(self, log: Attribute) -> str:
        """The name of the group for a log, as far as it is known."""
        if self.builds and self.build_group.surely_set().known:
            return self.build_group.shown
        known = isinstance(self.identifier.effective, Known | Symbolic)
        return f"{self.prefix}{self.identifier.shown if known else f'${{{self.address}}}'}{self._ending(log)}"

    def group_to_declare(self, log: Attribute) -> Plain:
        """The name of the group for a log, as a fix writes it: made of the resource's own where that is not plain text."""
        if self.builds and self.build_group.surely_set().known:
            return self.build_group.copied("NAME")
        named = self.link(path_text(self.identifier.path), "Ref", before=self.prefix, after=self._ending(log))
        return self.group_name(log) if isinstance(self.identifier.effective, Known) else named

    def _ending(self, log: Attribute) -> str:
        return "" if self.builds else f"/{log.shown}"


def declaring_fix(writer: ServiceWriter, log: Attribute) -> Fix:
    """Declares the group of a service, with a retention."""
    draft = LogGroup.draft(writer, name=writer.group_to_declare(log), retention=365)
    return add_resource(draft, "declare the log group", manual="a group that exists has to be imported first")
