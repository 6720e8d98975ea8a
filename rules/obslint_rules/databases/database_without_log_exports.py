"""database-without-log-exports"""

from collections.abc import Iterator

from obslint.aws import DatabaseInstance, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("rds-instance-log-exports",), checkov="CKV_AWS_129", kics="8d7f7b8c",
    guard="RDS_INSTANCE_LOGGING_ENABLED", cdk_nag="RDSLoggingEnabled", terrascan="AC_AWS_0454", security_hub="RDS.9 RDS.36 RDS.40 RDS.42",
    prowler="rds_instance_integration_cloudwatch_logs",
    nist_800_53_r5="AC-2(4) AC-4(26) AC-6(9) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SC-7(10) SI-3(8) SI-4(20) SI-7(8)",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1",
    aws_fsbp="RDS.9 RDS.36 RDS.40 RDS.42", hipaa="164_308_a_4_ii_a 164_312_b", soc2="cc_7_2 cc_7_3 cc_a_1_1 pi_1_3",
)  # fmt: skip
def database_without_log_exports(database: DatabaseInstance, unit: Unit) -> Iterator[Finding]:
    """The database instance exports no engine logs to CloudWatch Logs.

    The error and slow query logs stay on the instance, where they rotate away within days and no alarm can read them.

    Fix safety: unsafe, exported logs are billed by volume. Manual where the engine is not known.
    When to ignore: an agent reads the log files.
    References: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
    """
    if database.log_exports.surely_absent() & ~database.in_cluster & ~database.is_custom:
        yield database.log_exports.finding("database exports no engine logs", fix=database.export_fix(unit))
