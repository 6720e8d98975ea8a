"""log-export-without-parameters"""

from collections.abc import Iterator

from obslint.aws import LOG_SWITCHES, Database, Unit
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def log_export_without_parameters(database: Database, unit: Unit) -> Iterator[Finding]:
    """A log type is exported that the engine never writes.

    MySQL and MariaDB write the slow query and the general log only when a parameter says so, and RDS writes them to tables unless
    `log_output` is `FILE`: the log group stays empty, and looks as if there were nothing to see.

    Fix safety: unsafe, it raises the volume of the logs. Manual with the default parameter group, which cannot be changed.
    When to ignore: the parameters are set by hand.
    References: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.MySQLDB.PublishtoCloudWatchLogs.html
    """
    for log in database.log_exports.items():
        for name in LOG_SWITCHES:
            if log.surely(name) & database.is_mysql(unit) & ~database.writes(name, unit):
                message = f"log type {name} is exported, but the engine does not write it to a file"
                yield log.finding(message, fix=database.writing_fix(name, unit), related=database.groups_named(unit))
