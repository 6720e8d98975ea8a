"""airflow-without-webserver-logs"""

from collections.abc import Iterator

from obslint.aws import AirflowEnvironment
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("mwaa-webserver-logs",), checkov="CKV_AWS_244", cdk_nag="MWAAAllLoggingInfo",
)  # fmt: skip
def airflow_without_webserver_logs(environment: AirflowEnvironment) -> Iterator[Finding]:
    """The Airflow environment sends no web server logs.

    Why the web interface failed, or who was refused, cannot be told afterwards.

    Fix safety: unsafe, the update of the environment takes long.
    When to ignore: nobody looks into problems of the web server.
    References: https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html
    """
    if environment.webserver_logs.surely_not(True):
        fix = set_to(True, title="send web server logs", unsafe="the update of the environment takes long")
        yield environment.webserver_logs.finding("Airflow sends no web server logs", fix=fix)
