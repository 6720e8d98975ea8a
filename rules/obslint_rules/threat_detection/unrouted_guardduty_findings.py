"""unrouted-guardduty-findings"""

from collections.abc import Iterator

from obslint.aws import Detector, Estate, routing_fix, threats_go_nowhere
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.WARNING, persona=Persona.AUDITOR, confidence="medium")
def unrouted_guardduty_findings(detector: Detector, estate: Estate) -> Iterator[Finding]:
    """Findings of GuardDuty are sent to nobody.

    They wait in the console for 90 days, and are gone.

    Said only where the scan is complete.

    Fix safety: manual, who is told has to be decided.
    When to ignore: another account looks after the findings of this one.
    References: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
    """
    if threats_go_nowhere(detector, estate):
        yield detector.finding("findings of GuardDuty are sent to nobody", fix=routing_fix(detector, "aws.guardduty"))
