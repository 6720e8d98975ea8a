"""OpenSearch and Elasticsearch domains."""

from obslint.aws.attribute import Attribute
from obslint.aws.logs import LogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute
from obslint.model import Truth, any_of
from obslint.policy import Fix, set_to

SEARCH_APPLICATION_LOGS = "ES_APPLICATION_LOGS"
SEARCH_AUDIT_LOGS = "AUDIT_LOGS"
SEARCH_SLOW_LOGS = ("SEARCH_SLOW_LOGS", "INDEX_SLOW_LOGS")
_TYPES = (SEARCH_APPLICATION_LOGS, SEARCH_AUDIT_LOGS, *SEARCH_SLOW_LOGS)

_POLICY = "the update is refused unless a resource policy of CloudWatch Logs admits es.amazonaws.com"


class SearchDomain(
    View,
    terraform="aws_opensearch_domain|aws_elasticsearch_domain",
    cloudformation="AWS::OpenSearchService::Domain|AWS::Elasticsearch::Domain",
):
    """A search domain. Terraform publishes what a block names unless it says otherwise, CloudFormation only when told to."""

    options = attribute("log_publishing_options", "LogPublishingOptions")

    access_control = attribute("advanced_security_options.enabled", "AdvancedSecurityOptions.Enabled", default=False)

    def log_group(self, log: str) -> Attribute:
        """Where a type of log goes."""
        return self._option(log, "cloudwatch_log_group_arn", "CloudWatchLogsLogGroupArn")

    def log_switch(self, log: str) -> Attribute:
        """Whether a type of log is published."""
        return self._option(log, "enabled", "Enabled", terraform_default=True)

    def _option(self, log: str, terraform: str, cloudformation: str, *, terraform_default: bool | None = None) -> Attribute:
        paths = f"log_publishing_options[log_type={log}].{terraform}", f"LogPublishingOptions.{log}.{cloudformation}"
        declared = attribute(*paths, terraform_default=terraform_default)
        declared.__set_name__(type(self), f"{terraform} {log}")
        return declared.__get__(self, type(self))

    def publishes(self, log: str) -> Truth:
        """Whether a type of log goes to CloudWatch Logs."""
        return self.log_group(log).surely_set() & self.log_switch(log).surely(True)

    @property
    def publishes_anything(self) -> Truth:
        """Whether any type of log goes to CloudWatch Logs."""
        return any_of(_TYPES, self.publishes)

    def publishing_fix(self, logs: tuple[str, ...], unit: Unit, *, more: str = "") -> Fix:
        """Publishes types of logs: to the group that they have, or that the domain or the unit has as its only one."""
        silenced = [log for log in logs if self.log_group(log).surely_set().known]
        title, unsafe = f"publish {' and '.join(logs)}", _POLICY + more
        if len(silenced) == len(logs):
            first, *others = (self.log_switch(log) for log in logs)
            return set_to(True, also=[(one, True) for one in others], title=title, unsafe=unsafe).on(self.resource, first.path)
        group = unit.only(LogGroup, self, self._writes_to) or unit.only(LogGroup, self)
        arn = group.link("arn", "Arn") if group else "arn:aws:logs:REGION:ACCOUNT:log-group:NAME"
        groups = [(self.log_group(log), arn) for log in logs if log not in silenced]
        switches = [(self.log_switch(log), True) for log in logs if log in silenced or self.resource.dialect == "cloudformation"]
        manual = "" if group else f"it needs a log group; {unsafe}"
        fix = set_to(arn, also=[*groups[1:], *switches], title=title, unsafe="" if manual else unsafe, manual=manual)
        return fix.on(self.resource, groups[0][0].path)

    def _writes_to(self, group: LogGroup) -> Truth:
        return any_of(_TYPES, lambda log: self.log_group(log).refers_to(group))
