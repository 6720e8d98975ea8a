"""search-domain-without-application-logs"""

from collections.abc import Iterator

from obslint.aws import SEARCH_APPLICATION_LOGS, SearchDomain, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("opensearch-application-logging",),
    guard="OPENSEARCH_APPLICATION_LOGGING_ENABLED ELASTICSEARCH_APPLICATION_LOGGING_ENABLED", cdk_nag="OpenSearchErrorLogsToCloudWatch",
    security_hub="OpenSearch.4 ES.4",
    nist_800_53_r5="AC-2(4) AC-4(26) AC-6(9) AU-2 AU-3 AU-6(3) AU-6(4) AU-10 AU-12 CA-7 SC-7(9) SI-3(8) SI-4(20) SI-7(8)",
    pci_dss_4_0="10.5.1", aws_fsbp="OpenSearch.4 ES.4",
)  # fmt: skip
def search_domain_without_application_logs(domain: SearchDomain, unit: Unit) -> Iterator[Finding]:
    """The OpenSearch or Elasticsearch domain does not publish its application log.

    Errors of the nodes, such as scripts that fail and shards that cannot be placed, cannot be traced.

    Fix safety: unsafe where the unit has one log group, since CloudWatch Logs must admit the service; else manual.
    When to ignore: the domain is a cache that can be rebuilt at any time.
    References: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
    """
    if ~domain.publishes(SEARCH_APPLICATION_LOGS):
        fix = domain.publishing_fix((SEARCH_APPLICATION_LOGS,), unit)
        yield domain.log_switch(SEARCH_APPLICATION_LOGS).finding("search domain publishes no application log", fix=fix)
