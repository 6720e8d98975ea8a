"""classic-web-acl-without-logs"""

from collections.abc import Iterator

from obslint.aws import ClassicWebAcl
from obslint.policy import Finding, Persona, Severity, rule, set_to

STREAM = "arn:aws:firehose:REGION:ACCOUNT:deliverystream/aws-waf-logs-NAME"


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("waf-classic-logging",), checkov="CKV_AWS_176", security_hub="WAF.1",
    prowler="waf_global_webacl_logging_enabled waf_regional_webacl_logging_enabled",
    nist_800_53_r5="AC-4(26) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SI-7(8)",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1", aws_fsbp="WAF.1",
    soc2="cc_a_1_1 pi_1_2",
)  # fmt: skip
def classic_web_acl_without_logs(acl: ClassicWebAcl) -> Iterator[Finding]:
    """The web ACL of WAF Classic writes no logs.

    Nobody can see what was blocked, or why a customer was.

    Fix safety: manual, it needs a Firehose stream; better move to the present AWS WAF, which can log to a log group.
    When to ignore: the web ACL is about to be replaced.
    References: https://docs.aws.amazon.com/waf/latest/developerguide/classic-logging.html
    """
    if acl.log_destination.surely_absent():
        fix = set_to(STREAM, title="log to a stream", manual="it needs a Firehose stream whose name starts with aws-waf-logs-")
        yield acl.log_destination.finding("web ACL writes no logs", fix=fix)
