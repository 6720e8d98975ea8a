"""Hosted zones of Route 53, and certificates."""

from obslint.aws.logs import LogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Plain, Truth
from obslint.policy import Fix, add_resource, set_to

_GROUP = "arn:aws:logs:us-east-1:ACCOUNT:log-group:/aws/route53/ZONE"


class Zone(View, terraform="aws_route53_zone", cloudformation="AWS::Route53::HostedZone"):
    """A hosted zone; one with VPCs is private."""

    handles = ("zone_id", "id", "Ref", "Id")
    vpcs = attribute("vpc", "VPCs")
    query_log_group = reference(None, "QueryLoggingConfig.CloudWatchLogsLogGroupArn")

    def query_log_fix(self, unit: Unit) -> Fix:
        """Logs queries to the group that those of other zones go to, when there is exactly one; it is in the right region."""
        group = unit.only(LogGroup, self, lambda one: _takes_queries(one, unit))
        value: Plain = group.link("arn", "Arn") if group else _GROUP
        title = f"log to {group.address}" if group else "log to a group"
        manual = "" if group else "it needs a log group in us-east-1, and a resource policy that admits route53.amazonaws.com"
        unsafe = "queries are billed by volume, and a resource policy must admit route53.amazonaws.com" if group else ""
        if self.resource.dialect == "cloudformation":
            return set_to(value, title=title, unsafe=unsafe, manual=manual).on(self.resource, self.query_log_group.path)
        draft = QueryLog.draft(self, zone=self.link("zone_id", ""), group=value)
        return add_resource(draft, title, unsafe=unsafe, manual=manual)


class QueryLog(View, terraform="aws_route53_query_log"):
    """Where a zone logs its queries; CloudFormation has it in the zone."""

    zone = reference("zone_id", None)
    group = reference("cloudwatch_log_group_arn", None)


class Certificate(View, terraform="aws_acm_certificate", cloudformation="AWS::CertificateManager::Certificate"):
    """A certificate; those of a private authority are in no public log."""

    authority = reference("certificate_authority_arn", "CertificateAuthorityArn")
    transparency = attribute(
        "options.certificate_transparency_logging_preference", "CertificateTransparencyLoggingPreference", default="ENABLED"
    )


def _takes_queries(group: LogGroup, unit: Unit) -> Truth:
    apart = unit.any(QueryLog, lambda log: log.group.refers_to(group))
    return apart | unit.any(Zone, lambda zone: zone.query_log_group.refers_to(group))
