"""invalid-dashboard-body"""

from collections.abc import Iterator

from obslint.aws import Dashboard, body_faults
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.WARNING)
def invalid_dashboard_body(dashboard: Dashboard) -> Iterator[Finding]:
    """The body of the dashboard is no JSON, or has widgets of a kind that does not exist.

    The deployment fails, or the place of the widget stays empty.

    Fix safety: manual, the text has to be corrected.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
    """
    for fault in body_faults(dashboard):
        yield fault.at.finding(fault.message, fix=advice(fault.remedy, "only its author knows what was meant"))
