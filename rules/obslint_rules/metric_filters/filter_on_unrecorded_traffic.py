"""filter-on-unrecorded-traffic"""

from collections.abc import Iterator

from obslint.aws import Counter, Unit, unrecorded_by, wants_traffic
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.ERROR)
def filter_on_unrecorded_traffic(counter: Counter, unit: Unit) -> Iterator[Finding]:
    """The filter counts connections that the flow log does not record.

    The flow log holds accepted or rejected traffic only, and the filter waits for the other: its metric stays at zero.

    Fix safety: manual, the flow log is replaced and records more.
    When to ignore: never; a filter that cannot match tells nothing.
    References: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html
    """
    for log in unrecorded_by(counter, unit):
        fix = set_to("ALL", manual="the flow log is replaced and records more, which is billed by volume", effect="replacement")
        message = f"only {log.traffic.shown} is recorded, and a filter counts {wants_traffic(counter)}"
        yield log.traffic.finding(message, fix=fix, related=(counter.pattern.label("this counts the others"),))
