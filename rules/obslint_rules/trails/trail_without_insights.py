"""trail-without-insights"""

from collections.abc import Iterator

from obslint.aws import Trail
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.INFO, persona=Persona.PEDANTIC, prowler="cloudtrail_insights_exist", pci_dss_4_0="10.3.2 10.3.3 10.3.4 10.5.1 5.3.4 A1.2.1")
def trail_without_insights(trail: Trail) -> Iterator[Finding]:
    """The trail computes no Insights.

    Unusual rates of calls and errors go unnoticed.

    Fix safety: unsafe, analysis is billed by the number of events.
    When to ignore: another system looks for anomalies in the trail.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html
    """
    if ~trail.insights.exist & trail.records_management("write"):
        fix = set_to("ApiCallRateInsight", unsafe="analyzed events are billed", title="compute Insights on call rates")
        yield trail.call_rate_insight.finding("no Insights are computed", fix=fix)
