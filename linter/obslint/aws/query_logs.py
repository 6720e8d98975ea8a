"""DNS query logs, which Route 53 writes to log groups of us-east-1 only."""

from obslint.aws.attribute import Attribute
from obslint.aws.logs import LogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, reference
from obslint.model import NO, Absent, Known, Symbolic, Truth, Value, settle, truth, undecided
from obslint.model.compare import decide, doubt

_HOME = "us-east-1"


class QueryLogged(View, terraform="aws_route53_query_log", cloudformation="AWS::Route53::HostedZone"):
    """What says where queries for a zone are logged."""

    apart = reference("cloudwatch_log_group_arn", None)
    inside = reference(None, "QueryLoggingConfig.CloudWatchLogsLogGroupArn")

    @property
    def group(self) -> Attribute:
        """The log group."""
        return self.apart if self.resource.dialect == "terraform" else self.inside

    def declared_group(self, unit: Unit) -> LogGroup | None:
        """The log group, when it stands in the unit."""
        return next((group for group in unit.all(LogGroup) if self.group.refers_to(group).known), None)

    def is_misplaced(self, unit: Unit) -> Truth:
        """Whether the log group is in another region than the one that Route 53 writes to."""
        declared = self.declared_group(unit)
        if declared is None:
            return decide(self.group.value, _names_elsewhere)
        region = settle(declared.resource.region)
        known = isinstance(region, Known) and isinstance(region.data, str)
        return truth(region.data != _HOME) if isinstance(region, Known) and known else undecided("the region of the log group is not known")


def _names_elsewhere(arn: Value) -> Truth:
    """Whether an ARN names another region."""
    if isinstance(arn, Absent):
        return NO
    head = arn.data if isinstance(arn, Known) else arn.parts[0] if isinstance(arn, Symbolic) else None
    parts = head.split(":") if isinstance(head, str) else []
    return truth(parts[3] != _HOME) if len(parts) > 4 else doubt(arn)
