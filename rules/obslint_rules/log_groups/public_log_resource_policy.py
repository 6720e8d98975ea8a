"""public-log-resource-policy"""

from collections.abc import Iterator

from obslint.aws import LogResourcePolicy, open_statement, opens_to_everyone
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.ERROR, prowler="cloudwatch_log_group_not_publicly_accessible", soc2="pi_1_4")
def public_log_resource_policy(policy: LogResourcePolicy) -> Iterator[Finding]:
    """The resource policy of CloudWatch Logs is open to everyone.

    Strangers can write into the log groups, and bury what matters.

    Fix safety: manual, the service that is meant has to be named.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
    """
    if opens_to_everyone(policy.document):
        fix = advice("name the service principal, and add aws:SourceArn or aws:SourceAccount", "which service is meant is not written")
        yield policy.document.finding("everyone may use the log groups", fix=fix, related=open_statement(policy.document))
