"""stream-mapping-without-failure-destination"""

from collections.abc import Iterator

from obslint.aws import StreamMapping
from obslint.policy import Finding, Persona, Severity, rule


@rule(Severity.INFO, persona=Persona.PEDANTIC, cdk_nag="LambdaEventSourceMappingDestination")
def stream_mapping_without_failure_destination(mapping: StreamMapping) -> Iterator[Finding]:
    """A function reads a stream, and batches that it fails to handle are thrown away.

    A batch that fails blocks its shard until it is too old, and vanishes then.

    Fix safety: unsafe, it adds a queue that somebody has to look into, and the role of the function must allow sending to it.
    References: https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
    """
    if mapping.reads_stream & mapping.failures.surely_absent():
        yield mapping.failures.finding("batches that fail are thrown away", fix=mapping.failure_fix)
