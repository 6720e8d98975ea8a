"""undescribed-alarm"""

from collections.abc import Iterator

from obslint.aws import DescribedAlarm
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(Severity.INFO, persona=Persona.PEDANTIC)
def undescribed_alarm(alarm: DescribedAlarm) -> Iterator[Finding]:
    """The alarm has no description.

    Whoever is called at night reads a name and a threshold, and does not know what broke for whom.

    Alarms that only scale or restart something need none.

    Fix safety: manual, somebody who knows has to write it.
    When to ignore: the name says it all.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
    """
    if alarm.description.surely_absent() & ~alarm.serves_machines:
        fix = set_to("WHAT BREAKS FOR WHOM, AND WHERE TO LOOK", title="describe it", manual="somebody who knows has to write it")
        yield alarm.description.finding("alarm has no description", fix=fix)
