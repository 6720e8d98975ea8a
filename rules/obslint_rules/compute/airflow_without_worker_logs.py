"""airflow-without-worker-logs"""

from collections.abc import Iterator

from obslint.aws import AirflowEnvironment
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("mwaa-worker-logs",), checkov="CKV_AWS_243", cdk_nag="MWAAAllLoggingInfo",
)  # fmt: skip
def airflow_without_worker_logs(environment: AirflowEnvironment) -> Iterator[Finding]:
    """The Airflow environment sends no worker logs.

    Why a task failed outside of its own code cannot be told afterwards.

    Fix safety: unsafe, the update of the environment takes long.
    When to ignore: nobody looks into problems of the worker.
    References: https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html
    """
    if environment.worker_logs.surely_not(True):
        fix = set_to(True, title="send worker logs", unsafe="the update of the environment takes long")
        yield environment.worker_logs.finding("Airflow sends no worker logs", fix=fix)
