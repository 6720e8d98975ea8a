"""zone-without-query-logs"""

from collections.abc import Iterator

from obslint.aws import QueryLog, Unit, Zone
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, topics=("route53-query-logging",), checkov="CKV2_AWS_39", kics="7dbba512 0f0fb06b",
    terrascan="AC_AWS_0204", security_hub="Route53.2", prowler="route53_public_hosted_zones_cloudwatch_logging_enabled",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="Route53.2",
    soc2="cc_a_1_1",
)  # fmt: skip
def zone_without_query_logs(zone: Zone, unit: Unit) -> Iterator[Finding]:
    """The public hosted zone does not log the queries it answers.

    Abuse of names, and traffic that goes astray, cannot be traced.

    Fix safety: unsafe where queries of other zones go to a single log group of the unit, as they are billed by volume; else manual.
    When to ignore: the zone is delegated elsewhere, or kept only to hold the name.
    References: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
    """
    unlogged = unit.none(QueryLog, lambda log: log.zone.refers_to(zone), of=zone)
    if zone.vpcs.surely_absent() & zone.query_log_group.surely_absent() & unlogged:
        yield zone.query_log_group.finding("queries to the hosted zone are not logged", fix=zone.query_log_fix(unit))
