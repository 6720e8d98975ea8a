"""trail-tampering-permission"""

from collections.abc import Iterator

from obslint.aws import HeldPolicy, tampering_statements
from obslint.policy import Finding, Persona, Severity, advice, rule


@rule(
    Severity.WARNING, persona=Persona.AUDITOR, confidence="medium", soc2="cc_3_3",
    prowler="iam_policy_no_full_access_to_cloudtrail iam_inline_policy_no_full_access_to_cloudtrail",
)  # fmt: skip
def trail_tampering_permission(policy: HeldPolicy) -> Iterator[Finding]:
    """A policy allows stopping and deleting trails.

    Whoever holds it can switch the record off first, and then do the rest.

    Fix safety: manual, the actions that are needed have to be listed.
    When to ignore: the policy is that of those who manage the trails.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/security_iam_id-based-policy-examples.html
    """
    for document, where in tampering_statements(policy):
        fix = advice("list the actions of CloudTrail that are needed", "which are needed is not written")
        yield document.finding("cloudtrail:* is allowed on every trail", fix=fix, related=where)
