"""metric-filter-without-default"""

from collections.abc import Iterator

from obslint.aws import Counter, Unit, read_by, sparse_reader
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def metric_filter_without_default(counter: Counter, unit: Unit) -> Iterator[Finding]:
    """The filter writes nothing while nothing matches, and an alarm waits for a number.

    Between matches there is no data: the alarm rests in INSUFFICIENT_DATA, and expressions over the metric have no value.

    Fix safety: safe, an in-place update; a filter with a default writes one zero a minute.
    When to ignore: the state INSUFFICIENT_DATA is taken for "nothing happened".
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
    """
    for metric in counter.metrics:
        alarm = sparse_reader(counter, metric, unit)
        if alarm is not None:
            message = f"the metric {metric.name.shown} has no value while nothing matches"
            yield metric.default.finding(message, fix=set_to(0), related=read_by(alarm))
