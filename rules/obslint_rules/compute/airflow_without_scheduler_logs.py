"""airflow-without-scheduler-logs"""

from collections.abc import Iterator

from obslint.aws import AirflowEnvironment
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("mwaa-scheduler-logs",), checkov="CKV_AWS_242", cdk_nag="MWAAAllLoggingInfo",
)  # fmt: skip
def airflow_without_scheduler_logs(environment: AirflowEnvironment) -> Iterator[Finding]:
    """The Airflow environment sends no scheduler logs.

    Why a task was never started cannot be told afterwards.

    Fix safety: unsafe, the update of the environment takes long.
    When to ignore: nobody looks into problems of the scheduler.
    References: https://docs.aws.amazon.com/mwaa/latest/userguide/monitoring-airflow.html
    """
    if environment.scheduler_logs.surely_not(True):
        fix = set_to(True, title="send scheduler logs", unsafe="the update of the environment takes long")
        yield environment.scheduler_logs.finding("Airflow sends no scheduler logs", fix=fix)
