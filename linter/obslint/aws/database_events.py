"""Whether anybody is told what happens to databases: RDS event subscriptions.

https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html
"""

from collections.abc import Mapping

from obslint.aws.estate import Estate
from obslint.aws.view import View, attribute, reference
from obslint.model import YES, Truth, all_of
from obslint.policy import Fix, add_resource

_WANTED: Mapping[str, tuple[str, ...]] = {
    "db-cluster": ("maintenance", "failure"),
    "db-instance": ("maintenance", "configuration change", "failure"),
    "db-parameter-group": ("configuration change",),
}
"""What Security Hub asks for (RDS.19 to RDS.21); security groups of databases (RDS.22) are of EC2-Classic, which is gone."""


class ToldDatabase(
    View,
    terraform="aws_db_instance|aws_rds_cluster",
    cloudformation="AWS::RDS::DBInstance|AWS::RDS::DBCluster",
):
    """A database instance or cluster of RDS."""


class _Cluster(View, terraform="aws_rds_cluster", cloudformation="AWS::RDS::DBCluster"):
    pass


class _Parameters(View, terraform="aws_db_parameter_group", cloudformation="AWS::RDS::DBParameterGroup"):
    pass


class _EventSubscription(View, terraform="aws_db_event_subscription", cloudformation="AWS::RDS::EventSubscription"):
    topic = reference("sns_topic", "SnsTopicArn")
    enabled = attribute("enabled", "Enabled", default=True)
    source_type = attribute("source_type", "SourceType")
    categories = attribute("event_categories", "EventCategories")

    def covers(self, kind: str) -> Truth:
        """Whether it tells of what matters in sources of a kind; without a type or categories it tells of all."""
        sources = self.source_type.surely_absent() | self.source_type.surely(kind)
        wanted = self.categories.surely_absent() | all_of(_WANTED[kind], self.categories.includes)
        return self.enabled.surely(True) & sources & wanted


def untold_sources(database: ToldDatabase, estate: Estate) -> tuple[str, ...]:
    """The kinds of sources in a scan of whose events nobody is told; asked at its first database."""
    there = {"db-cluster": estate.any(_Cluster), "db-instance": YES, "db-parameter-group": estate.any(_Parameters)}
    first = estate.leads(database)
    return tuple(kind for kind in _WANTED if first & there[kind] & _is_untold(kind, estate))


def _is_untold(kind: str, estate: Estate) -> Truth:
    return estate.none(_EventSubscription, lambda one: one.covers(kind))


def telling_fix(database: ToldDatabase) -> Fix:
    """Tells a topic of what happens."""
    draft = _EventSubscription.draft(database, topic="arn:aws:sns:REGION:ACCOUNT:TOPIC")
    return add_resource(draft, "subscribe a topic to events of databases", manual="who is told has to be decided").on(database.resource, ())
