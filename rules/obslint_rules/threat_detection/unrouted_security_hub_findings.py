"""unrouted-security-hub-findings"""

from collections.abc import Iterator

from obslint.aws import Estate, SecurityHub, hub_goes_nowhere, routing_fix
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.AUDITOR, confidence="medium")
def unrouted_security_hub_findings(hub: SecurityHub, estate: Estate) -> Iterator[Finding]:
    """Findings of Security Hub are sent to nobody.

    They reach only those who look at the console.

    Said once, where the scan is complete.

    Fix safety: manual, who is told has to be decided.
    When to ignore: another account looks after the findings of this one.
    References: https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-cloudwatch-events.html
    """
    if hub_goes_nowhere(hub, estate):
        yield hub.finding("findings of Security Hub are sent to nobody", fix=routing_fix(hub, "aws.securityhub"))
