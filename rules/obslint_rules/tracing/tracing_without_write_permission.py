"""tracing-without-write-permission"""

from collections.abc import Iterator

from obslint.aws import Traced, Unit, tracing_fix, writes_traces
from obslint.policy import Finding, Severity, rule


@rule(Severity.WARNING)
def tracing_without_write_permission(traced: Traced, unit: Unit) -> Iterator[Finding]:
    """Requests are traced, but the role may not send traces.

    The traces are dropped without a word.

    Fix safety: unsafe, it gives the role a permission.
    References: https://docs.aws.amazon.com/xray/latest/devguide/security_iam_id-based-policy-examples.html
    """
    role = traced.role_in(unit) if traced.traces else None
    if role is not None and ~writes_traces(role, unit):
        where = (role.label("this role"),)
        yield traced.switch.finding("no policy of the role allows xray:PutTraceSegments", fix=tracing_fix(role), related=where)
