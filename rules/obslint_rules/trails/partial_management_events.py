"""partial-management-events"""

from collections.abc import Iterator

from obslint.aws import Estate, Trail, narrowings, others_record
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium", regula="FG_R00237", security_hub="CloudTrail.1")
def partial_management_events(trail: Trail, estate: Estate) -> Iterator[Finding]:
    """The only trail with management events records read events or write events, not both.

    Without read events, denied attempts to look around go unseen; without write events, every change does.

    Fix safety: unsafe, more events are stored; manual with advanced selectors, where a condition has to go.
    When to ignore: an organization trail, declared elsewhere, records both.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html
    """
    reads, writes = trail.records_management("read"), trail.records_management("write")
    if (reads | writes) & ~(reads & writes) & ~others_record(trail, estate):
        kind = "read" if reads else "write"
        for gap in narrowings(trail):
            yield gap.at.finding(f"only {kind} events are recorded", fix=gap.fix)
