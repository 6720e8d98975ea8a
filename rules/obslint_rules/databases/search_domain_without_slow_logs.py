"""search-domain-without-slow-logs"""

from collections.abc import Iterator

from obslint.aws import SEARCH_SLOW_LOGS, SearchDomain, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("opensearch-slow-logs",), kics="e979fcbc 086ea2eb",
    cdk_nag="OpenSearchSlowLogsToCloudWatch", terrascan="AC_AWS_0105", prowler="opensearch_service_domains_cloudwatch_logging_enabled",
    pci_dss_4_0="10.5.1 5.3.4", soc2="cc_a_1_1",
)  # fmt: skip
def search_domain_without_slow_logs(domain: SearchDomain, unit: Unit) -> Iterator[Finding]:
    """The OpenSearch or Elasticsearch domain does not publish its slow logs.

    Which searches and which writes are slow cannot be found. The indexes need thresholds as well, which are set inside the domain.

    Fix safety: unsafe where the unit has one log group, since CloudWatch Logs must admit the service; else manual.
    When to ignore: nobody waits for the domain.
    References: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
    """
    missing = tuple(log for log in SEARCH_SLOW_LOGS if ~domain.publishes(log))
    if missing:
        message = f"search domain does not publish {' and '.join(missing)}"
        yield domain.log_switch(missing[0]).finding(message, fix=domain.publishing_fix(missing, unit))
