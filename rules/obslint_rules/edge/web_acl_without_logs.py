"""web-acl-without-logs"""

from collections.abc import Iterator

from obslint.aws import Unit, WebAcl, WebAclLogging
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("wafv2-logging",), checkov="CKV2_AWS_31", guard="WAFV2_LOGGING_ENABLED",
    cdk_nag="WAFv2LoggingEnabled", security_hub="WAF.11", prowler="wafv2_webacl_logging_enabled",
    nist_800_53_r5="AC-4(26) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SC-7(10) SI-7(8)",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", soc2="cc_a_1_1 pi_1_2",
)  # fmt: skip
def web_acl_without_logs(acl: WebAcl, unit: Unit) -> Iterator[Finding]:
    """The web ACL writes no logs.

    Nobody can see what was blocked, or why a customer was.

    Fix safety: unsafe, logs are billed by volume.
    When to ignore: Firewall Manager switches the logs of all web ACLs on.
    References: https://docs.aws.amazon.com/waf/latest/developerguide/logging.html
    """
    if unit.none(WebAclLogging, lambda logging: logging.acl.refers_to(acl), of=acl):
        yield acl.finding("web ACL writes no logs", fix=acl.logging_fix)
