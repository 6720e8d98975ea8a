"""stream-without-alarm"""

from collections.abc import Iterator

from obslint.aws import Estate, Unit, WatchedStream, alarms_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, confidence="medium")
def stream_without_alarm(stream: WatchedStream, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No alarm watches the stream.

    When readers or deliveries fall behind, data comes late or is lost, and nobody is told.

    Decided where alarms are declared beside it, or the scan is said to be complete (--complete).
    An alarm on the lag of a function that reads a stream counts as well.

    Fix safety: unsafe where the unit has a single topic that somebody receives from, as alarms are billed and thresholds need a look;
    else manual.
    When to ignore: alarms are declared in another repository, or made by tooling of the account.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html
    """
    if stream.is_unwatched(unit, estate):
        yield stream.finding("no alarm watches the stream", fix=alarms_fix(stream, unit))
