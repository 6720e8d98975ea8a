"""broad-archive-filter"""

from collections.abc import Iterator

from obslint.aws import FindingFilter
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.WARNING, confidence="medium")
def broad_archive_filter(finding_filter: FindingFilter) -> Iterator[Finding]:
    """A filter archives GuardDuty findings of high severity as well.

    What is archived is not sent to EventBridge and Security Hub, and is not in the list of the console: nobody ever sees it.

    Fix safety: manual, which findings are noise has to be decided.
    References: https://docs.aws.amazon.com/guardduty/latest/ug/findings_suppression-rule.html
    """
    if finding_filter.archives_all_severities:
        fix = advice("limit it to types of findings, to a resource, or to a severity", "which findings are noise has to be decided")
        yield finding_filter.action.finding("findings of high severity are archived unseen", fix=fix)
