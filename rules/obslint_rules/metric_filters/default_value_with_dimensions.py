"""default-value-with-dimensions"""

from collections.abc import Iterator

from obslint.aws import Counter
from obslint.policy import Finding, Severity, remove, rule


@rule(Severity.ERROR)
def default_value_with_dimensions(counter: Counter) -> Iterator[Finding]:
    """The filter gives its metric a default value and dimensions.

    CloudWatch Logs takes one or the other: the deployment fails, and until then nothing is counted.

    Fix safety: unsafe, the default may be the one that was meant to stay.
    When to ignore: never; the deployment fails.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html
    """
    for metric in counter.metrics:
        if metric.default.surely_set() & metric.dimensions.surely_set():
            related = (metric.dimensions.label("a metric with dimensions takes none"),)
            fix = remove(title="drop the default", unsafe="the dimensions may be what was not meant")
            yield metric.default.finding("a default value stands beside dimensions", fix=fix, related=related)
