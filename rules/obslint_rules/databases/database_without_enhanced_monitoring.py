"""database-without-enhanced-monitoring"""

from collections.abc import Iterator

from obslint.aws import DatabaseServer, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("rds-enhanced-monitoring",), checkov="CKV_AWS_118",
    guard="RDS_ENHANCED_MONITORING_ENABLED", cdk_nag="RDSEnhancedMonitoringEnabled", security_hub="RDS.6",
    prowler="rds_instance_enhanced_monitoring_enabled", nist_800_53_r5="CA-7 SI-2", aws_fsbp="RDS.6",
)  # fmt: skip
def database_without_enhanced_monitoring(server: DatabaseServer, unit: Unit) -> Iterator[Finding]:
    """The database has no Enhanced Monitoring.

    CloudWatch knows the CPU as the hypervisor sees it. What the operating system waits for, and which process takes the memory, stays
    unknown.

    Fix safety: manual, it needs a role; unsafe where the unit has one role for it, since the metrics are billed as logs.
    When to ignore: Performance Insights answers the questions that come up.
    References: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.html
    """
    elsewhere = server.cluster_has(unit, lambda cluster: cluster.interval.above(0))
    if server.interval.surely(0) & server.decides & ~elsewhere:
        yield server.interval.finding("database has no Enhanced Monitoring", fix=server.monitoring_fix(unit))
