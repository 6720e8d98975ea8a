"""RDS instances and clusters, and their parameter groups."""

from collections.abc import Callable

from obslint.aws.attribute import Attribute
from obslint.aws.engines import AURORA_MYSQL_ENGINES, LOG_SWITCHES, MYSQL_ENGINES, WRITTEN_LOGS, is_aurora, is_switched_on, runs_one_of
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import NO, YES, Draft, Path, Pick, Plain, Truth, any_of, truth, undecided
from obslint.policy import Fix, Label, set_to

_BILLED = "CloudWatch Logs bills exported logs by volume"


class ParameterGroup(
    View,
    terraform="aws_db_parameter_group|aws_rds_cluster_parameter_group",
    cloudformation="AWS::RDS::DBParameterGroup|AWS::RDS::DBClusterParameterGroup",
):
    """The parameters of an engine. What it does not name has the default of the engine."""

    named_by = ("name", "cluster_name")
    name = attribute("name", "DBParameterGroupName")
    cluster_name = attribute(None, "DBClusterParameterGroupName")
    family = attribute("family", "Family")

    def parameter(self, name: str) -> Attribute:
        """The value of a parameter: a block in Terraform, a member of a map in CloudFormation."""
        declared = attribute(f"parameter[name={name}].value", f"Parameters.{name}")
        declared.__set_name__(type(self), f"parameter {name}")
        return declared.__get__(self, type(self))

    def setting_fix(self, settings: dict[str, str], *, title: str, unsafe: str) -> Fix:
        """Gives parameters their values; the fix is for the group, whichever resource the finding is about."""
        first, *others = ((self.parameter(name), value) for name, value in settings.items())
        return set_to(first[1], also=others, title=title, unsafe=unsafe).on(self.resource, first[0].path)

    @classmethod
    def fix_by_own(cls, user: View, group: Attribute, settings: dict[str, str], *, family: str, manual: str, kind: int = 0) -> Fix:
        """Gives a database a parameter group of its own instead of the default one, which cannot be changed."""
        draft = _group_draft(cls.types_in(user.resource.dialect)[kind], user, family or "FAMILY", settings)
        unsafe = "" if manual else "the database takes another parameter group, and a reboot to do so"
        fix = set_to(draft.link("name", "Ref"), needs=(draft,), title="give it a parameter group of its own", unsafe=unsafe, manual=manual)
        return fix.on(user.resource, group.path)


def _group_draft(kind: str, beside: View, family: str, settings: dict[str, str]) -> Draft:
    """A parameter group for one database."""
    if beside.resource.dialect == "cloudformation":
        members: dict[Path, Plain] = {
            ("Description",): f"Parameters of {beside.local_name}",
            ("Family",): family,
            ("Parameters",): settings,
        }
        return Draft(kind, f"{beside.local_name}Parameters", members)
    blocks: dict[Path, Plain] = {("parameter", Pick("name", name), "value"): value for name, value in settings.items()}
    return Draft(kind, beside.local_name, {("family",): family, **blocks})


def is_set_in(kind: type[ParameterGroup], group_name: Attribute, name: str, holds: Callable[[Attribute], Truth], unit: Unit) -> Truth:
    """Whether a parameter is so in the group of that name: not with a default group, and undecided with one declared elsewhere."""
    default = group_name.surely_absent() | group_name.starts_with("default.") | group_name.starts_with("default:")
    declared = unit.any(kind, lambda group: group_name.refers_to(group))
    here = unit.any(kind, lambda group: group_name.refers_to(group) & holds(group.parameter(name)))
    return here | ~default & ~declared & undecided("its parameter group is not declared here", group_name.at)


