"""insights-without-source-events"""

from collections.abc import Iterator

from obslint.aws import Trail
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.WARNING)
def insights_without_source_events(trail: Trail) -> Iterator[Finding]:
    """The trail computes Insights on management events that it does not record.

    Call rates are computed from write events, error rates from read or write events; without them no Insights event ever comes.

    Fix safety: manual, the event selectors have to be thought over.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-insights-events-with-cloudtrail.html
    """
    writes, reads = trail.records_management("write"), trail.records_management("read")
    for insight in trail.insights:
        blind = insight.type.surely("ApiCallRateInsight") & ~writes | insight.type.surely("ApiErrorRateInsight") & ~(writes | reads)
        if insight.about_management & blind:
            fix = advice("record write management events", "it depends on what the selectors are meant to leave out")
            yield insight.type.finding("the management events to analyze are not recorded", fix=fix)
