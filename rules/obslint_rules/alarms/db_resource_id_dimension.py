"""db-resource-id-dimension"""

from collections.abc import Iterator

from obslint.aws import TerraformAlarm, Unit, resource_id_dimensions
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def db_resource_id_dimension(alarm: TerraformAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm names a database instance by its Terraform id.

    Since version 5 of the AWS provider that is the immutable resource id (`db-...`), by which no metric is keyed: an alarm that worked
    stops with the upgrade.

    Fix safety: safe, an in-place update to the identifier of the same instance.
    References: https://github.com/hashicorp/terraform-provider-aws/pull/31232
    """
    for series in alarm.series:
        for mismatch in resource_id_dimensions(series, unit):
            yield mismatch.finding