class Database(View, terraform="aws_db_instance|aws_rds_cluster", cloudformation="AWS::RDS::DBInstance|AWS::RDS::DBCluster"):
    """A DB instance, or a cluster as a whole. Members of a cluster export the logs that the cluster exports."""

    handles = ("id", "identifier", "cluster_identifier", "arn", "Ref", "DBInstanceIdentifier", "DBClusterIdentifier")
    engine = attribute("engine", "Engine")
    version = attribute("engine_version", "EngineVersion")
    log_exports = attribute("enabled_cloudwatch_logs_exports", "EnableCloudwatchLogsExports")
    member_of = reference(None, "DBClusterIdentifier")
    source = reference("replicate_source_db", "SourceDBInstanceIdentifier")
    cluster_source = reference("replication_source_identifier", "SourceDBClusterIdentifier")
    snapshot = attribute("snapshot_identifier", "DBSnapshotIdentifier")
    cluster_snapshot = attribute(None, "SnapshotIdentifier")
    restored = attribute("restore_to_point_in_time", "SourceDbiResourceId")
    instance_group = reference("parameter_group_name", "DBParameterGroupName")
    cluster_group = reference("db_cluster_parameter_group_name", "DBClusterParameterGroupName")

    @property
    def is_cluster(self) -> bool:
        """Whether it is a cluster."""
        return self.is_type("aws_rds_cluster", "AWS::RDS::DBCluster")

    @property
    def in_cluster(self) -> Truth:
        """Whether a cluster decides for it."""
        return NO if self.is_cluster else self.member_of.surely_set() | is_aurora(self.engine)

    @property
    def group(self) -> Attribute:
        """The name of its parameter group."""
        return self.cluster_group if self.is_cluster else self.instance_group

    @property
    def is_copy(self) -> Truth:
        """Whether it is a replica, or restored from something."""
        return any_of((self.source, self.cluster_source, self.snapshot, self.cluster_snapshot, self.restored), lambda one: one.surely_set())

    def runs(self, engines: tuple[str, ...], unit: Unit) -> Truth:
        """Whether its engine is one of these. A copy that names none has the engine of its source."""
        former_default = truth(self.resource.type == "aws_rds_cluster" and "aurora" in engines)  # of the AWS provider before version 5
        unnamed = self.engine.surely_absent()
        return runs_one_of(self.engine, engines) | unnamed & (former_default | self.is_copy & self._source_runs(engines, unit))

    def _source_runs(self, engines: tuple[str, ...], unit: Unit) -> Truth:
        origin = self._origin(unit)
        if origin is None:
            return undecided(f"{self.address} has the engine of what it is made from", self.header)
        return runs_one_of(origin.engine, engines)

    def _origin(self, unit: Unit) -> "Database | None":
        """The declared database that it is a replica of."""
        named = (self.source, self.cluster_source)
        return next((one for one in unit.all(Database) if (named[0].refers_to(one) | named[1].refers_to(one)).known), None)

    def members(self, unit: Unit) -> tuple["ClusterMember", ...]:
        """The declared members of a cluster."""
        return tuple(one for one in unit.all(ClusterMember) if self.is_cluster and one.cluster.refers_to(self).known is not False)

    def groups(self, unit: Unit) -> tuple[ParameterGroup, ...]:
        """The declared parameter groups that decide for it: its own, and those of its members."""
        names = self._group_names(unit)
        return tuple(
            group for group in unit.all(ParameterGroup) if any_of([name.refers_to(group) for name in names], lambda yes: yes).known
        )

    def setting(self, name: str, holds: Callable[[Attribute], Truth], unit: Unit) -> Truth:
        """Whether a parameter is so. With a default group none is; with one that is declared elsewhere, it cannot be known."""
        found = any_of(self._group_names(unit), lambda group: is_set_in(ParameterGroup, group, name, holds, unit))
        if self._takes_group_of_source.known and self._origin(unit) is None:
            return found | undecided(f"{self.address} has the parameter group of what it is a replica of", self.header)
        if not self.is_cluster or self.members(unit):
            return found
        return found | ~unit.none(ClusterMember, lambda one: one.cluster.refers_to(self), of=self)  # whose groups may say it

    @property
    def _takes_group_of_source(self) -> Truth:
        """Whether it is a replica without a parameter group of its own:
        https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html
        """
        return self.group.surely_absent() & self.source.surely_set()

    def _group_names(self, unit: Unit) -> tuple[Attribute, ...]:
        origin = self._origin(unit) if self._takes_group_of_source.known else None
        return (origin.group if origin else self.group, *(member.group for member in self.members(unit)))

    @property
    def exported(self) -> list[str]:
        """The log types that it exports."""
        return [item.shown for item in self.log_exports.items()]

    def groups_named(self, unit: Unit) -> tuple[Label, ...]:
        """A label on each declared parameter group, for a finding."""
        return tuple(group.label("this parameter group decides") for group in self.groups(unit))

    def has_declared_group(self, unit: Unit) -> Truth:
        """Whether its own parameter group is declared in the unit; undecided where that is declared elsewhere."""
        return is_set_in(ParameterGroup, self.group, "", lambda _: YES, unit)

    def is_mysql(self, unit: Unit) -> Truth:
        """Whether its engine is MySQL or a relative."""
        return self.runs((*MYSQL_ENGINES, *AURORA_MYSQL_ENGINES), unit)

    def writes(self, log: str, unit: Unit) -> Truth:
        """Whether MySQL or MariaDB writes a log that is off by default, and to a file, as exports need."""
        on = any_of(LOG_SWITCHES[log], lambda name: self.setting(name, is_switched_on, unit))
        return on & (self.runs(AURORA_MYSQL_ENGINES, unit) & ~self._to_tables(unit) | self.runs(MYSQL_ENGINES, unit) & self._to_files(unit))

    def _to_files(self, unit: Unit) -> Truth:
        """RDS for MySQL and MariaDB write to tables unless told otherwise."""
        return self.setting("log_output", lambda one: one.surely_in(("FILE", "file")), unit)

    def _to_tables(self, unit: Unit) -> Truth:
        return self.setting("log_output", lambda one: one.surely_in(("TABLE", "NONE")), unit)

    def writing_fix(self, log: str, unit: Unit) -> Fix:
        """Makes MySQL or MariaDB write a log to files, in the parameter group that it has or in one of its own."""
        aurora = self.runs(AURORA_MYSQL_ENGINES, unit)
        to_files = aurora & ~self._to_tables(unit) | ~aurora & self._to_files(unit)
        on = any_of(LOG_SWITCHES[log], lambda name: self.setting(name, is_switched_on, unit))
        settings = {**({} if on.known else {LOG_SWITCHES[log][0]: "1"}), **({} if to_files.known else {"log_output": "FILE"})}
        groups = self.groups(unit)
        if not groups:
            return self._own_group_fix(settings)
        return groups[0].setting_fix(settings, title=f"write the {log} log to files", unsafe=_BILLED)

    def _own_group_fix(self, settings: dict[str, str]) -> Fix:
        """Gives it a parameter group instead of the default one, whose name or its own version tell the family."""
        given, version = self.group.shown.removeprefix("default."), self.version.shown.split(".")
        engine = self.engine.shown.casefold()
        known = f"{engine}{'.'.join(version[:2])}" if len(version) > 1 and engine.startswith(("m", "aurora-m")) else ""
        family = given if given[-1:].isdigit() else known
        manual = "" if family else "the family of the group depends on the version of the engine"
        return ParameterGroup.fix_by_own(self, self.group, settings, family=family, manual=manual, kind=int(self.is_cluster))

    def unlogged_queries(self, unit: Unit) -> dict[str, str]:
        """What its parameters should say to make PostgreSQL log changes and slow queries, and do not."""
        changes = self.setting("log_statement", lambda one: one.surely_in(("ddl", "mod", "all")), unit)
        slow = self.setting("log_min_duration_statement", lambda one: one.surely_set() & one.surely_not(-1), unit)
        return {**({"log_statement": "ddl"} if ~changes else {}), **({"log_min_duration_statement": "1000"} if ~slow else {})}

    def export_fix(self, unit: Unit) -> Fix:
        """Exports what the engine writes."""
        engine = next((name for name in WRITTEN_LOGS if self.runs((name,), unit).known), None)
        if engine is None:
            return set_to(["error"], title="export the engine's logs", manual="which types there are depends on the engine")
        extra = [log for log in LOG_SWITCHES if engine in (*MYSQL_ENGINES, *AURORA_MYSQL_ENGINES) and self.writes(log, unit).known]
        return set_to([*WRITTEN_LOGS[engine], *extra], title="export the logs that the engine writes", unsafe=_BILLED)


