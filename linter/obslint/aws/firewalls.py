"""Web ACLs, network firewalls and Global Accelerator."""

from obslint.aws.drafts import new_log_group
from obslint.aws.view import View, attribute, reference
from obslint.model import Truth
from obslint.policy import Fix, add_resource, set_to

VOLUME = "logs are billed by volume"
"""Why logs of traffic are not switched on unread."""


class WebAcl(View, terraform="aws_wafv2_web_acl", cloudformation="AWS::WAFv2::WebACL"):
    """A list of rules that requests have to pass."""

    handles = ("arn", "Arn")

    @property
    def logging_fix(self) -> Fix:
        """Logs to a new group, whose name starts as AWS WAF demands."""
        group = new_log_group(self, self.link("name", "Id", before="aws-waf-logs-"))
        draft = WebAclLogging.draft(self, acl=self.link("arn", "Arn"), destinations=[group.link("arn", "Arn")])
        return add_resource(draft, "log to a new log group", unsafe=VOLUME, needs=(group,))


class WebAclLogging(View, terraform="aws_wafv2_web_acl_logging_configuration", cloudformation="AWS::WAFv2::LoggingConfiguration"):
    """Where a web ACL writes its logs."""

    acl = reference("resource_arn", "ResourceArn")
    destinations = attribute("log_destination_configs", "LogDestinationConfigs")


class ClassicWebAcl(View, terraform="aws_waf_web_acl|aws_wafregional_web_acl"):
    """A web ACL of WAF Classic. CloudFormation knows no logs of it."""

    log_destination = reference("logging_configuration.log_destination", None)


class Firewall(View, terraform="aws_networkfirewall_firewall", cloudformation="AWS::NetworkFirewall::Firewall"):
    """A network firewall."""

    named_by = ("name",)
    handles = ("arn", "id", "Ref", "FirewallArn")
    name = attribute("name", "FirewallName")

    def is_logged_by(self, logging: "FirewallLogging") -> Truth:
        """Whether a configuration is about it."""
        return logging.firewall.refers_to(self) | logging.firewall_name.refers_to(self)

    @property
    def logging_fix(self) -> Fix:
        """Logs what matched a rule to a new group."""
        group = new_log_group(self, prefix="/aws/vendedlogs/network-firewall/")
        draft = FirewallLogging.draft(
            self, firewall=self.link("arn", "FirewallArn"), alert_type="ALERT", alert_store="CloudWatchLogs",
            alert_destination={"logGroup": group.link("name", "Ref")},
        )  # fmt: skip
        return add_resource(draft, "log alerts to a new log group", unsafe=VOLUME, needs=(group,))


class FirewallLogging(
    View, terraform="aws_networkfirewall_logging_configuration", cloudformation="AWS::NetworkFirewall::LoggingConfiguration"
):  # fmt: skip
    """Where a network firewall writes its logs."""

    firewall = reference("firewall_arn", "FirewallArn")
    firewall_name = reference(None, "FirewallName")
    alert_type = attribute(
        "logging_configuration.log_destination_config.log_type", "LoggingConfiguration.LogDestinationConfigs[LogType=ALERT].LogType"
    )
    alert_store = attribute(
        "logging_configuration.log_destination_config.log_destination_type",
        "LoggingConfiguration.LogDestinationConfigs[LogType=ALERT].LogDestinationType",
    )
    alert_destination = attribute(
        "logging_configuration.log_destination_config.log_destination",
        "LoggingConfiguration.LogDestinationConfigs[LogType=ALERT].LogDestination",
    )


class Accelerator(View, terraform="aws_globalaccelerator_accelerator"):
    """A Global Accelerator. CloudFormation knows no flow logs of it."""

    flow_logs = attribute("attributes.flow_logs_enabled", None, default=False)
    flow_log_bucket = reference("attributes.flow_logs_s3_bucket", None)
    flow_log_prefix = attribute("attributes.flow_logs_s3_prefix", None)

    @property
    def flow_log_fix(self) -> Fix:
        """Switches flow logs on where a bucket is named, or shows how."""
        if self.flow_log_bucket.surely_set().known:
            return set_to(True, unsafe="the update is refused unless the policy of the bucket admits it, and delivery is billed by volume")
        also = ((self.flow_log_bucket, "BUCKET"), (self.flow_log_prefix, f"{self.local_name}/"))
        return set_to(True, also=also, title="write flow logs to a bucket", manual="which bucket takes the logs has to be decided")
