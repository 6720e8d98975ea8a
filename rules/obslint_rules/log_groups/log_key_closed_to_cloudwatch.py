"""log-key-closed-to-cloudwatch"""

from collections.abc import Iterator

from obslint.aws import LogGroup, Unit, group_key_fix, group_key_of, group_key_verdicts
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def log_key_closed_to_cloudwatch(group: LogGroup, unit: Unit) -> Iterator[Finding]:
    """The policy of the log group's KMS key does not admit CloudWatch Logs.

    A new log group is refused so. When the key's policy is changed later, events are neither taken in nor shown any more.

    Fix safety: unsafe, who else may be admitted needs a judgement. Manual where the key has the default policy, since a new one
    must admit those who manage the key as well.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    """
    key = group_key_of(group, unit)
    if key is None:
        return
    for verdict in group_key_verdicts(group, key, unit):
        if verdict.refused:
            fix = group_key_fix(group, key, verdict, unit)
            message = "the policy of the log group's key does not admit CloudWatch Logs"
            yield group.kms_key.finding(message, fix=fix, related=verdict.evidence(key))
            return
