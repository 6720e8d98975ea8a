"""search-domain-without-audit-logs"""

from collections.abc import Iterator

from obslint.aws import SEARCH_AUDIT_LOGS, SearchDomain, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.AUDITOR, topics=("opensearch-audit-logging",), checkov="CKV_AWS_317", trivy="AWS-0042",
    guard="OPENSEARCH_AUDIT_LOGGING_ENABLED ELASTICSEARCH_AUDIT_LOGGING_ENABLED", security_hub="OpenSearch.5 ES.5",
    prowler="opensearch_service_domains_audit_logging_enabled",
    nist_800_53_r5="AC-2(4) AC-4(26) AC-6(9) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SI-3(8) SI-4(20) SI-7(8)",
    pci_dss_4_0="10.5.1", aws_fsbp="OpenSearch.5 ES.5", soc2="cc_a_1_1",
)  # fmt: skip
def search_domain_without_audit_logs(domain: SearchDomain, unit: Unit) -> Iterator[Finding]:
    """The OpenSearch or Elasticsearch domain does not publish its audit log.

    Who searched or changed what is unknown.

    Fix safety: unsafe where the unit has one log group; else manual. Fine-grained access control must be on as well.
    When to ignore: only one application reaches the domain, and records its own requests.
    References: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/audit-logs.html
    """
    if ~domain.publishes(SEARCH_AUDIT_LOGS):
        fix = domain.publishing_fix((SEARCH_AUDIT_LOGS,), unit, more=", and fine-grained access control must be on")
        yield domain.log_switch(SEARCH_AUDIT_LOGS).finding("search domain publishes no audit log", fix=fix)