class DatabaseInstance(Database, terraform="aws_db_instance", cloudformation="AWS::RDS::DBInstance"):
    """A DB instance: one server, in CloudFormation perhaps a member of a cluster."""

    @property
    def is_custom(self) -> Truth:
        """Whether it is RDS Custom, which exports no logs."""
        return self.engine.is_text(lambda text: text.casefold().startswith("custom-"))


class DatabaseCluster(Database, terraform="aws_rds_cluster", cloudformation="AWS::RDS::DBCluster"):
    """An Aurora cluster, or a Multi-AZ cluster of RDS."""

    named_by = ("identifier",)
    identifier = attribute("cluster_identifier", "DBClusterIdentifier")
    engine_mode = attribute("engine_mode", "EngineMode", default="provisioned")

    @property
    def publishes_by_itself(self) -> Truth:
        """Whether it is Aurora Serverless v1, which publishes whatever its parameters make it write:
        https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless.how-it-works.html
        """
        return self.engine_mode.surely("serverless")


class ClusterMember(View, terraform="aws_rds_cluster_instance", cloudformation="AWS::RDS::DBInstance"):
    """A server of a cluster."""

    cluster = reference("cluster_identifier", "DBClusterIdentifier")
    group = reference("db_parameter_group_name", "DBParameterGroupName")
