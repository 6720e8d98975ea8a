"""topic-closed-to-publisher"""

from collections.abc import Iterator

from obslint.aws import Topic, Unit, closed_publishers
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def topic_closed_to_publisher(topic: Topic, unit: Unit) -> Iterator[Finding]:
    """A service is told to publish to a topic that does not admit it.

    Budgets, cost anomaly detection, backup vaults, notification rules, buckets and e-mail publish under names of their own. The policy
    that a topic has by default admits none of them, and a key must admit them as well.

    Fix safety: unsafe, who else may be admitted, and under which conditions, needs a judgement.
    References: https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html
    """
    for publisher, verdict, guard, fix in closed_publishers(topic, unit):
        what = "topic" if guard is topic else "key of the topic"
        where = (publisher.label("this publishes to it"), *verdict.evidence(guard))
        yield topic.finding(f"the policy of the {what} does not admit {publisher.service}.amazonaws.com", fix=fix, related=where)
