"""severity-filter-with-gaps"""

from collections.abc import Iterator

from obslint.aws import BusRule, gapped_severities, numeric_fix
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING, confidence="medium")
def severity_filter_with_gaps(event_rule: BusRule) -> Iterator[Finding]:
    """A rule for GuardDuty findings lists severities as whole numbers.

    Severities have fractions: a finding of 7.5 or 8.9 meets none of 7 and 8, and nobody is told.

    Fix safety: safe, the rule lets through what it was meant to; manual where the numbers have gaps between them.
    References: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
    """
    for condition, listed in gapped_severities(event_rule):
        message = f"severities between {', '.join(map(str, listed))} are missed"
        yield condition.at.finding(message, fix=numeric_fix(condition, listed))
