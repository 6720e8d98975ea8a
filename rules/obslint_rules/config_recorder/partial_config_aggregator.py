"""partial-config-aggregator"""

from collections.abc import Iterator

from obslint.aws import Aggregator
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.WARNING, persona=Persona.AUDITOR, topics=("config-aggregator-all-regions",), checkov="CKV_AWS_121", trivy="AWS-0019",
    kics="ac5a0bc0 9f3cf08e", terrascan="AC_AWS_0049 AC_AWS_0450",
)  # fmt: skip
def partial_config_aggregator(aggregator: Aggregator) -> Iterator[Finding]:
    """The Config aggregator leaves regions out.

    Resources in the other regions are missing from the view of the estate, and so are those of regions that will be added.

    Fix safety: safe, an in-place update of a view that costs nothing; unsafe or manual where regions
    are listed, as that may be on purpose.
    When to ignore: all other regions are closed by a service control policy.
    References: https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html
    """
    for source in (*aggregator.accounts, *aggregator.organization):
        if source.all_regions.surely_not(True):
            if source.covered:
                message, regions = f"aggregator reads {source.covered} only", (source.regions.label("these are read"),)
                unsafe = "the regions may be listed on purpose"
                manual = "" if source.all_regions.written else f"it takes the place of the list, and {unsafe}"
                fix = set_to(True, drop=(source.regions,), unsafe=unsafe, manual=manual)
                yield source.all_regions.finding(message, fix=fix, related=regions)
            else:
                yield source.all_regions.finding("aggregator does not read every region", fix=set_to(True))
