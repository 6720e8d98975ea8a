"""alarm-on-missing-agent"""

from collections.abc import Iterator

from obslint.aws import MetricAlarm, Unit, missing_agent
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.WARNING, persona=Persona.PEDANTIC, confidence="low")
def alarm_on_missing_agent(alarm: MetricAlarm, unit: Unit) -> Iterator[Finding]:
    """The alarm reads metrics of the CloudWatch agent, of an instance on which no agent can publish.

    Memory and disk space come from the agent only: without a role that lets it publish, the alarm never has data.

    Fix safety: manual, the agent has to be installed too, and its configuration decides the dimensions.
    When to ignore: the agent has credentials of its own.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/create-iam-roles-for-cloudwatch-agent.html
    """
    for series in alarm.series:
        if mismatch := missing_agent(series, unit):
            yield mismatch.finding
