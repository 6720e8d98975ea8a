"""certificate-without-transparency-log"""

from collections.abc import Iterator

from obslint.aws import Certificate
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("acm-transparency-logging",), checkov="CKV_AWS_234",
    prowler="acm_certificates_transparency_logs_enabled",
)  # fmt: skip
def certificate_without_transparency_log(certificate: Certificate) -> Iterator[Finding]:
    """The certificate is kept out of the public logs of certificates.

    Browsers distrust it, and a twin that somebody else had issued stays unseen.

    Fix safety: unsafe, the host names become public and stay so.
    When to ignore: the host names are internal, and no browser has to trust the certificate.
    References: https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html
    """
    if certificate.transparency.surely("DISABLED") & certificate.authority.surely_absent():
        fix = set_to("ENABLED", unsafe="the host names become public, and stay so")
        yield certificate.transparency.finding("certificate is kept out of transparency logs", fix=fix)
