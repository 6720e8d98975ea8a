"""account-without-monitoring-link"""

from collections.abc import Iterator

from obslint.aws import Estate, MonitoringLink, MonitoringSink, Unit, Workload
from obslint.policy import Finding, Persona, Severity, add_resource, rule


@rule(Severity.INFO, persona=Persona.AUDITOR, confidence="low")
def account_without_monitoring_link(workload: Workload, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """The account of the workload is not linked to the monitoring account.

    Responders switch accounts to follow one request.

    Said once, at the first workload of a scan that is complete, when another part of it declares a sink for telemetry and nothing
    declares a link to it.

    Fix safety: manual, it needs the sink of the other account.
    When to ignore: the workload runs in the monitoring account itself.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Unified-Cross-Account.html
    """
    elsewhere = estate.any(MonitoringSink) & ~unit.any(MonitoringSink)
    if estate.leads(workload, where=lambda other: ~other.any(MonitoringSink)) & elsewhere & estate.none(MonitoringLink):
        types = ["AWS::CloudWatch::Metric", "AWS::Logs::LogGroup", "AWS::XRay::Trace"]
        draft = MonitoringLink.draft(workload, label_template="$AccountName", resource_types=types, sink="SINK")
        fix = add_resource(draft, "add a link", manual="it needs the sink of the other account")
        yield workload.finding("the account is not linked to the monitoring account", fix=fix)
