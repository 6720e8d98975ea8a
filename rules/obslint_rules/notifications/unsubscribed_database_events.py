"""unsubscribed-database-events"""

from collections.abc import Iterator

from obslint.aws import Estate, ToldDatabase, telling_fix, untold_sources
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO,
    persona=Persona.AUDITOR,
    confidence="medium",
    security_hub="RDS.19 RDS.20 RDS.21 RDS.22",
    prowler="rds_cluster_critical_event_subscription rds_instance_critical_event_subscription "
    "rds_instance_event_subscription_parameter_groups rds_instance_event_subscription_security_groups",
    nist_800_53_r5="CA-7 SI-2",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1",
    aws_fsbp="RDS.19 RDS.20 RDS.21 RDS.22",
)
def unsubscribed_database_events(database: ToldDatabase, estate: Estate) -> Iterator[Finding]:
    """Nobody is told of failures and changes of databases.

    Failovers, low storage and maintenance are events of RDS, which stay in the console unless a topic is subscribed to them.

    Said once, where the scan is complete. The message lists the kinds of sources that no subscription covers.

    Fix safety: manual, who is told has to be decided.
    When to ignore: an event rule for aws.rds tells somebody.
    References: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html
    """
    kinds = untold_sources(database, estate)
    if kinds:
        yield database.finding(f"nobody is told of events of {', '.join(kinds)}", fix=telling_fix(database))
