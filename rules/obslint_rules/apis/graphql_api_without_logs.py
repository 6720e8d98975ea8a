"""graphql-api-without-logs"""

from collections.abc import Iterator

from obslint.aws import GraphqlApi
from obslint.policy import Finding, Severity, rule


@rule(
    Severity.WARNING, topics=("appsync-logging",), checkov="CKV_AWS_193", cdk_nag="AppSyncGraphQLRequestLogging",
)  # fmt: skip
def graphql_api_without_logs(api: GraphqlApi) -> Iterator[Finding]:
    """The GraphQL API writes no logs.

    Failed and slow requests leave no record.

    Fix safety: unsafe, logs are billed by volume.
    When to ignore: requests are traced, and what stands behind the API logs its errors.
    References: https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
    """
    if api.log_role.surely_absent():
        yield api.log_role.finding("GraphQL API writes no logs", fix=api.logging_fix)
