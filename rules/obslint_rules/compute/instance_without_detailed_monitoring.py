"""instance-without-detailed-monitoring"""

from collections.abc import Iterator

from obslint.aws import Instance, InstanceModule
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("ec2-detailed-monitoring",), checkov="CKV_AWS_126", kics="23b70e32 0264093f",
    guard="EC2_INSTANCE_DETAILED_MONITORING_ENABLED", cdk_nag="EC2InstanceDetailedMonitoringEnabled", terrascan="AC_AWS_0480",
    prowler="ec2_instance_detailed_monitoring_enabled",
    pci_dss_4_0="10.2.1.1 10.4.1 10.4.1.1 10.4.2 10.6.3 10.7.1 10.7.2 A3.3.1 A3.5.1",
)  # fmt: skip
def instance_without_detailed_monitoring(instance: Instance | InstanceModule) -> Iterator[Finding]:
    """The instance, or each that a launch template makes, reports metrics every five minutes only.

    Short spikes vanish in the averages, and alarms react late.

    Fix safety: unsafe, metrics by the minute are billed.
    When to ignore: nobody watches the instance by the minute, or an agent reports instead.
    References: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/manage-detailed-monitoring.html
    """
    if instance.reports_slowly:
        what = "instances of the template report" if instance.is_template else "instance reports"
        fix = set_to(True, title="monitor in detail", unsafe="metrics by the minute are billed")
        yield instance.monitoring.finding(f"{what} metrics every five minutes only", fix=fix)
