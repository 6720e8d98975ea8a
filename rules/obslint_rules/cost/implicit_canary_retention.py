"""implicit-canary-retention"""

from collections.abc import Iterator

from obslint.aws import Canary
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.INFO, persona=Persona.PEDANTIC)
def implicit_canary_retention(canary: Canary) -> Iterator[Finding]:
    """The canary leaves it to the default how long its runs are kept.

    Screenshots, logs and results of each run stay for 31 days without anybody having decided so.

    Fix safety: manual, how long they are of use has to be decided.
    When to ignore: 31 days are what is wanted.
    References: https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_CreateCanary.html
    """
    periods = {"successful": canary.success_retention, "failed": canary.failure_retention}
    missing = {kind: period for kind, period in periods.items() if period.surely_absent()}
    if missing:
        first, *rest = missing.values()
        fix = set_to(31, also=[(period, 31) for period in rest], manual="how long they are of use has to be decided")
        yield first.finding(f"nothing says how long {' and '.join(missing)} runs are kept", fix=fix)
