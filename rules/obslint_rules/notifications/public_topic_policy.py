"""public-topic-policy"""

from collections.abc import Iterator

from obslint.aws import TopicGuard
from obslint.policy import Finding, Severity, advice, rule


@rule(
    Severity.ERROR, checkov="CKV_AWS_169 CKV_AWS_385", kics="b26d2b7e 5ea624e4", terrascan="AC_AWS_0385", security_hub="SNS.4",
    guard="SNS_TOPICPOLICY_NO_WILDCARD_PRINCIPAL SNS_TOPICPOLICY_NO_ALLOW_PLUS_NOTPRINCIPAL SNS_TOPICPOLICY_NO_ALLOW_PLUS_NOT_ACTION",
    cfn_nag="F8 F18 W19", prowler="sns_topics_not_publicly_accessible", aws_fsbp="SNS.4",
)  # fmt: skip
def public_topic_policy(policy: TopicGuard) -> Iterator[Finding]:
    """The policy of a topic is open to everyone.

    Strangers can send false alerts, or subscribe to true ones.

    Fix safety: manual, who relies on it has to be found out.
    References: https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
    """
    if policy.is_public:
        fix = advice("name the principals and the actions, or add a condition on aws:SourceAccount", "somebody may rely on it")
        yield policy.document.finding("the policy of the topic is open to everyone", fix=fix, related=policy.related)
