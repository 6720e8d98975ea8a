"""placeholder-recipient"""

from collections.abc import Iterator

from obslint.aws import Recipients, is_placeholder
from obslint.policy import Finding, Severity, rule, set_to

REASON = "who is told has to be decided"


@rule(Severity.WARNING)
def placeholder_recipient(recipients: Recipients) -> Iterator[Finding]:
    """Alerts are sent to an address that nobody has.

    The address is of a domain that is kept for documentation, or was left by a template to be filled in.

    Fix safety: manual, who is told has to be decided.
    When to ignore: the default is always overridden at deployment.
    References: https://www.rfc-editor.org/rfc/rfc2606
    """
    for address in recipients.addresses():
        if is_placeholder(address):
            fix = set_to("ADDRESS", manual=REASON, effect="replacement")
            yield address.finding(f"nobody receives what is sent to {address.shown}", fix=fix)
