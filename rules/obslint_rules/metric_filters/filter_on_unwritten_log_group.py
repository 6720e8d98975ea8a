"""filter-on-unwritten-log-group"""

from collections.abc import Iterator

from obslint.aws import Counter, Unit, is_never_written
from obslint.policy import Finding, Severity, advice, rule


@rule(Severity.WARNING, confidence="medium")
def filter_on_unwritten_log_group(counter: Counter, unit: Unit) -> Iterator[Finding]:
    """The filter reads a log group that nothing writes to.

    The group was made for a trail, a flow log or a service that logs elsewhere: the filter counts nothing.

    Fix safety: manual, the writer has to be pointed at the log group.
    When to ignore: something outside of this code writes to the log group by its name.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
    """
    group = counter.group(unit)
    if group is not None and is_never_written(counter, group, unit):
        fix = advice("let the trail, flow log or service write to the log group", "which one it was made for is not written down")
        related = (group.label("nothing writes here"),)
        yield counter.log_group.finding("the filter reads a log group that nothing writes to", fix=fix, related=related)
