"""bucket-rule-without-eventbridge"""

from collections.abc import Iterator

from obslint.aws import BusRule, Unit, buckets_asked
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def bucket_rule_without_eventbridge(event_rule: BusRule, unit: Unit) -> Iterator[Finding]:
    """The rule waits for objects of a bucket that sends no events.

    A bucket sends nothing to EventBridge until that is switched on for it.

    Fix safety: unsafe, events are billed by number, and notifications that are declared elsewhere would be replaced.
    References: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-event-notifications-eventbridge.html
    """
    for at, bucket in buckets_asked(event_rule, unit):
        if ~bucket.sends(unit):
            where = (bucket.label("this bucket sends no events"),)
            yield at.finding("the bucket sends no events to EventBridge", fix=bucket.sending_fix(unit), related=where)
