"""scaling-group-without-metrics"""

from collections.abc import Iterator

from obslint.aws import ScalingGroup
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.INFO, persona=Persona.PEDANTIC,
)  # fmt: skip
def scaling_group_without_metrics(group: ScalingGroup) -> Iterator[Finding]:
    """The Auto Scaling group collects no metrics about itself.

    How many instances it wants and how many serve is not recorded, although the metrics are free.

    Fix safety: safe, the metrics cost nothing and the group is updated in place.
    When to ignore: something else records the capacity of the group.
    References: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-metrics.html
    """
    if group.collected.surely_absent():
        yield group.collected.finding(
            "the group collects no metrics about itself", fix=set_to(group.all_metrics, title="collect all metrics")
        )
