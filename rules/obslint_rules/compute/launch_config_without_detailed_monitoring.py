"""launch-config-without-detailed-monitoring"""

from collections.abc import Iterator

from obslint.aws import LaunchConfiguration
from obslint.policy import Finding, Persona, Severity, remove, rule

REASON = "metrics by the minute are billed, and running instances keep their old setting"


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, cdk_nag="EC2InstanceDetailedMonitoringEnabled", terrascan="AC_AWS_0490",
)  # fmt: skip
def launch_config_without_detailed_monitoring(configuration: LaunchConfiguration) -> Iterator[Finding]:
    """The launch configuration switches detailed monitoring off.

    Instances of the group report every five minutes only: short spikes vanish, and scaling reacts late.

    Fix safety: unsafe, it replaces the launch configuration, and metrics by the minute are billed.
    When to ignore: nobody watches the instances by the minute.
    References: https://docs.aws.amazon.com/autoscaling/ec2/userguide/enable-as-instance-metrics.html
    """
    if configuration.monitoring.surely(False):
        fix = remove(title="monitor in detail, which is the default", unsafe=REASON, effect="replacement")
        yield configuration.monitoring.finding("instances report metrics every five minutes only", fix=fix)
