"""function-without-alarm"""

from collections.abc import Iterator

from obslint.aws import Estate, Unit, WatchedFunction, alarms_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def function_without_alarm(function: WatchedFunction, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No alarm watches the function.

    Its errors and throttles are counted, and nobody is told.

    Decided where alarms are declared beside it, or the scan is said to be complete (--complete).
    An alarm on a metric filter over its logs, or on an objective, counts as well.

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: alarms are declared in another repository, or made by tooling of the account.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    """
    if function.is_unwatched(unit, estate):
        yield function.finding("no alarm watches the function", fix=alarms_fix(function, unit))
