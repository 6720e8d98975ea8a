"""graphql-api-without-field-logs"""

from collections.abc import Iterator

from obslint.aws import GraphqlApi
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("appsync-field-level-logging",), checkov="CKV_AWS_194", security_hub="AppSync.2",
    prowler="appsync_field_level_logging_enabled",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="AppSync.2",
    soc2="cc_a_1_1",
)  # fmt: skip
def graphql_api_without_field_logs(api: GraphqlApi) -> Iterator[Finding]:
    """The GraphQL API logs nothing about its fields.

    That a request failed may be known, but not which resolver it was, and why.

    Fix safety: unsafe, logs are billed by volume.
    When to ignore: requests are traced, and what stands behind the resolvers logs its errors.
    References: https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
    """
    if api.field_level.surely("NONE"):
        level = set_to("ERROR", title="log fields that fail", unsafe="logs are billed by volume")
        fix = level if api.log_role.surely_set().known else api.logging_fix.on(api.resource, api.log_role.path)
        yield api.field_level.finding("fields of the GraphQL API are not logged", fix=fix)
