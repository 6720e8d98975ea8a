"""redshift-namespace-without-log-exports"""

from collections.abc import Iterator

from obslint.aws import ServerlessNamespace
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, security_hub="RedshiftServerless.6", aws_fsbp="RedshiftServerless.6",
)  # fmt: skip
def redshift_namespace_without_log_exports(namespace: ServerlessNamespace) -> Iterator[Finding]:
    """The namespace of Redshift Serverless does not export its connection and user logs.

    Connections, failed sign-ins and changes of users leave no record.

    Fix safety: unsafe, CloudWatch Logs bills the logs by volume.
    When to ignore: the system views are copied elsewhere before they roll over.
    References: https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-audit-logging.html
    """
    missing = [log for log in ("connectionlog", "userlog") if ~namespace.log_exports.includes(log)]
    if missing:
        fix = set_to([*namespace.exported, *missing], title="export them", unsafe="CloudWatch Logs bills the logs by volume")
        yield namespace.log_exports.finding(f"Redshift Serverless namespace does not export {' and '.join(missing)}", fix=fix)
