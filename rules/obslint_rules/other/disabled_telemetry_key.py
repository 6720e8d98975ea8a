"""disabled-telemetry-key"""

from collections.abc import Iterator

from obslint.aws import SwitchedKey, Unit, telemetry_under
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.ERROR)
def disabled_telemetry_key(key: SwitchedKey, unit: Unit) -> Iterator[Finding]:
    """A key that encrypts logs, alerts or trails is disabled.

    Whatever is encrypted with it can be neither written nor read: what is sent in the meantime is lost.

    Fix safety: unsafe, somebody may have disabled it on purpose.
    References: https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html
    """
    user = telemetry_under(key, unit) if key.enabled.surely(False) else None
    if user is not None:
        fix = set_to(True, unsafe="somebody may have disabled it on purpose").on(key.resource, key.enabled.path)
        yield key.enabled.finding("the key of telemetry is disabled", fix=fix, related=(user.label("it is encrypted with it"),))
