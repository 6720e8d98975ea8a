"""wildcard-log-destination-policy"""

from collections.abc import Iterator

from obslint.aws import LogDestinationPolicy, admits_anyone, open_statement
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.WARNING, confidence="medium", kics="db0ec4c4")
def wildcard_log_destination_policy(policy: LogDestinationPolicy) -> Iterator[Finding]:
    """The log destination admits every account, or every action.

    Anyone may send log data into the pipeline, and pollute or flood it.

    Fix safety: manual, the accounts or the organization have to be named.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CrossAccountSubscriptions.html
    """
    if admits_anyone(policy):
        fix = advice("name the accounts or aws:PrincipalOrgID, and logs:PutSubscriptionFilter alone", "who may send is not written")
        yield policy.document.finding("the log destination admits anyone or anything", fix=fix, related=open_statement(policy.document))
