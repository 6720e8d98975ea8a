"""trail-key-closed-to-cloudtrail"""

from collections.abc import Iterator

from obslint.aws import Trail, Unit, trail_key_fix, trail_key_of, trail_key_verdict
from obslint.policy import Finding, Severity, rule


@rule(Severity.ERROR)
def trail_key_closed_to_cloudtrail(trail: Trail, unit: Unit) -> Iterator[Finding]:
    """The policy of the trail's KMS key does not let CloudTrail encrypt.

    A trail is refused when it is created so. When the key's policy is changed later, no file is written any more.

    Fix safety: unsafe, who else may be admitted needs a judgement. Manual where the key has the default policy, since a new one
    must admit those who manage the key as well.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
    """
    key = trail_key_of(trail, unit)
    if key is None:
        return
    verdict = trail_key_verdict(trail, key, unit)
    if verdict.refused:
        message = "the policy of the trail's key does not let CloudTrail encrypt"
        yield trail.kms_key.finding(message, fix=trail_key_fix(key, verdict), related=verdict.evidence(key))
