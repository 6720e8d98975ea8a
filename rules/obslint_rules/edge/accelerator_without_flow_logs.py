"""accelerator-without-flow-logs"""

from collections.abc import Iterator

from obslint.aws import Accelerator
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.PEDANTIC, topics=("global-accelerator-flow-logs",), checkov="CKV_AWS_75", kics="96e8183b",
    terrascan="AC_AWS_0471",
)  # fmt: skip
def accelerator_without_flow_logs(accelerator: Accelerator) -> Iterator[Finding]:
    """The accelerator writes no flow logs.

    Who came in through it, and where to, leaves no record.

    Fix safety: unsafe where a bucket is named, since its policy must admit the delivery and logs are billed by volume; else manual.
    When to ignore: the load balancers behind it log the addresses of clients.
    References: https://docs.aws.amazon.com/global-accelerator/latest/dg/monitoring-global-accelerator.flow-logs.html
    """
    if accelerator.flow_logs.surely_not(True):
        yield accelerator.flow_logs.finding("accelerator writes no flow logs", fix=accelerator.flow_log_fix)
