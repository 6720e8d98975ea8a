"""firewall-without-logs"""

from collections.abc import Iterator

from obslint.aws import Firewall, FirewallLogging, Unit
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.WARNING, topics=("network-firewall-logging",), checkov="CKV2_AWS_63", security_hub="NetworkFirewall.2",
    prowler="networkfirewall_logging_enabled",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1",
    aws_fsbp="NetworkFirewall.2", soc2="cc_a_1_1",
)  # fmt: skip
def firewall_without_logs(firewall: Firewall, unit: Unit) -> Iterator[Finding]:
    """The network firewall writes no logs.

    Traffic that was blocked or looked suspicious leaves no trace, and rules cannot be tuned.

    Fix safety: unsafe, logs are billed by volume.
    When to ignore: Firewall Manager switches the logs of all firewalls on.
    References: https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-logging.html
    """
    if unit.none(FirewallLogging, firewall.is_logged_by, of=firewall):
        yield firewall.finding("network firewall writes no logs", fix=firewall.logging_fix)
