"""full-request-tracing"""

from collections.abc import Iterator

from obslint.aws import MethodSettings
from obslint.policy import Finding, Severity, rule, set_to


@rule(Severity.WARNING, topics=("apigateway-data-trace-off",), checkov="CKV_AWS_276")
def full_request_tracing(settings: MethodSettings) -> Iterator[Finding]:
    """The REST API logs whole requests and responses.

    Tokens and personal data end up in the log, at a price by the byte.

    Fix safety: safe, an in-place update; what the logging level asks for is still logged.
    When to ignore: a fault is being looked into, and the log is deleted afterwards.
    References: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
    """
    for one in settings.entries:
        if one.full_requests.surely(True) & ~one.logging_level.surely("OFF"):
            yield one.full_requests.finding("whole requests and responses are logged", fix=set_to(False))
