"""topic-closed-to-eventbridge"""

from collections.abc import Iterator

from obslint.aws import TargetHolder, Unit, closed_topics
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def topic_closed_to_eventbridge(holder: TargetHolder, unit: Unit) -> Iterator[Finding]:
    """The rule's target is a topic whose policy does not admit EventBridge.

    The policy that a topic has by default does not do so either. Nothing is ever published.

    Fix safety: unsafe, who else may be admitted, and under which conditions, needs a judgement.
    References: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html
    """
    for closure in closed_topics(holder, unit):
        if closure.verdict.refused:
            yield closure.at.finding("the policy of the topic does not let EventBridge publish", fix=closure.fix, related=closure.related)
            return
