"""export-bucket-closed-to-guardduty"""

from collections.abc import Iterator

from obslint.aws import FindingsExport, Unit, closed_exports
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def export_bucket_closed_to_guardduty(export: FindingsExport, unit: Unit) -> Iterator[Finding]:
    """The bucket or the key for exported findings does not admit GuardDuty.

    Findings are not exported, and they are gone after 90 days.

    Fix safety: unsafe, it lets GuardDuty write to the bucket or use the key.
    References: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_exportfindings.html
    """
    for at, message, fix, related in closed_exports(export, unit):
        yield at.finding(message, fix=fix, related=related)
