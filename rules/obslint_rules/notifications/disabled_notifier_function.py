"""disabled-notifier-function"""

from collections.abc import Iterator

from obslint.aws import Notifier, QueuePoll, Unit
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def disabled_notifier_function(notifier: Notifier | QueuePoll, unit: Unit) -> Iterator[Finding]:
    """The function that alerts or logs are handed to may not run, or what feeds it is switched off.

    With a reserved concurrency of 0 each call is refused, and the alert is dropped after some attempts. Nobody is told.

    Fix safety: unsafe, somebody may have stopped it on purpose.
    References: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
    """
    if isinstance(notifier, Notifier):
        at, off, message = notifier.concurrency, notifier.concurrency.surely(0), "a function that alerts are handed to never runs"
    else:
        at, off, message = notifier.enabled, notifier.enabled.surely(False), "alerts are not read from their queue"
    if off:
        label = notifier.called_for(unit)
        if label is not None:
            yield at.finding(message, fix=notifier.fix, related=(label,))
