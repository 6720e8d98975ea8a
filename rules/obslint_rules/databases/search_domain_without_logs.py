"""search-domain-without-logs"""

from collections.abc import Iterator

from obslint.aws import SEARCH_APPLICATION_LOGS, SearchDomain, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("opensearch-logging",), checkov="CKV_AWS_84", kics="acb6b4e2 edbd62d4",
    guard="ELASTICSEARCH_LOGS_TO_CLOUDWATCH",
)  # fmt: skip
def search_domain_without_logs(domain: SearchDomain, unit: Unit) -> Iterator[Finding]:
    """The OpenSearch or Elasticsearch domain publishes no logs at all.

    Errors and slow queries stay inside the domain, where nobody can look.

    Fix safety: unsafe where the unit has one log group, since CloudWatch Logs must admit the service; else manual.
    When to ignore: the domain is a cache that can be rebuilt at any time.
    References: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html
    """
    if ~domain.publishes_anything:
        yield domain.options.finding("search domain publishes no logs", fix=domain.publishing_fix((SEARCH_APPLICATION_LOGS,), unit))
