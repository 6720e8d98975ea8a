"""ecs-cluster-without-insights"""

from collections.abc import Iterator

from obslint.aws import EcsAccountSetting, EcsCluster, Estate
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("ecs-container-insights",), checkov="CKV_AWS_65", trivy="AWS-0034",
    kics="97cb0688 ab759fde", cdk_nag="ECSClusterCloudWatchContainerInsights", security_hub="ECS.12",
    prowler="ecs_cluster_container_insights_enabled", nist_800_53_r5="AU-6(3) AU-6(4) CA-7 SI-2", aws_fsbp="ECS.12",
)  # fmt: skip
def ecs_cluster_without_insights(cluster: EcsCluster, estate: Estate) -> Iterator[Finding]:
    """The ECS cluster has Container Insights off.

    How many tasks of a service run, and what memory and network each takes, is not recorded.

    Fix safety: unsafe, the metrics are billed by number.
    When to ignore: another agent collects them, or the account setting switches insights on and is managed elsewhere.
    References: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html
    """
    off = cluster.insights.surely_set() & ~cluster.insights.surely_in(("enabled", "enhanced"))
    by_default = estate.any(EcsAccountSetting, lambda setting: setting.switches_insights_on)
    if off | (cluster.insights.surely_absent() & ~by_default):
        fix = set_to("enabled", title="switch Container Insights on", unsafe="the metrics are billed by number")
        yield cluster.insights.finding("Container Insights is off", fix=fix)
