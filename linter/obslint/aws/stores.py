"""DocumentDB, Neptune and Redshift."""

from obslint.aws.databases import ParameterGroup, is_set_in
from obslint.aws.engines import is_switched_on
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Truth
from obslint.policy import Fix, add_resource, set_to

_BILLED = "CloudWatch Logs bills the logs by volume"

_FAMILY = "the family of the group depends on the version of the engine"

DOCUMENT_LOGS = {"audit": ("audit_logs", ("disabled", "none")), "profiler": ("profiler", ("disabled",))}
"""The parameter of DocumentDB that writes each log type, and the values that do not. The profiler says so too:
https://docs.aws.amazon.com/documentdb/latest/developerguide/profiling.html"""


class DocumentCluster(View, terraform="aws_docdb_cluster", cloudformation="AWS::DocDB::DBCluster"):
    """A DocumentDB cluster. Its log types are `audit` and `profiler`."""

    log_exports = attribute("enabled_cloudwatch_logs_exports", "EnableCloudwatchLogsExports")
    group = reference("db_cluster_parameter_group_name", "DBClusterParameterGroupName")

    def writes(self, log: str, unit: Unit) -> Truth:
        """Whether its parameters make it write a log type; none is written by default."""
        name, off = DOCUMENT_LOGS[log]
        return is_set_in(DocumentParameterGroup, self.group, name, lambda one: one.surely_set() & ~one.surely_in(off), unit)

    def groups(self, unit: Unit) -> "tuple[DocumentParameterGroup, ...]":
        """Its parameter group, if it is declared in the unit."""
        return tuple(group for group in unit.all(DocumentParameterGroup) if self.group.refers_to(group).known)

    def writing_fix(self, switch: str, unit: Unit) -> Fix:
        """Switches a log on, in the parameter group that it has or in one of its own."""
        settings = {switch: "enabled"}
        for group in self.groups(unit):
            return group.setting_fix(settings, title=f"switch {switch} on", unsafe=_BILLED)
        return DocumentParameterGroup.fix_by_own(self, self.group, settings, family="", manual=_FAMILY)

    @property
    def exported(self) -> list[str]:
        """The log types that it exports."""
        return [item.shown for item in self.log_exports.items()]


class ServerlessNamespace(View, terraform="aws_redshiftserverless_namespace", cloudformation="AWS::RedshiftServerless::Namespace"):
    """The databases and users of Redshift Serverless. Its log types are `connectionlog`, `userlog` and `useractivitylog`."""

    log_exports = attribute("log_exports", "LogExports")

    @property
    def exported(self) -> list[str]:
        """The log types that it exports."""
        return [item.shown for item in self.log_exports.items()]


class DocumentParameterGroup(
    ParameterGroup, terraform="aws_docdb_cluster_parameter_group", cloudformation="AWS::DocDB::DBClusterParameterGroup"
):
    """The parameters of DocumentDB. `audit_logs` is a level, or several with commas between, and off by default:
    https://docs.aws.amazon.com/documentdb/latest/developerguide/event-auditing.html
    """

    name = attribute("name", "Name")


class GraphCluster(View, terraform="aws_neptune_cluster", cloudformation="AWS::Neptune::DBCluster"):
    """A Neptune cluster. Its log types are `audit` and `slowquery`."""

    log_exports = attribute("enable_cloudwatch_logs_exports", "EnableCloudwatchLogsExports")
    group = reference("neptune_cluster_parameter_group_name", "DBClusterParameterGroupName")

    def writes_audit_log(self, unit: Unit) -> Truth:
        """Whether its parameters make it write the audit log: https://docs.aws.amazon.com/neptune/latest/userguide/auditing.html"""
        return is_set_in(GraphParameterGroup, self.group, "neptune_enable_audit_log", is_switched_on, unit)

    def groups(self, unit: Unit) -> "tuple[GraphParameterGroup, ...]":
        """Its parameter group, if it is declared in the unit."""
        return tuple(group for group in unit.all(GraphParameterGroup) if self.group.refers_to(group).known)

    def writing_fix(self, unit: Unit) -> Fix:
        """Switches the audit log on, in the parameter group that it has or in one of its own."""
        settings = {"neptune_enable_audit_log": "1"}
        for group in self.groups(unit):
            return group.setting_fix(settings, title="switch the audit log on", unsafe=f"{_BILLED}, and the parameter takes a restart")
        return GraphParameterGroup.fix_by_own(self, self.group, settings, family="", manual=_FAMILY)

    @property
    def exported(self) -> list[str]:
        """The log types that it exports."""
        return [item.shown for item in self.log_exports.items()]


class GraphParameterGroup(
    ParameterGroup, terraform="aws_neptune_cluster_parameter_group", cloudformation="AWS::Neptune::DBClusterParameterGroup"
):
    """The parameters of Neptune."""

    name = attribute("name", "Name")


class WarehouseLogging(View, terraform="aws_redshift_logging"):
    """Switches the audit logs of a Redshift cluster on; CloudFormation has them inside the cluster."""

    cluster = reference("cluster_identifier", None)
    destination = attribute("log_destination_type", None)
    exports = attribute("log_exports", None)


class Warehouse(View, terraform="aws_redshift_cluster", cloudformation="AWS::Redshift::Cluster"):
    """A Redshift cluster. Version 6 of the AWS provider took the `logging` block out of it."""

    named_by = ("identifier",)
    handles = ("id", "cluster_identifier", "arn", "Ref")
    identifier = attribute("cluster_identifier", "ClusterIdentifier")
    log_block = attribute("logging", "LoggingProperties")
    log_switch = attribute("logging.enable", None, default=False)
    log_bucket = reference("logging.bucket_name", "LoggingProperties.BucketName")
    log_destination = attribute("logging.log_destination_type", "LoggingProperties.LogDestinationType", default="s3")
    log_types = attribute("logging.log_exports", "LoggingProperties.LogExports")

    def logs(self, unit: Unit) -> Truth:
        """Whether it writes audit logs anywhere."""
        if self.resource.dialect == "cloudformation":
            return self.log_bucket.surely_set() | self.log_destination.surely("cloudwatch")
        return self.log_switch.surely(True) | ~unit.none(WarehouseLogging, lambda one: one.cluster.refers_to(self), of=self)

    def logging_fix(self) -> Fix:
        """Writes connections and user changes to CloudWatch Logs, which needs no bucket."""
        types, title = ["connectionlog", "userlog"], "write audit logs to CloudWatch Logs"
        if self.resource.dialect == "cloudformation":
            return set_to("cloudwatch", also=((self.log_types, types),), title=title, unsafe=_BILLED).on(
                self.resource, self.log_destination.path
            )
        if self.log_bucket.surely_set():
            return set_to(True, unsafe="the policy of the bucket must admit Redshift").on(self.resource, self.log_switch.path)
        if self.log_block.written:
            also = ((self.log_destination, "cloudwatch"), (self.log_types, types))
            return set_to(True, also=also, title=title, unsafe=_BILLED).on(self.resource, self.log_switch.path)
        link = self.link("cluster_identifier", "Ref")
        return add_resource(WarehouseLogging.draft(self, cluster=link, destination="cloudwatch", exports=types), title, unsafe=_BILLED)
