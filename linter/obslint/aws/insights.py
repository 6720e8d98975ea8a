"""What RDS measures of its servers: Enhanced Monitoring and Performance Insights."""

from collections.abc import Callable

from obslint.aws.attribute import Attribute
from obslint.aws.databases import Database, DatabaseCluster
from obslint.aws.engines import AURORA_MYSQL_ENGINES, DB2_ENGINES, MYSQL_ENGINES, runs_one_of, too_small, too_small_for_aurora
from obslint.aws.keys import KmsKey
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import NO, Plain, Truth, any_of, truth
from obslint.policy import Fix, set_to

_MONITOR = "monitoring.rds.amazonaws.com"


class MonitoringRole(View, terraform="aws_iam_role", cloudformation="AWS::IAM::Role"):
    """A role that RDS may take to deliver the metrics of Enhanced Monitoring."""

    trust = attribute("assume_role_policy", "AssumeRolePolicyDocument")


class DatabaseServer(
    View,
    terraform="aws_db_instance|aws_rds_cluster_instance|aws_rds_cluster",
    cloudformation="AWS::RDS::DBInstance|AWS::RDS::DBCluster",
):
    """What is measured: an instance, a member of a cluster, or a cluster, which can decide for its members."""

    engine = attribute("engine", "Engine")
    instance_class = attribute("instance_class", "DBInstanceClass")
    multi_az_class = attribute("db_cluster_instance_class", "DBClusterInstanceClass")
    cluster = reference("cluster_identifier", "DBClusterIdentifier")
    interval = attribute("monitoring_interval", "MonitoringInterval", default=0)
    role = reference("monitoring_role_arn", "MonitoringRoleArn")
    insights_mode = attribute("database_insights_mode", "DatabaseInsightsMode", default="standard")
    instance_insights = attribute("performance_insights_enabled", "EnablePerformanceInsights", default=False)
    instance_insights_key = reference("performance_insights_kms_key_id", "PerformanceInsightsKMSKeyId")
    cluster_insights = attribute(None, "PerformanceInsightsEnabled", default=False)
    cluster_insights_key = reference(None, "PerformanceInsightsKmsKeyId")

    @property
    def is_cluster(self) -> bool:
        """Whether it is a cluster."""
        return self.is_type(*DatabaseCluster.types())

    @property
    def insights(self) -> Attribute:
        """Whether Performance Insights is on; CloudFormation has other names in clusters."""
        return self.cluster_insights if self.is_type("AWS::RDS::DBCluster") else self.instance_insights

    @property
    def insights_key(self) -> Attribute:
        """The key that encrypts the data of Performance Insights."""
        return self.cluster_insights_key if self.is_type("AWS::RDS::DBCluster") else self.instance_insights_key

    @property
    def is_instance(self) -> Truth:
        """Whether it is a single server."""
        return truth(not self.is_cluster)

    @property
    def decides(self) -> Truth:
        """Whether it has servers of its own to measure; of clusters, only those of Multi-AZ deployments have."""
        return self.is_instance | self.multi_az_class.surely_set()

    def cluster_has(self, unit: Unit, holds: Callable[["DatabaseServer"], Truth]) -> Truth:
        """Whether something holds for the cluster that it is a member of; a cluster that is not known may be so."""
        if self.is_type("aws_db_instance") or self.is_cluster or self.cluster.is_refused:
            return NO
        unknown = self.cluster.surely_set() & ~self.cluster.surely_set()  # no, unless the name of the cluster cannot be known
        return unknown | any_of((one for one in unit.all(DatabaseServer) if one.is_cluster), lambda one: self._belongs_to(one) & holds(one))

    def _belongs_to(self, cluster: "DatabaseServer") -> Truth:
        return self.cluster.refers_to(DatabaseCluster(cluster.resource))

    def runs(self, engines: tuple[str, ...], unit: Unit) -> Truth:
        """Whether its engine is one of these."""
        if not self.is_type("aws_rds_cluster_instance"):
            return Database(self.resource).runs(engines, unit)
        inherited = self.cluster_has(unit, lambda cluster: cluster.runs(engines, unit))
        return runs_one_of(self.engine, engines) | self.engine.surely_absent() & inherited

    def lacks_insights(self, unit: Unit) -> Truth:
        """Whether Performance Insights cannot be had with its engine and class."""
        small = self.runs(MYSQL_ENGINES, unit) & too_small(self.instance_class)
        small_member = self.runs(AURORA_MYSQL_ENGINES, unit) & too_small_for_aurora(self.instance_class)
        return small | small_member | truth(not self.is_type("aws_rds_cluster_instance")) & self.runs(DB2_ENGINES, unit)

    def monitoring_fix(self, unit: Unit) -> Fix:
        """Switches Enhanced Monitoring on, with the role that the unit has for it."""
        role, manual = self._role_to_use(unit)
        unsafe = "" if manual else "CloudWatch Logs bills the metrics by volume"
        return set_to(60, also=((self.role, role),), title="measure every minute", unsafe=unsafe, manual=manual)

    def role_fix(self, unit: Unit) -> Fix:
        """Names the role that the unit has for Enhanced Monitoring."""
        role, manual = self._role_to_use(unit)
        return set_to(role, title="name a role", unsafe="" if manual else "CloudWatch Logs bills the metrics by volume", manual=manual)

    def _role_to_use(self, unit: Unit) -> tuple[Plain, str]:
        """The one role of the unit that RDS may take; else a stand-in, and why it is one."""
        role = unit.only(MonitoringRole, self, lambda one: one.trust.spells(_MONITOR))
        if role:
            return role.link("arn", "Arn"), ""
        return "arn:aws:iam::ACCOUNT:role/NAME", f"it needs a role that {_MONITOR} may take"

    def insights_fix(self, unit: Unit) -> Fix:
        """Switches Performance Insights on, with the key that the unit has, if it is one."""
        key = unit.only(KmsKey, self)
        also = ((self.insights_key, key.link("arn", "Arn")),) if key else ()
        return set_to(True, also=also, unsafe="the key that encrypts its data cannot be changed afterwards")

    def insights_key_fix(self, unit: Unit) -> Fix:
        """Names the key that the unit has, if it is one."""
        key = unit.only(KmsKey, self)
        reason = "a database that has Performance Insights on already keeps its key: switch it off before"
        if key is None:
            return set_to(
                "arn:aws:kms:REGION:ACCOUNT:key/ID", title="encrypt with a customer managed key", manual=f"it needs a key; {reason}"
            )
        return set_to(key.link("arn", "Arn"), title=f"encrypt with {key.address}", unsafe=reason, effect="replacement")
