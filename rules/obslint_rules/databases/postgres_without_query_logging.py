"""postgres-without-query-logging"""

from collections.abc import Iterator

from obslint.aws import POSTGRES_ENGINES, Database, Unit
from obslint.policy import Finding, Persona, Severity, rule

REASON = "statements may hold personal data, and logs are billed by volume"
SAYS = {"log_statement": "statements", "log_min_duration_statement": "slow queries"}


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("rds-postgres-query-logging",), checkov="CKV2_AWS_27 CKV2_AWS_30",
)  # fmt: skip
def postgres_without_query_logging(database: Database, unit: Unit) -> Iterator[Finding]:
    """The parameter group of a PostgreSQL database logs no statements, or no slow queries.

    `log_statement` records changes of the schema or of data, `log_min_duration_statement` what took long. Without them neither
    unexpected changes nor slow queries can be traced.

    Fix safety: unsafe, statements may hold personal data, and logs are billed by volume.
    When to ignore: pgaudit and pg_stat_statements do the work.
    References: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Concepts.PostgreSQL.Query_Logging.html
    """
    if database.runs(POSTGRES_ENGINES, unit) & database.has_declared_group(unit) & ~database.in_cluster:
        missing = database.unlogged_queries(unit)
        if missing:
            fix = database.groups(unit)[0].setting_fix(missing, title="log them", unsafe=REASON)
            message = f"PostgreSQL does not log {' or '.join(SAYS[name] for name in missing)}"
            yield database.group.finding(message, fix=fix, related=database.groups_named(unit))
